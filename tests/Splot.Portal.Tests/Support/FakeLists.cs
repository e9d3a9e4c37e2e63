using Splot.Contracts.Territory;
using Splot.Kernel;

namespace Splot.Portal.Tests.Support;

/// <summary>Code lists with the values given: list, code, name in every language, figure.</summary>
internal sealed class FakeLists(params (string List, string Code, string Name, decimal? Value)[] values) : IReferenceData
{
    public static FakeLists Of(params (string List, string Code, string Name)[] values) => new([.. values.Select(v => (v.List, v.Code, v.Name, (decimal?)null))]);

    public IReadOnlyList<CodeList> Lists => [.. values.Select(v => v.List).Distinct().Select(l => new CodeList(l, new Dictionary<string, string>(StringComparer.Ordinal)))];

    public EuroRates Rates => throw new NotSupportedException();

    public CodeValue? Find(string list, string? code, DateOnly? on = null) => null;

    public string? CodeOf(string list, string? text) => null;

    public CodeLabel Label(string list, string code, Language language, DateOnly? on = null) => new(values.First(v => v.List == list && v.Code == code).Name, language.Code(), false);

    public IReadOnlyList<CodeValue> Values(string list, DateOnly? on = null) =>
    [
        .. values.Where(v => v.List == list).Select(v => new CodeValue
        {
            List = list,
            Code = v.Code,
            Names = new Dictionary<string, string>(StringComparer.Ordinal),
            Value = v.Value,
            ValidFrom = v.Value is null ? null : new DateOnly(2021, 1, 1),
            Source = "Reg. (EU) 2021/1060, Art. 50(1)(c)",
        }),
    ];

    public string? Theme(string list, string? code) => null;
}
