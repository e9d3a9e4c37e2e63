using System.Text.Json;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.Model;

namespace Splot.Persons.Vault;

/// <summary>What the audit is told of acts on persons. Who somebody is goes there only sealed with the person's own key.</summary>
internal static class Recording
{
    /// <summary>Names under which personal values of the audit are sealed.</summary>
    public const string Before = "audit.before";

    /// <inheritdoc cref="Before"/>
    public const string After = "audit.after";

    public static AuditEntry Change(string act, PersonRow person, Doer by) => Entry(AuditKind.Change, act, by) with
    {
        SubjectKind = "person",
        SubjectId = person.Id,
        Organisation = person.OrganisationId,
        Person = person.Id,
    };

    public static AuditEntry Read(string act, PersonRecord person, Doer by) => Entry(AuditKind.Read, act, by) with
    {
        SubjectKind = "person",
        SubjectId = person.Id.Value,
        Organisation = person.Organisation,
        Person = person.Id.Value,
    };

    public static AuditEntry Entry(AuditKind kind, string act, Doer by) => new()
    {
        Kind = kind,
        Act = act,
        Actor = AuditActor.Account(by.Account),
        OnBehalfOf = by.OnBehalfOf,
        Reason = by.Reason,
    };

    /// <summary>Something that is not personal, as the JSON that the audit keeps.</summary>
    public static string Plain<T>(T state) => JsonSerializer.Serialize(state, JsonSerializerOptions.Web);

    public static byte[]? Personal(PersonKey key, string column, PersonIdentity identity) => key.Seal(column, JsonSerializer.Serialize(identity, JsonSerializerOptions.Web));
}
