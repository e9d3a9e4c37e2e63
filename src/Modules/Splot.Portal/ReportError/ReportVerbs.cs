using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Splot.Data.Terminal;

namespace Splot.Portal.ReportError;

/// <summary><c>splot reports</c> and <c>splot reports remove NUMBER</c>: what readers reported.</summary>
internal static class ReportVerbs
{
    private const int Page = 200;

    public static Verb List { get; } = new("reports", "", "Prints what readers reported on the public pages, the oldest first.", [], ListAsync);

    public static Verb Remove { get; } = new("reports remove", "NUMBER", "Removes a report that was dealt with.", [], RemoveAsync);

    private static async Task<int> ListAsync(VerbCall call, CancellationToken cancellation)
    {
        var desk = call.Services.GetRequiredService<ReportDesk>();
        for (IReadOnlyList<Report> page = await desk.ListAsync(0, Page, cancellation); page.Count > 0; page = await desk.ListAsync(page[^1].Number, Page, cancellation))
        {
            foreach (var report in page)
            {
                await call.Answer.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{report.Number}\t{report.At.UtcDateTime:yyyy-MM-dd HH:mm}Z\t{report.Kind}\t{report.Language}\t{report.About ?? "-"}\tkept until {report.LastDay:yyyy-MM-dd}"));
                foreach (var line in report.Text.Split('\n'))
                {
                    await call.Answer.WriteLineAsync("    " + line);
                }
            }
        }

        return ExitCode.Done;
    }

    private static async Task<int> RemoveAsync(VerbCall call, CancellationToken cancellation)
    {
        if (call.Arguments is not [var word] || !long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            await call.Progress.WriteLineAsync("Give the number of one report: splot reports remove 12");
            return ExitCode.Usage;
        }

        if (!await call.Services.GetRequiredService<ReportDesk>().RemoveAsync(number, cancellation))
        {
            await call.Progress.WriteLineAsync($"There is no report {word}.");
            return ExitCode.Refused;
        }

        await call.Answer.WriteLineAsync($"Report {word} is removed.");
        return ExitCode.Done;
    }
}
