using Splot.Contracts.Access;

namespace Splot.Persons.Tests.Endpoints;

/// <summary>Something that has an address of its own, and where it stands.</summary>
/// <param name="Kind">The kind of what it is.</param>
/// <param name="Values">What fills the parameters of its addresses.</param>
/// <param name="Marks">Words that stand in an answer only where it is shown.</param>
internal sealed record Guarded(string Kind, IReadOnlyDictionary<string, string> Values, params string[] Marks)
{
    /// <summary>Where it stands; an account stands in several places.</summary>
    public IReadOnlyList<RecordPlace> Places { get; init; } = [];

    /// <summary>The only accounts that know of it; null where there are no such.</summary>
    public IReadOnlyList<string>? Named { get; init; }

    /// <summary>Whose alone it is; null where its place decides.</summary>
    public string? Owner { get; init; }

    public string Id => Values.Values.First();

    public override string ToString() => Kind + " " + string.Join('/', Values.Values.Concat(Marks));
}

/// <summary>What a role is held for: how far it goes is told here once more, from the words of docs/access.md, so that the application's own reckoning is judged by another.</summary>
internal sealed record Seat(Role Role, string Account, string? Organisation, string? Territory, string? Unit, string? Operation)
{
    public bool Reaches(Act act, Guarded record)
    {
        if (record.Owner is not null)
        {
            return record.Owner == Account && (act.Kind is ActKind.SignedIn or ActKind.OwnStepUp || act.ScopeOf(Role) is not null);
        }

        if (act.Kind is ActKind.SignedIn or ActKind.OwnStepUp)
        {
            return true;
        }

        return record.Named?.Contains(Account) is not false && record.Places.Any(place => act.ScopeOf(Role) switch
        {
            Scope.All => true,
            Scope.Own => place.Keeper == Account,
            Scope.Unit => Unit is null ? place.Organisation == Organisation : place.Unit == Unit,
            Scope.Organisation => place.Organisation == Organisation,
            Scope.Territory => place.Territory?.StartsWith(Territory!, StringComparison.Ordinal) is true,
            Scope.Operation => Operation is not null && place.Operations.Contains(Operation),
            _ => false,
        });
    }

    public override string ToString() => Role.Code();
}
