using Microsoft.AspNetCore.Builder;
using Splot.Contracts.Access;

namespace Splot.Ui;

/// <summary>Metadata of an endpoint: the act that it stands for. <see cref="AccessGate"/> refuses an endpoint that has none.</summary>
/// <param name="Act">The act of the table.</param>
public sealed record AccessNeed(Act Act);

/// <summary>Says what endpoints stand for.</summary>
public static class AccessEndpoints
{
    /// <summary>The endpoint, or every endpoint of the group, stands for <paramref name="act"/>; what is said nearest to the endpoint holds.</summary>
    public static TBuilder For<TBuilder>(this TBuilder builder, Act act)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new AccessNeed(act));
}
