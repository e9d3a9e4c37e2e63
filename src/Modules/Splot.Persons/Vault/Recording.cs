using System.Text.Json;
using Splot.Contracts.Access;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.Model;

namespace Splot.Persons.Vault;

/// <summary>What the audit is told of acts on persons. Who somebody is, and what was said about them, goes there only sealed with the person's own key.</summary>
internal static class Recording
{
    /// <summary>Names under which personal values of the audit are sealed.</summary>
    public const string Before = "audit.before";

    /// <inheritdoc cref="Before"/>
    public const string After = "audit.after";

    /// <summary>A change that says nothing personal; a reason that is given with it is kept as it was typed.</summary>
    public static AuditEntry Change(string act, PersonRow person, Doer by) => Of(AuditKind.Change, act, by, person.Id, Place(person));

    /// <summary>A change to one person: the reason is about them, and is sealed like the state before and after.</summary>
    public static AuditEntry Change(string act, PersonRow person, PersonKey key, Doer by, PersonalState? before = null, PersonalState? after = null)
    {
        after = by.Reason is null ? after : (after ?? new PersonalState()) with { Why = by.Reason };
        return Change(act, person, by with { Reason = null }) with { PersonalBefore = Seal(key, Before, before), PersonalAfter = Seal(key, After, after) };
    }

    public static AuditEntry Read(string act, PersonRecord person, Doer by) => Of(AuditKind.Read, act, by, person.Id.Value, new RecordPlace(person.Organisation, person.Unit, person.Keeper));

    /// <summary>Something that is not about one record.</summary>
    public static AuditEntry Entry(AuditKind kind, string act, Doer by) => new()
    {
        Kind = kind,
        Act = act,
        Actor = AuditActor.Account(by.Account),
        OnBehalfOf = by.OnBehalfOf,
        Reason = by.Emergency is null ? by.Reason : "emergency " + by.Emergency,
    };

    /// <summary>Something that is not personal, as the JSON that the audit keeps.</summary>
    public static string Plain<T>(T state) => JsonSerializer.Serialize(state, JsonSerializerOptions.Web);

    /// <summary>What an entry sealed; null where it sealed nothing.</summary>
    public static PersonalState? Open(PersonKey key, string column, byte[]? sealedState)
    {
        // Entries of emergencies once held the reason alone, in words.
        var opened = key.Open(column, sealedState);
        return opened is null ? null : opened.StartsWith('{') ? JsonSerializer.Deserialize<PersonalState>(opened, JsonSerializerOptions.Web) : new PersonalState { Why = opened };
    }

    private static AuditEntry Of(AuditKind kind, string act, Doer by, string person, RecordPlace place) => Entry(kind, act, by) with
    {
        OnBehalfOf = by.For(place),
        SubjectKind = "person",
        SubjectId = person,
        Organisation = place.Organisation,
        Person = person,
    };

    private static RecordPlace Place(PersonRow person) => new(person.OrganisationId, person.UnitId, person.KeeperId);

    private static byte[]? Seal(PersonKey key, string column, PersonalState? state) => state is null ? null : key.Seal(column, Plain(state));
}

/// <summary>What of a person an entry of the audit keeps, sealed with the person's own key.</summary>
internal sealed record PersonalState
{
    /// <summary>Who it is.</summary>
    public PersonIdentity? Identity { get; init; }

    /// <summary>Answers about special categories, by code of the question.</summary>
    public IReadOnlyDictionary<string, TraitAnswer>? Traits { get; init; }

    /// <summary>Why it was done.</summary>
    public string? Why { get; init; }

    public static implicit operator PersonalState(PersonIdentity identity) => new() { Identity = identity };
}
