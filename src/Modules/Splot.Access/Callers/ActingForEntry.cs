using Splot.Contracts.Access;
using Splot.Data;

namespace Splot.Access.Callers;

/// <summary>Entries of what a stand-in does.</summary>
internal static class ActingForEntry
{
    /// <summary>The entry as it is to be written: on behalf of somebody absent where only their roles open the act.</summary>
    public static AuditEntry For(this ICaller caller, Act act, AuditEntry entry) => caller.OnBehalfOf(act) is { } absent ? entry with { OnBehalfOf = absent } : entry;
}
