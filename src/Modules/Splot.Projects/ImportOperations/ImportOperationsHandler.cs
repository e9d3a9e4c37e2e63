using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Splot.Contracts.Territory;
using Splot.Projects.Editions;
using Splot.Tables;

namespace Splot.Projects.ImportOperations;

/// <summary>How far an import has come.</summary>
/// <param name="Step">look, store or publish.</param>
/// <param name="Done">Rows done.</param>
/// <param name="Total">Rows in all; null while that is not known.</param>
internal sealed record ImportProgress(string Step, long Done, long? Total);

/// <summary>
/// Imports a list of operations: one pass over the whole file to understand it, one to store it in batches that nobody sees, one short
/// transaction that shows it. A file that is refused, or an import that is stopped, leaves nothing visible; the same call again goes on
/// where it stopped.
/// </summary>
internal sealed class ImportOperationsHandler(EditionBook editions, ITerritory territory, IReferenceData reference, TimeProvider clock)
{
    /// <summary>Rows of a batch; small enough that a batch's transaction stays well below the 250 ms that others may wait.</summary>
    private const int Batch = 500;

    public async Task<ImportReport> HandleAsync(ImportSettings settings, Action<ImportProgress> progress, CancellationToken cancellation)
    {
        var report = new ImportReport { File = Path.GetFileName(settings.File) };
        try
        {
            await RunAsync(settings, report, progress, cancellation);
        }
        catch (TableRefusedException refused)
        {
            Refuse(report, refused.Refusal);
        }

        return report;
    }

    private async Task RunAsync(ImportSettings settings, ImportReport report, Action<ImportProgress> progress, CancellationToken cancellation)
    {
        var options = new TableOptions
        {
            Encoding = settings.Encoding ?? settings.Mapping.Encoding,
            Language = settings.Language ?? settings.Mapping.Language ?? ListProfile.Find(settings.Profile)?.Language ?? CountryHabits.Language(settings.Country ?? settings.Mapping.Country),
            Country = settings.Country ?? settings.Mapping.Country ?? ListProfile.Find(settings.Profile)?.Country,
            Delimiter = settings.Mapping.Delimiter is { Length: 1 } delimiter ? delimiter[0] : null,
            Sheet = settings.Mapping.Sheet,
        };
        var opening = TableFile.Open(settings.File, options, cancellation);
        if (opening is TableOpening.Refused refused)
        {
            Refuse(report, refused.Refusal);
            return;
        }

        using var file = ((TableOpening.Opened)opening).File;
        progress(new ImportProgress("look", 0, null));
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (ListReading.Look(file, settings, report, today, cancellation) is not ReadingOutcome.Ready ready)
        {
            return;
        }

        if (settings.DryRun)
        {
            Convert(file, ready, report, new OperationIds(), 0, static (_, _) => false, batch => progress(new ImportProgress("look", batch.Accepted + batch.Rejected, ready.Rows)), cancellation);
            report.Outcome = NamesNothing(report) ? report.Outcome : "dry-run";
            return;
        }

        await StoreAsync(file, settings, ready, report, progress, cancellation);
    }

    private async Task StoreAsync(TableFile file, ImportSettings settings, ReadingOutcome.Ready ready, ImportReport report, Action<ImportProgress> progress, CancellationToken cancellation)
    {
        var edition = new NewEdition(ready.Context.Name, ready.Profile.Name, ready.Context.Edition, await ChecksumAsync(settings, cancellation), Path.GetFileName(settings.File))
        {
            Country = ready.Context.Country,
            Publisher = settings.Mapping.Publisher ?? ready.Profile.Publisher,
            Url = settings.Mapping.Url,
            Publish = settings.Publish,
        };
        switch (await editions.BeginAsync(edition, cancellation))
        {
            case BeginOutcome.AlreadyHeld held:
                report.Outcome = "unchanged";
                report.Add(new ImportIssue(null, null, "info", "already-held", $"The same file is already held as the edition of {held.Date:yyyy-MM-dd}; nothing was changed.", null));
                Convert(file, ready, report, new OperationIds(), 0, static (_, _) => false, static _ => { }, cancellation);
                return;
            case BeginOutcome.Older older:
                report.Refuse("edition-older", $"The list already has the edition of {older.Current:yyyy-MM-dd}, which is newer. Give --edition with the right date, or --list for another list.");
                return;
            case BeginOutcome.Busy busy:
                report.Refuse("import-running", $"Another import is writing (list '{busy.List}'). Wait until it has ended; after a crash it gives way within a minute.");
                return;
            case BeginOutcome.Begun begun:
                await WriteAsync(file, ready, begun, report, progress, cancellation);
                return;
        }
    }

