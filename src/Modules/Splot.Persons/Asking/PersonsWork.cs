using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Access;
using Splot.Contracts.Desk;
using Splot.Data;
using Splot.Persons.EmergencyAccess;
using Splot.Persons.KeepRequests;
using Splot.Persons.ListPersons;
using Splot.Persons.SeePersons;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.Asking;

/// <summary>What of persons lies on somebody's desk: records that were handed to them, emergency accesses to take notice of, requests with their day, records whose retention is over. At most four statements.</summary>
internal sealed class PersonsWork(Asker asker, MainStore main, WatchEmergenciesHandler emergencies, ReadRequestsHandler requests, TimeProvider clock) : IDeskWork
{
    private const int Most = 10;
    private const int MostCounted = 1_000;

    // As long as somebody who was away for a fortnight needs to learn of it.
    private static readonly TimeSpan News = TimeSpan.FromDays(14);

    public async Task<IReadOnlyList<DeskTask>> CollectAsync(ICaller caller, DateOnly today, CancellationToken cancellation)
    {
        var tasks = new List<DeskTask>();
        if (caller.May(Acts.KeepPersons) && await HandedAsync(cancellation) is > 0 and var handed)
        {
            tasks.Add(new DeskTask(DeskTaskKind.Changed, Text.HandedToYou(handed), null, SeePersonsEndpoints.Path + "?keeper=" + asker.Account));
        }

        if (caller.May(Acts.WatchEmergencies) && await emergencies.WaitingAsync((await asker.ToAsync(Acts.WatchEmergencies, cancellation)).Sight, cancellation) is > 0 and var waiting)
        {
            tasks.Add(new DeskTask(DeskTaskKind.Waits, Text.EmergenciesWait(waiting), null, EmergencyEndpoints.Path));
        }

        if (caller.May(Acts.AnswerSubjects))
        {
            var sight = (await asker.ToAsync(Acts.AnswerSubjects, cancellation)).Sight;
            var open = await requests.OpenAsync(sight, Most, cancellation);
            tasks.AddRange(open.Select(r => new DeskTask(DeskTaskKind.Due, RequestWords.Kind(r.Kind), null, RequestEndpoints.Path + "/" + r.Id, r.DueOn)));
            var over = await main.ReadAsync(session => new PersonFilter(State: PersonState.Due).Of(Visible.To(session.Context<PersonsContext>(), sight), today).Take(MostCounted).CountAsync(cancellation), cancellation);
            tasks.AddRange(over == 0 ? [] : [new DeskTask(DeskTaskKind.Waits, Text.RetentionOver(over), null, SeePersonsEndpoints.Path + "?state=due")]);
        }

        return tasks;
    }

    private async Task<int> HandedAsync(CancellationToken cancellation)
    {
        var (sight, account, since) = ((await asker.ToAsync(Acts.KeepPersons, cancellation)).Sight, asker.Account, (clock.GetUtcNow() - News).ToUnixTimeMilliseconds());
        return await main.ReadAsync(
            session => Visible.To(session.Context<PersonsContext>(), sight).Where(p => p.KeeperId == account && p.KeptSince > since && p.MergedInto == null).Take(MostCounted).CountAsync(cancellation), cancellation);
    }
}
