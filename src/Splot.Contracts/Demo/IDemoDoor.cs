namespace Splot.Contracts.Demo;

/// <summary>The ways into the demo without a password; nobody registers one outside it.</summary>
public interface IDemoDoor
{
    /// <summary>One address, without its language, for each role.</summary>
    IReadOnlyList<(string Role, string Path)> Links { get; }
}
