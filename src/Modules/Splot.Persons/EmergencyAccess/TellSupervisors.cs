using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Access;
using Splot.Contracts.Desk;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Kernel;
using Splot.Persons.Model;
using Splot.Persons.Store;

namespace Splot.Persons.EmergencyAccess;

/// <summary>Writes to the supervisors that somebody opened a record in an emergency: who, when, of which unit; nothing of the person. Once, though it be told again.</summary>
internal sealed class TellSupervisors(MainStore main, Watchers watchers, IAccounts accounts, IOrganisations organisations, IMail mail, SplotOptions options, TimeProvider clock) : IConsumer
{
    public string Name => "persons.tell-supervisors";

    public IReadOnlySet<string> Events { get; } = new HashSet<string>(StringComparer.Ordinal) { OpenedInEmergency.Name };

    public async Task HandleAsync(Delivery delivery, CancellationToken cancellation)
    {
        var id = delivery.Read<OpenedInEmergency>().Emergency;
        var row = await main.ReadAsync(session => session.Context<PersonsContext>().Emergencies.AsNoTracking().FirstOrDefaultAsync(e => e.Id == id && e.ToldAt == null, cancellation), cancellation);
        if (row is null)
        {
            return;
        }

        var letters = await LettersAsync(row, cancellation);
        await mail.ReadyAsync(cancellation);
        await main.WriteAsync(
            async session =>
            {
                var emergency = await session.Context<PersonsContext>().Emergencies.FirstOrDefaultAsync(e => e.Id == id && e.ToldAt == null, cancellation);
                if (emergency is null)
                {
                    return;
                }

                emergency.ToldAt = clock.GetUtcNow().ToUnixTimeMilliseconds();
                foreach (var letter in letters)
                {
                    await mail.QueueAsync(session, letter, cancellation);
                }
            },
            cancellation);
    }

    private async Task<IReadOnlyList<Letter>> LettersAsync(EmergencyRow row, CancellationToken cancellation)
    {
        var told = await watchers.OfAsync(row.OrganisationId, row.UnitId, row.ByUnitId, row.AccountId, cancellation);
        var who = (await accounts.NamesAsync([row.AccountId], cancellation)).GetValueOrDefault(row.AccountId, row.AccountId);
        var units = await organisations.UnitsAsync([row.OrganisationId], null, cancellation);
        var place = units.FirstOrDefault(u => u.Id == row.UnitId)?.Name ?? ((await organisations.NamesAsync([row.OrganisationId], cancellation)).TryGetValue(row.OrganisationId, out var name) ? name.Name : row.OrganisationId);
        return [.. (await accounts.AddressesAsync(told, cancellation)).Select(a => Write(a, who, place, DateTimeOffset.FromUnixTimeMilliseconds(row.BeginsAt)))];
    }

    private Letter Write(Addressee to, string who, string place, DateTimeOffset at) => to.Language.Speak(() => new Letter(
        to.Email,
        to.Language,
        Text.LetterSubject,
        string.Join("\n\n", Text.LetterWhat(who, place, at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)), Text.LetterNext, options.PublicUrl.ToString().TrimEnd('/') + "/" + to.Language.Code() + EmergencyEndpoints.Path)));
}
