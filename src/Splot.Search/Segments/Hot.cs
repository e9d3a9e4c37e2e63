using System.Runtime.CompilerServices;

namespace Splot.Search.Segments;

/// <summary>
/// Marks the few loops that searching consists of. They are compiled at once as well as the compiler can, because one search runs them millions of times: compiled quickly first, as
/// is usual, the first visitors after a start would wait ten times as long.
/// </summary>
internal static class Hot
{
    public const MethodImplOptions Loop = MethodImplOptions.AggressiveOptimization;
}
