using System.Collections.Frozen;
using System.Globalization;
using Splot.Contracts.Territory;
using Splot.Kernel;
using Splot.Territory.Model;
using Splot.Territory.Tables;

namespace Splot.Territory.LookUp;

/// <summary>One edition of the code lists and rates in memory. Immutable.</summary>
internal sealed class ReferenceSnapshot
{
    private const string NoLanguage = "zxx";
    private static readonly string[] Tags = ["en", "pl", "bg"];

    private readonly FrozenDictionary<(string List, string Code), CodeValue[]> byCode;
    private readonly FrozenDictionary<string, CodeValue[]> byList;
    private readonly FrozenDictionary<(string List, string Text), string[]> byText;
    private readonly FrozenDictionary<(string List, string Code), string> themes;

    public ReferenceSnapshot(
        IReadOnlyCollection<CodeListRow> lists,
        IReadOnlyCollection<CodeRow> codes,
        IReadOnlyCollection<MappingRow> mappings,
        IReadOnlyCollection<RateRow> rates)
    {
        Lists = [.. lists.OrderBy(l => l.List, StringComparer.Ordinal).Select(l => new CodeList(l.List, Names(l.En, l.Pl, l.Bg)))];
        var values = codes.Select(Value).ToList();
        byCode = values.GroupBy(v => (v.List, v.Code.ToUpperInvariant())).ToFrozenDictionary(g => g.Key, g => g.OrderBy(v => v.ValidFrom ?? Since.Ever).ToArray());
        byList = values.GroupBy(v => v.List).ToFrozenDictionary(g => g.Key, Ordered);
        byText = values.SelectMany(Writings).GroupBy(w => (w.List, w.Text), w => w.Code).ToFrozenDictionary(g => g.Key, g => g.Distinct().ToArray());
        themes = mappings.Where(m => m.Target == CodeLists.Theme)
            .GroupBy(m => (m.List, m.Code.ToUpperInvariant())).ToFrozenDictionary(g => g.Key, g => g.MaxBy(m => m.ValidTo ?? DateOnly.MaxValue)!.Value);
        Rates = new EuroRates(rates.Where(r => r.Kind != "legal").Select(Rate));
    }

    public IReadOnlyList<CodeList> Lists { get; }

    public EuroRates Rates { get; }

    public CodeValue? Find(string list, string? code, DateOnly? on)
    {
        if (string.IsNullOrWhiteSpace(code) || !byCode.TryGetValue((list, code.Trim().ToUpperInvariant()), out var states))
        {
            return null;
        }

        return (on is { } day ? states.FirstOrDefault(s => s.HeldOn(day)) : null)
            ?? states.LastOrDefault(s => s.ValidTo is null)
            ?? states.MaxBy(s => s.ValidTo);
    }

    public string? CodeOf(string list, string? text)
    {
        if (Find(list, text, null) is { } value)
        {
            return value.Code;
        }

        return byText.TryGetValue((list, TextFold.Fold(text)), out var codes) && codes.Length == 1 ? codes[0] : null;
    }

    public CodeLabel Label(string list, string code, Language language, DateOnly? on)
    {
        var value = Find(list, code, on);
        foreach (var tag in (string[])[language.Code(), .. Tags])
        {
            if (value is not null && value.Names.TryGetValue(tag, out var name))
            {
                return new CodeLabel(name, tag, value.Translated.Contains(tag));
            }
        }

        return new CodeLabel(code, NoLanguage, false);
    }

    public IReadOnlyList<CodeValue> Values(string list, DateOnly? on)
    {
        var values = byList.GetValueOrDefault(list, []);
        return on is { } day ? [.. values.Where(v => v.HeldOn(day))] : values;
    }

    public string? Theme(string list, string? code) =>
        code is null ? null : themes.GetValueOrDefault((list, code.Trim().ToUpperInvariant()));

    // The order of themes is their value; codes with numbers in them (ESO4.2, ESO4.10) follow their numbers.
    private static CodeValue[] Ordered(IGrouping<string, CodeValue> list) =>
        [.. list.OrderBy(v => list.Key == CodeLists.Theme ? v.Value : null).ThenBy(v => v.Code, NumericOrder).ThenBy(v => v.ValidFrom ?? Since.Ever)];

    private static readonly StringComparer NumericOrder = StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering);

    private static IEnumerable<(string List, string Text, string Code)> Writings(CodeValue value) =>
        value.Names.Values.Concat(value.Aliases).Append(value.Code).Select(TextFold.Fold).Where(t => t.Length > 0).Select(t => (value.List, t, value.Code));

    private static CodeValue Value(CodeRow row) => new()
    {
        List = row.List,
        Code = row.Code,
        ValidFrom = Since.Shown(row.ValidFrom),
        ValidTo = row.ValidTo,
        Parent = row.Parent,
        Names = Names(row.En, row.Pl, row.Bg),
        Translated = row.Translated?.Split(' ') ?? [],
        Aliases = [.. FactRows.Parts(row.Aliases)],
        Value = row.Value,
        Verified = row.Verified,
        Source = row.Source,
    };

    private static FrozenDictionary<string, string> Names(params string?[] names) =>
        Tags.Zip(names).Where(x => x.Second is not null).ToFrozenDictionary(x => x.First, x => x.Second!);

    private static ExchangeRate Rate(RateRow row) =>
        new(Currency.Parse(row.Currency), row.Rate, row.ValidFrom, row.Source, Derived: row.Kind == "derived");
}
