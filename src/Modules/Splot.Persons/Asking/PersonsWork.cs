using Splot.Contracts.Access;
using Splot.Contracts.Desk;
using Splot.Persons.EmergencyAccess;
using Splot.Persons.KeepRequests;

namespace Splot.Persons.Asking;

/// <summary>What of persons lies on somebody's desk: emergency accesses to take notice of, requests with their day.</summary>
internal sealed class PersonsWork(Asker asker, WatchEmergenciesHandler emergencies, ReadRequestsHandler requests) : IDeskWork
{
    private const int Most = 10;

    public async Task<IReadOnlyList<DeskTask>> CollectAsync(ICaller caller, DateOnly today, CancellationToken cancellation)
    {
        var tasks = new List<DeskTask>();
        if (caller.May(Acts.WatchEmergencies) && await emergencies.WaitingAsync((await asker.ToAsync(Acts.WatchEmergencies, cancellation)).Sight, cancellation) is > 0 and var waiting)
        {
            tasks.Add(new DeskTask(DeskTaskKind.Waits, Text.EmergenciesWait(waiting), null, EmergencyEndpoints.Path));
        }

        if (caller.May(Acts.AnswerSubjects))
        {
            var open = await requests.OpenAsync((await asker.ToAsync(Acts.AnswerSubjects, cancellation)).Sight, Most, cancellation);
            tasks.AddRange(open.Select(r => new DeskTask(DeskTaskKind.Due, RequestWords.Kind(r.Kind), null, RequestEndpoints.Path + "/" + r.Id, r.DueOn)));
        }

        return tasks;
    }
}
