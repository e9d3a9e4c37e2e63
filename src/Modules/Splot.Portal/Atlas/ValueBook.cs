using System.Globalization;

namespace Splot.Portal.Atlas;

/// <summary>A figure that belongs to a code of a list, such as a threshold.</summary>
/// <param name="List">The list.</param>
/// <param name="Code">The code.</param>
/// <param name="First">First day.</param>
/// <param name="Last">Last day; null while it holds.</param>
/// <param name="Value">The figure.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record CodeFigure(string List, string Code, DateOnly First, DateOnly? Last, decimal Value, string Source);

/// <summary>The figures of all code lists, as they stood when the book was read.</summary>
public sealed class ValueBook(IEnumerable<CodeFigure> figures)
{
    private readonly ILookup<(string, string), CodeFigure> byCode = figures.ToLookup(f => (f.List, f.Code.ToUpperInvariant()));

    /// <summary>The figure of a code on a day; null where none held.</summary>
    public CodeFigure? Find(string list, string? code, DateOnly on) =>
        code is null ? null : byCode[(list, code.ToUpperInvariant())].LastOrDefault(f => f.First <= on && (f.Last is not { } last || on <= last));

    internal static decimal Parse(string value) => decimal.Parse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
