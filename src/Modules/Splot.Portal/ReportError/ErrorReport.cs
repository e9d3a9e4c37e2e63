using System.Globalization;
using Splot.Data;
using Splot.Kernel;

namespace Splot.Portal.ReportError;

/// <summary>What a reader found wrong.</summary>
/// <param name="Kind">One of <see cref="ReportKind.All"/>.</param>
/// <param name="About">The page it is about, without its language; null where it is about no page.</param>
/// <param name="Text">The reader's words.</param>
/// <param name="Language">The language of the page that the reader wrote on.</param>
internal sealed record ErrorReport(string Kind, string? About, string Text, Language Language);

/// <summary>What came of it.</summary>
internal abstract record ReportErrorOutcome
{
    /// <summary>Kept for the staff.</summary>
    public sealed record Taken : ReportErrorOutcome;

    /// <summary>More came in than people can read; nothing was kept.</summary>
    public sealed record TooMany : ReportErrorOutcome;
}

/// <summary>What a report is about.</summary>
internal static class ReportKind
{
    /// <summary>A wrong or missing value.</summary>
    public const string Data = "data";

    /// <summary>A barrier for somebody with a disability.</summary>
    public const string Access = "access";

    /// <summary>Anything else on the site.</summary>
    public const string Site = "site";

    /// <summary>All kinds, in the order of the form.</summary>
    public static IReadOnlyList<string> All { get; } = [Data, Access, Site];
}

/// <summary>
/// Keeps reports in the main store until their day. The form asks for no name and no address, and nothing of the request is kept; what people write about themselves
/// all the same leaves with the report.
/// </summary>
internal sealed class ReportErrorHandler(MainStore store, TimeProvider clock)
{
    /// <summary>How many days a report is kept.</summary>
    public const int DaysKept = 180;

    /// <summary>How many reports are taken in an hour, from everybody together.</summary>
    public const int MostInAnHour = 60;

    private const string CountSince = "SELECT COUNT(*) FROM portal_report WHERE at > @since";
    private const string Insert = "INSERT INTO portal_report (at, kind, about, text, language, last_day) VALUES (@at, @kind, @about, @text, @language, @lastDay)";

    public Task<ReportErrorOutcome> HandleAsync(ErrorReport report, CancellationToken cancellation) => store.WriteAsync<ReportErrorOutcome>(
        async session =>
        {
            var now = clock.GetUtcNow();
            await using var count = session.Command(CountSince).With("since", now.AddHours(-1).ToUnixTimeMilliseconds());
            if (Convert.ToInt64(await count.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture) >= MostInAnHour)
            {
                return new ReportErrorOutcome.TooMany();
            }

            await using var insert = session.Command(Insert)
                .With("at", now.ToUnixTimeMilliseconds())
                .With("kind", report.Kind)
                .With("about", report.About)
                .With("text", report.Text)
                .With("language", report.Language.Code())
                .With("lastDay", (long)DateOnly.FromDateTime(now.UtcDateTime).AddDays(DaysKept).DayNumber);
            await insert.ExecuteNonQueryAsync(cancellation);
            return new ReportErrorOutcome.Taken();
        },
        cancellation);
}
