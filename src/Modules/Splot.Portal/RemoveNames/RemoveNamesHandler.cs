using Splot.Data;
using Splot.Portal.Store;

namespace Splot.Portal.RemoveNames;

/// <summary>
/// Removes the names of natural persons whose last day is over (CPR Art. 49(3): two years after first publication). Pages and API
/// check the day on every read as well; this makes the store forget.
/// </summary>
internal sealed class RemoveNamesHandler(PublicStore store, TimeProvider clock)
{
    private const string Count = "SELECT COUNT(*) FROM portal_operation WHERE person_name IS NOT NULL AND (person_name_until IS NULL OR person_name_until < @today)";
    private const string Empty = "UPDATE portal_operation SET person_name = NULL, person_name_until = NULL, change = @change WHERE person_name IS NOT NULL AND (person_name_until IS NULL OR person_name_until < @today)";

    /// <summary>Removes what is due by the clock's date (UTC) and returns how many names that were.</summary>
    public Task<long> RunAsync(CancellationToken cancellation) => store.WriteAsync(
        async session =>
        {
            await ChangeLog.LockAsync(session, cancellation);
            long today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).DayNumber;
            await using var count = session.Command(Count).With("today", today);
            var due = Convert.ToInt64(await count.ExecuteScalarAsync(cancellation), System.Globalization.CultureInfo.InvariantCulture);
            if (due > 0)
            {
                var change = await ChangeLog.AppendAsync(session, ChangeKind.Names, null, due, clock, cancellation);
                await using var empty = session.Command(Empty).With("today", today).With("change", change);
                await empty.ExecuteNonQueryAsync(cancellation);
            }

            return due;
        },
        cancellation);
}
