using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Access;
using Splot.Data;
using Splot.Kernel;
using Splot.Persons.Model;
using Splot.Persons.Store;

namespace Splot.Persons.KeepPurposes;

/// <summary>A state of a purpose.</summary>
public sealed record PurposeLine(string Id, string Organisation, string Code, string Name, string LegalBasis, string Source, DateOnly From, DateOnly? To)
{
    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (To is null || To >= day);
}

/// <summary>Purposes of the organisations within reach, by code: what holds or is to come, or what is over.</summary>
internal sealed record ListPurposes(bool Over, Doer By, string? After, int Size);

/// <summary>All states of one purpose.</summary>
internal sealed record ReadPurpose(string Organisation, string Code, Doer By);

internal sealed class ReadPurposesHandler(MainStore main, TimeProvider clock)
{
    private static readonly KeySetOrder<PurposeRow> Order = KeySetOrder<PurposeRow>.By(p => p.Code, p => p.Id);

    public Task<ListPage<PurposeLine>> HandleAsync(ListPurposes question, CancellationToken cancellation) => main.ReadAsync(
        async session =>
        {
            var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
            var (everything, organisations) = (question.By.Sight.Reach.Everything, question.By.Sight.Reach.Organisations.ToList());
            var within = session.Context<PersonsContext>().Purposes.AsNoTracking().Where(p => everything || organisations.Contains(p.OrganisationId));
            var wanted = question.Over ? within.Where(p => p.ValidTo < today) : within.Where(p => p.ValidTo == null || p.ValidTo >= today);
            return (await wanted.PageAsync(Order, question.After, question.Size, cancellation)).Select(Line);
        },
        cancellation);

    /// <summary>The newest state first; nothing where there is no such purpose, as far as the asker may keep them.</summary>
    public async Task<IReadOnlyList<PurposeLine>> HandleAsync(ReadPurpose question, CancellationToken cancellation) =>
        !question.By.Sight.Reach.Covers(new RecordPlace(question.Organisation)) ? [] : await main.ReadAsync(
            async session => (IReadOnlyList<PurposeLine>)[.. (await session.Context<PersonsContext>().Purposes.AsNoTracking()
                .Where(p => p.OrganisationId == question.Organisation && p.Code == question.Code).OrderByDescending(p => p.ValidFrom).ToListAsync(cancellation)).Select(Line)],
            cancellation);

    /// <summary>What an organisation processes data for today, by name: for whoever records something about one of its persons.</summary>
    public Task<IReadOnlyList<PurposeLine>> OfAsync(string organisation, CancellationToken cancellation) => main.ReadAsync(
        async session =>
        {
            var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
            var rows = await session.Context<PersonsContext>().Purposes.AsNoTracking().Where(p => p.OrganisationId == organisation && p.ValidFrom <= today && (p.ValidTo == null || p.ValidTo >= today)).ToListAsync(cancellation);
            return (IReadOnlyList<PurposeLine>)[.. rows.Select(Line).OrderBy(p => p.Name, StringComparer.CurrentCulture)];
        },
        cancellation);

    /// <summary>The state that a row tells.</summary>
    public static PurposeLine Line(PurposeRow row) => new(row.Id, row.OrganisationId, row.Code, row.Name, row.LegalBasis, row.Source, row.ValidFrom, row.ValidTo);
}
