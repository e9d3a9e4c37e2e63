using Splot.Contracts.Access;
using Splot.Data;

namespace Splot.Access.Callers;

/// <summary>Entries of what a stand-in does.</summary>
internal static class ActingForEntry
{
    /// <summary>The entry as it is to be written: on behalf of somebody absent where only their roles open the act for the entry's organisation.</summary>
    public static AuditEntry For(this ICaller caller, Act act, AuditEntry entry) =>
        entry with { OnBehalfOf = entry.Organisation is { } organisation ? caller.OnBehalfOf(act, new RecordPlace(organisation)) : caller.OnBehalfOf(act) };
}
