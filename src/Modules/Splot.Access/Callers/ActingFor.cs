using Splot.Contracts.Access;
using Splot.Data;

namespace Splot.Access.Callers;

/// <summary>For whom somebody acts who stands in for somebody absent.</summary>
internal static class ActingFor
{
    /// <summary>The entry as it is to be written: on behalf of somebody absent where only their roles open the act.</summary>
    public static AuditEntry For(this ICaller caller, Act act, AuditEntry entry)
    {
        var holders = caller.Roles.Where(r => act.ScopeOf(r.Role) is not null).Select(r => r.Holder).ToList();
        return holders.Count == 0 || holders.Contains(caller.Account!.Id, StringComparer.Ordinal) ? entry : entry with { OnBehalfOf = holders[0] };
    }
}
