using System.Text.Json;
using Splot.Access.Model;
using Splot.Data;

namespace Splot.Access.Organisations;

/// <summary>
/// What the audit keeps of organisations: codes, ids and days. Names are history of their own, and names, numbers and contacts of those who trade
/// under their own name are personal, so of these it keeps which were touched and not what they say.
/// </summary>
internal static class OrganisationAudit
{
    /// <summary>Counts the change and records it.</summary>
    public static void Changed(WriteSession session, Keeper keeper, Organisation organisation, string act, object? before, object? after, string? reason = null)
    {
        organisation.Version++;
        Record(session, keeper, organisation.Id, act, before, after, reason);
    }

    public static void Record(WriteSession session, Keeper keeper, string organisation, string act, object? before, object? after, string? reason = null) => session.Record(new AuditEntry
    {
        Kind = AuditKind.Change,
        Act = "access." + act,
        Actor = keeper.Actor,
        OnBehalfOf = keeper.OnBehalfOf,
        SubjectKind = "organisation",
        SubjectId = organisation,
        Organisation = organisation,
        Reason = reason,
        Before = before is null ? null : JsonSerializer.Serialize(before),
        After = after is null ? null : JsonSerializer.Serialize(after),
    });

    /// <summary>The state of an organisation that changes are told by.</summary>
    public static object StateOf(Organisation organisation) => new
    {
        kind = organisation.Kind,
        place = organisation.Place,
        parent = organisation.ParentId,
        firstDay = Days.From(organisation.FromDay),
        numbers = organisation.Identifiers.Select(i => i.Kind).Order(StringComparer.Ordinal),
        contacts = new[] { organisation.Email is null ? null : "email", organisation.Phone is null ? null : "phone", organisation.Address is null ? null : "address" }.Where(c => c is not null),
    };
}
