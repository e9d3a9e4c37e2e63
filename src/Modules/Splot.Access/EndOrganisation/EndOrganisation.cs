using Splot.Access.Organisations;

namespace Splot.Access.EndOrganisation;

/// <summary>An organisation becomes part of another; it stands by itself up to the last day.</summary>
/// <param name="Keeper">Who says so.</param>
/// <param name="Id">The organisation that ends.</param>
/// <param name="Version">As the form showed it.</param>
/// <param name="Into">The organisation that goes on.</param>
/// <param name="LastDay">The last day on which it stands by itself.</param>
/// <param name="Note">Why, such as the resolution.</param>
/// <param name="MoveUnits">Whether its units go on in the other one.</param>
/// <param name="MoveRoles">Whether those who hold a role in it hold the same role in the other one from then on.</param>
internal sealed record MergeOrganisations(Keeper Keeper, string Id, long Version, string? Into, DateOnly LastDay, string? Note, bool MoveUnits, bool MoveRoles);

/// <summary>An organisation ends and none goes on with its work.</summary>
internal sealed record CloseOrganisation(Keeper Keeper, string Id, long Version, DateOnly LastDay, string? Note);

/// <summary>That it ended was a mistake.</summary>
internal sealed record ReopenOrganisation(Keeper Keeper, string Id, long Version, string? Note);
