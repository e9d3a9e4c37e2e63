using Microsoft.AspNetCore.Components;

namespace Splot.Ui.Tests.Govuk;

/// <summary>How one upstream component's options become our component's parameters, and which options we do without.</summary>
/// <param name="Component">The upstream name.</param>
/// <param name="Compared">How many upstream examples are compared: it may only change together with the package or the mapping.</param>
/// <param name="Unsupported">Options that we have no use for; examples with one of them are left out.</param>
internal sealed record Mapping(string Component, int Compared, Func<Options, Task<string>> Render, params string[] Unsupported)
{
    public static Mapping Of<T>(string component, int compared, Func<Options, Dictionary<string, object?>> map, params string[] unsupported)
        where T : IComponent => new(component, compared, options => Rendering.Html<T>(map(options)), unsupported);

    public IEnumerable<Fixture> Examples => Fixture.Of(Component).Where(f => !Options.Paths(f.Options).Any(IsUnsupported));

    public bool IsUnsupported(string path) => Unsupported.Any(u => path == u || path.StartsWith(u + ".", StringComparison.Ordinal) || path.StartsWith(u + "[]", StringComparison.Ordinal));
}
