using Microsoft.EntityFrameworkCore;
using Splot.Access.AddOrganisation;
using Splot.Access.ChangeOrganisation;
using Splot.Access.Model;
using Splot.Access.Organisations;
using Splot.Access.RenameOrganisation;
using Splot.Access.Store;
using Splot.Contracts.Territory;
using Splot.Data;
using Splot.Kernel;
using Splot.Tables;

namespace Splot.Access.ImportOrganisations;

/// <summary>
/// Imports a list of organisations. A file that is no list is refused as a whole; of a list, every row is stored whole or not at all, and a row that
/// cannot be taken stops no other. Importing the same list again changes nothing, so an import that was stopped is ended by importing it once more.
/// </summary>
internal sealed class ImportOrganisationsHandler(MainStore store, FactsCheck check, ITerritory territory, TimeProvider clock)
{
    // Small enough that others wait less than a quarter of a second.
    private const int Batch = 50;

    private const string LockRows = "SELECT id FROM access_organisation WHERE id = ANY(@ids) ORDER BY id FOR UPDATE";

    /// <summary>Reads the list and stores what it says, or only reports.</summary>
    public async Task<ImportReport> HandleAsync(Func<TableOpening> open, ImportSettings settings, Keeper keeper, CancellationToken cancellation)
    {
        var report = new ImportReport { File = settings.File };
        try
        {
            switch (open())
            {
                case TableOpening.Refused refused:
                    Refuse(report, refused.Refusal);
                    break;
                case TableOpening.Opened opened:
                    using (opened.File)
                    {
                        await RunAsync(opened.File, settings, keeper, report, cancellation);
                    }

                    break;
            }
        }
        catch (TableRefusedException refused)
        {
            Refuse(report, refused.Refusal);
        }

        report.Sort();
        return report;
    }

    private async Task RunAsync(TableFile file, ImportSettings settings, Keeper keeper, ImportReport report, CancellationToken cancellation)
    {
        if (ListReading.Read(file, settings, report, cancellation) is not { } list)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime).DayNumber;
        var known = await KnownOrganisations.ReadAsync(store, cancellation);
        var rows = new ImportPlan(known, settings, keeper, check, territory, list.Headers, report, now).Decide(list.Rows);
        if (rows.Count == 0)
        {
            report.Refuse("no-organisations", Text.NoOrganisations);
            return;
        }

        if (settings.DryRun)
        {
            Foresee(rows, report, today);
            report.Outcome = "dry-run";
            return;
        }

        foreach (var batch in rows.Chunk(Batch))
        {
            await store.WriteAsync(session => WriteAsync(session, keeper, batch, report, today, cancellation), cancellation);
        }

        report.Outcome = "done";
    }

    private static void Foresee(IReadOnlyList<PlannedRow> rows, ImportReport report, long today)
    {
        foreach (var row in rows)
        {
            if (row.Known is not { } known)
            {
                report.Added++;
            }
            else if (row.Facts.ApplyTo(known) | NewName(known, row, today) is not null)
            {
                report.Changed++;
            }
            else
            {
                report.Unchanged++;
            }
        }
    }

    private static async Task WriteAsync(WriteSession session, Keeper keeper, IReadOnlyList<PlannedRow> rows, ImportReport report, long today, CancellationToken cancellation)
    {
        var context = session.Context<AccessContext>();
        var ids = rows.Where(r => r.Known is not null).Select(r => r.Id).ToArray();
        if (session.Store.Engine == Engine.Postgres)
        {
            await using var command = session.Command(LockRows).With("ids", ids);
            await command.ExecuteNonQueryAsync(cancellation);
        }

        var stored = (await context.Organisations.Include(o => o.Names).Include(o => o.Identifiers).AsSplitQuery().Where(o => ids.Contains(o.Id)).ToListAsync(cancellation)).ToDictionary(o => o.Id, StringComparer.Ordinal);
        var lookups = rows.SelectMany(r => r.Facts.Numbers).Select(n => n.Lookup).ToList();
        var owners = (await context.OrganisationIdentifiers.AsNoTracking().Where(i => lookups.Contains(i.Lookup)).ToListAsync(cancellation)).ToDictionary(i => i.Lookup, i => i.OrganisationId, StringComparer.Ordinal);
        foreach (var row in rows)
        {
            // Somebody was quicker, between the reading and now.
            var current = row.Known is null ? null : stored.GetValueOrDefault(row.Id);
            if ((row.Known is not null && current?.Version != row.Known.Version) || row.Facts.Numbers.Any(n => owners.TryGetValue(n.Lookup, out var owner) && owner != row.Id))
            {
                report.Add(new ImportIssue(row.Row.Number, null, "error", "changed-meanwhile", Text.ChangedMeanwhile, null));
                (report.Accepted, report.Rejected) = (report.Accepted - 1, report.Rejected + 1);
            }
            else if (current is null)
            {
                context.Organisations.Add(AddOrganisationHandler.New(session, keeper, row.Id, row.Name, row.Row.FirstDay, row.Facts, today));
                report.Added++;
            }
            else
            {
                var changed = ChangeOrganisationHandler.Apply(session, keeper, current, row.Facts);
                if (NewName(current, row, today) is { } day)
                {
                    RenameOrganisationHandler.Rename(session, keeper, current, row.Name, day, today);
                    changed = true;
                }

                (report.Changed, report.Unchanged) = changed ? (report.Changed + 1, report.Unchanged) : (report.Changed, report.Unchanged + 1);
            }
        }
    }

    /// <summary>
    /// The first day of the name that a row gives to a known organisation; null where it gives none that is new. Another spelling of today's name is put right
    /// from that name's own first day; a name that it had before is no new one.
    /// </summary>
    private static long? NewName(Organisation known, PlannedRow row, long today)
    {
        var key = TextFold.Fold(row.Name);
        var latest = known.Names.MaxBy(n => n.FromDay);
        if (latest is null || row.Name == latest.Name || (key != latest.NameKey && known.Names.Exists(n => n.NameKey == key)))
        {
            return null;
        }

        return key == latest.NameKey ? latest.FromDay
            : row.Row.FirstDay?.DayNumber is { } day && day > latest.FromDay ? day
            : Math.Max(today, latest.FromDay);
    }

    private static void Refuse(ImportReport report, TableRefusal refusal) =>
        report.Refuse(refusal.Code, refusal.Message, refusal.Row ?? refusal.Line, null, refusal.Examples.Count > 0 ? refusal.Examples[0] : null);
}
