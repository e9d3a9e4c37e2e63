using System.Globalization;
using Splot.Data;
using Splot.Portal.Store;

namespace Splot.Portal.RemoveNames;

/// <summary>
/// Removes the names of natural persons whose last day is over (CPR Art. 49(3): two years after first publication). Pages and API
/// check the day on every read as well; this makes the store forget.
/// </summary>
internal sealed class RemoveNamesHandler(PublicStore store, TimeProvider clock) : IJobHandler
{
    private const string Count = "SELECT COUNT(*) FROM portal_operation WHERE person_name IS NOT NULL AND (person_name_until IS NULL OR person_name_until < @today)";
    private const string Empty = "UPDATE portal_operation SET person_name = NULL, person_name_until = NULL, change = @change WHERE person_name IS NOT NULL AND (person_name_until IS NULL OR person_name_until < @today)";

    /// <summary>The daily job's kind.</summary>
    public const string JobKind = "portal.remove-names";

    string IJobHandler.Kind => JobKind;

    Task IJobHandler.RunAsync(JobContext job, CancellationToken cancellation) => RemoveAsync(cancellation);

    /// <summary>Removes what is due by the clock's date (UTC) and returns how many names that were.</summary>
    public Task<long> RemoveAsync(CancellationToken cancellation) => store.WriteAsync(
        async session =>
        {
            await ChangeLog.LockAsync(session, cancellation);
            long today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).DayNumber;
            await using var count = session.Command(Count).With("today", today);
            var due = Convert.ToInt64(await count.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture);
            if (due > 0)
            {
                var change = await ChangeLog.AppendAsync(session, ChangeKind.Names, null, null, due, clock, cancellation);
                await using var empty = session.Command(Empty).With("today", today).With("change", change);
                await empty.ExecuteNonQueryAsync(cancellation);
            }

            return due;
        },
        cancellation);
}