    /// <summary>One thread reads and converts, the other writes; at most two batches lie between them.</summary>
    private async Task WriteAsync(TableFile file, ReadingOutcome.Ready ready, BeginOutcome.Begun begun, ImportReport report, Action<ImportProgress> progress, CancellationToken cancellation)
    {
        var writer = begun.Writer;
        var resumeAfter = writer.Edition.LastRow;
        var ids = new OperationIds();
        var channel = Channel.CreateBounded<RowBatch>(new BoundedChannelOptions(2) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var reading = Task.Run(
            async () =>
            {
                try
                {
                    Convert(file, ready, report, ids, resumeAfter, writer.IsMarkedPerson, batch => channel.Writer.WriteAsync(batch, stop.Token).AsTask().GetAwaiter().GetResult(), stop.Token);
                    channel.Writer.Complete();
                }
                catch (Exception failure)
                {
                    channel.Writer.Complete(failure);
                    throw;
                }

                await Task.CompletedTask;
            },
            stop.Token);
        try
        {
            await foreach (var batch in channel.Reader.ReadAllAsync(cancellation))
            {
                (writer.Edition.Accepted, writer.Edition.Rejected, writer.Edition.Warnings) = (batch.Accepted, batch.Rejected, batch.Warnings);
                await writer.WriteAsync(batch.Drafts, batch.LastRow, cancellation);
                progress(new ImportProgress("store", batch.Accepted + batch.Rejected, ready.Rows));
            }

            await reading;
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }

        if (NamesNothing(report))
        {
            return;
        }

        await writer.MakeCurrentAsync(cancellation);
        var edition = writer.Edition;
        report.Difference = new Dictionary<string, long>(StringComparer.Ordinal) { ["added"] = edition.Added, ["changed"] = edition.Changed, ["unchanged"] = edition.Unchanged, ["withdrawn"] = edition.Withdrawn };
        report.Outcome = "done";
        if (ready.Context.UsedLegalTender)
        {
            report.Add(new ImportIssue(null, null, "warning", "currency-by-country", "Amounts without a currency were taken to be in the country's legal tender. Give --currency to say so yourself.", null));
        }
    }

    /// <summary>Reads every row of the list, counts it in the report and hands drafts on in batches; rows up to <paramref name="resumeAfter"/> are only counted.</summary>
    private void Convert(TableFile file, ReadingOutcome.Ready ready, ImportReport report, OperationIds ids, long resumeAfter, MarkedPerson isMarkedPerson, Action<RowBatch> hand, CancellationToken cancellation)
    {
        var source = new RowSource(ready.Plan, ready.Profile.Neutralised, report.Add);
        var converter = new RowConverter(ready.Context, reference, new PlaceReader(territory, ready.Context), ids, isMarkedPerson);
        var validation = ready.Profile.Validates ? new TemplateValidation(ready.Plan.Header) : null;
        var classifier = new RowClassifier(ready.Plan.Header);
        var drafts = new List<OperationDraft>(Batch);
        var pendingNumbers = new List<long>();
        var last = 0L;
        using var reader = file.Read();
        CellTexts cells = column => reader.Row[column];
        while (reader.Read(cancellation))
        {
            var row = reader.Row;
            var kind = classifier.Classify(row);
            if (kind == RowKind.NumbersOnly)
            {
                pendingNumbers.Add(row.Number);
                continue;
            }

            if (kind != RowKind.Data)
            {
                continue;
            }

            // Rows of nothing but numbers are a sum without its word at the end; before further rows they name nothing.
            pendingNumbers.ForEach(number => Reject(report, number));
            pendingNumbers.Clear();
            report.Rows++;
            validation?.Check(row.Number, cells);
            source.Read(row);
            last = row.Number;
            if (converter.Convert(source) is not { } draft)
            {
                report.Rows--;
                Reject(report, row.Number);
                continue;
            }

            report.Accepted++;
            report.Count(draft.Published);
            if (row.Number > resumeAfter)
            {
                drafts.Add(draft);
            }

            if (drafts.Count == Batch)
            {
                hand(new RowBatch([.. drafts], last, report.Accepted, report.Rejected, report.Warnings));
                drafts.Clear();
            }
        }

        hand(new RowBatch([.. drafts], last, report.Accepted, report.Rejected, report.Warnings));
        report.Validation = validation?.Result();
    }

    private static bool NamesNothing(ImportReport report)
    {
        if (report.Accepted > 0)
        {
            return false;
        }

        report.Refuse("no-operations", "No row of the list names an operation, so nothing was changed: an empty list would withdraw everything that its former edition names.");
        return true;
    }

    private static void Reject(ImportReport report, long row)
    {
        report.Rows++;
        report.Rejected++;
        report.Add(new ImportIssue(row, null, "error", "row-names-nothing", "The row has neither a title nor a code and was left out.", null));
    }

    private static void Refuse(ImportReport report, TableRefusal refusal) =>
        report.Refuse(refusal.Code, refusal.Message, refusal.Row ?? refusal.Line, null, refusal.Examples.Count > 0 ? refusal.Examples[0] : null);

    /// <summary>The file and everything that decides how it is read: the same file read otherwise is another edition.</summary>
    private static async Task<string> ChecksumAsync(ImportSettings settings, CancellationToken cancellation)
    {
        await using var stream = File.OpenRead(settings.File);
        var file = Hex(await SHA256.HashDataAsync(stream, cancellation));
        var how = JsonSerializer.Serialize(new { settings.Profile, settings.Mapping, settings.Country, settings.Currency, settings.Language, settings.Encoding, settings.Dates, settings.Decimal, settings.Publish });
        return how == Plain ? file : file + "-" + Hex(SHA256.HashData(Encoding.UTF8.GetBytes(how)))[..16];
    }

    private static readonly string Plain = JsonSerializer.Serialize(new { Profile = "auto", Mapping = new Mapping(), Country = (string?)null, Currency = (string?)null, Language = (string?)null, Encoding = (string?)null, Dates = (DateOrder?)null, Decimal = (DecimalMark?)null, Publish = true });

    private static string Hex(byte[] digest) => System.Convert.ToHexStringLower(digest);

    private sealed record RowBatch(IReadOnlyList<OperationDraft> Drafts, long LastRow, long Accepted, long Rejected, long Warnings);
}
