using System.Reflection;
using Splot.Data;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Splot.Testing;

/// <summary>The engines that every store test runs on.</summary>
public static class Engines
{
    /// <summary>For MemberData where a theory has data of its own to combine.</summary>
    public static IReadOnlyList<Engine> List { get; } = [Engine.Sqlite, Engine.Postgres];

    /// <summary>For MemberData: <c>[Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]</c>.</summary>
    public static TheoryData<Engine> All => [.. List];
}

/// <summary>Runs a theory once on each engine: <c>[Theory, EachEngine] public async Task Subject_Condition_Outcome(Engine engine)</c>. Values given to the attribute follow the engine as further arguments.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EachEngineAttribute(params object?[] values) : DataAttribute
{
    /// <summary>Arguments after the engine.</summary>
    public IReadOnlyList<object?> Values => values;

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Engines.List.Select(engine => new TheoryDataRow([engine, .. values]))]);

    /// <inheritdoc/>
    public override bool SupportsDiscoveryEnumeration() => true;
}
