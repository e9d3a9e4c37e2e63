using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using Splot.Portal.Coverage;

namespace Splot.Portal.OpenData;

/// <summary>What a country and period hold now. Its mark changes whenever a byte of one of its files may.</summary>
internal sealed record DataState(DataGroup Group, IReadOnlyList<TallyRow> Rows, Tally Tally)
{
    // Raised when files are written differently.
    private const string Form = "1";

    public long Count => Rows.Sum(r => r.Count);

    public long Demo => Rows.Sum(r => r.Demo);

    /// <summary>The last visible change of an operation.</summary>
    public DateTimeOffset Updated => Rows.Max(r => r.Updated);

    /// <summary>An instant that is never before the last change of a file: of the whole store, or the day's beginning, since states and names go by the day.</summary>
    public DateTimeOffset LastModified
    {
        get
        {
            var day = new DateTimeOffset(Tally.Day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
            return Tally.ChangedAt > day ? Tally.ChangedAt : day;
        }
    }

    /// <summary>The lists that it comes from.</summary>
    public IEnumerable<(string List, DateOnly Edition)> Lists => Tally.Lists.Where(l => Rows.Any(r => r.List == l.List)).Select(l => (l.List, l.Edition));

    /// <summary>The states of all countries and periods, in order.</summary>
    public static IReadOnlyList<DataState> All(Tally tally) =>
    [
        .. tally.Rows.GroupBy(r => new DataGroup(r.Country, r.Period)).Select(g => new DataState(g.Key, [.. g], tally))
            .OrderBy(s => s.Group.Country ?? "~", StringComparer.Ordinal).ThenByDescending(s => s.Group.Period, StringComparer.Ordinal),
    ];

    /// <summary>The entity tag of a file in a language. Weak, since the same file also travels compressed.</summary>
    public EntityTagHeaderValue Tag(DataFile file, string variant)
    {
        var today = (Rows.Sum(r => r.Today.Planned), Rows.Sum(r => r.Today.Finished), Rows.Sum(r => r.Today.Names));
        // The report counts days; the template has names of codes, which change with any change.
        var day = file.Kind switch { DataKind.ListReport => Tally.Day.DayNumber, DataKind.Template => Tally.Sequence, _ => 0L };
        var mark = string.Create(CultureInfo.InvariantCulture, $"{Form}|{file.Name}|{variant}|{Count}|{Rows.Max(r => r.Change)}|{today}|{day}");
        return new EntityTagHeaderValue("\"" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mark)).AsSpan(0, 12)) + "\"", isWeak: true);
    }
}
