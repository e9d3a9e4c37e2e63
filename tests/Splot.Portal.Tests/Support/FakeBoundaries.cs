using Splot.Contracts.Territory;

namespace Splot.Portal.Tests.Support;

/// <summary>Outlines of squares, a degree wide, one after the other to the east.</summary>
internal sealed class FakeBoundaries(params string[] codes) : IBoundaries
{
    public Task<IReadOnlyList<UnitBoundary>> FindAsync(IReadOnlyCollection<string> wanted, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<UnitBoundary>>([.. codes.Where(wanted.Contains).Select((c, i) => Square(c, i))]);

    public Task<IReadOnlyList<UnitBoundary>> ChildrenAsync(string parent, CancellationToken cancellation) => throw new NotSupportedException();

    private static UnitBoundary Square(string code, int index) => new(
        code,
        FormattableString.Invariant($$"""{"type":"Polygon","coordinates":[[[{{index}},50],[{{index + 1}},50],[{{index + 1}},51],[{{index}},51],[{{index}},50]]]}"""),
        index,
        50,
        index + 1,
        51);
}
