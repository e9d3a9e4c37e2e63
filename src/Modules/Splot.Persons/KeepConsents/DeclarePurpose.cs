using Microsoft.EntityFrameworkCore;
using Splot.Data;
using Splot.Persons.Model;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.KeepConsents;

/// <summary>Declares a purpose with its legal basis, or its state from a day on.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="ValidFrom">The first day.</param>
/// <param name="ValidTo">The last day; null where there is none.</param>
/// <param name="LegalBasis">Article, paragraph and letter of the GDPR: 6-1-a, 9-2-b.</param>
/// <param name="Source">The act or decision behind it.</param>
/// <param name="By">Who declares it.</param>
internal sealed record DeclarePurpose(string Code, DateOnly ValidFrom, DateOnly? ValidTo, string LegalBasis, string Source, Doer By);

internal sealed class DeclarePurposeHandler(MainStore main)
{
    public Task HandleAsync(DeclarePurpose command, CancellationToken cancellation) => main.WriteAsync(
        async session =>
        {
            var context = session.Context<PersonsContext>();
            var held = await context.Purposes.FirstOrDefaultAsync(p => p.Code == command.Code && p.ValidFrom == command.ValidFrom, cancellation);
            if (held is null)
            {
                context.Purposes.Add(held = new PurposeRow { Code = command.Code, ValidFrom = command.ValidFrom, LegalBasis = command.LegalBasis, Source = command.Source });
            }

            (held.ValidTo, held.LegalBasis, held.Source) = (command.ValidTo, command.LegalBasis, command.Source);
            session.Record(Recording.Entry(AuditKind.Change, "persons.declare-purpose", command.By) with { SubjectKind = "purpose", SubjectId = command.Code, After = Recording.Plain(new { command.ValidFrom, command.ValidTo, command.LegalBasis, command.Source }) });
        },
        cancellation);
}
