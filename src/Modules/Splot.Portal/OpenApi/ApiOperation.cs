using Microsoft.AspNetCore.Builder;
using Splot.Portal.Searching;

namespace Splot.Portal.OpenApi;

/// <summary>
/// What the description of the API says of an address. It is attached to the endpoint itself, so what is described exists, and a test
/// fails on an address of the API without one. Parameters are not repeated here: they come from the surface that the endpoint reads with.
/// </summary>
/// <param name="Id">Name for generated clients.</param>
/// <param name="Summary">One line.</param>
/// <param name="Surface">What the query may hold.</param>
/// <param name="Answer">What comes with 200.</param>
internal sealed record ApiOperation(string Id, string Summary, SearchSurface Surface, ApiAnswer Answer)
{
    /// <summary>More than one line has room for.</summary>
    public string? Description { get; init; }

    /// <summary>The address as it is written to people, where the route cannot say it.</summary>
    public string? Path { get; init; }

    /// <summary>Values of the address's own parameters, with one example each.</summary>
    public IReadOnlyList<(string Name, string Meaning, string Pattern, string Example)> Places { get; init; } = [];

    /// <summary>A query that shows what the address is good for.</summary>
    public string Example { get; init; } = "";

    /// <summary>True where a stranger's id is answered with 404.</summary>
    public bool CanBeUnknown { get; init; }

    /// <summary>True where a withdrawn project is answered with 410.</summary>
    public bool CanBeGone { get; init; }

    /// <summary>True where answers carry an entity tag.</summary>
    public bool HasTag { get; init; }
}

/// <summary>An answer: its content type and the name of its schema; null where it is no JSON.</summary>
internal sealed record ApiAnswer(string MediaType, string? Schema = null);

/// <summary>Attaches descriptions.</summary>
internal static class ApiDescriptions
{
    public static void Describe<T>(this T endpoint, ApiOperation operation)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(operation);
}
