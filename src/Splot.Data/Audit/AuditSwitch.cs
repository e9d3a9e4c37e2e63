namespace Splot.Data;

/// <summary>
/// Lets sessions of a store forget what they record, so that the cost of the audit can be measured (<c>splot bench desk</c>) on a store that
/// is made for measuring. Only the terminal can make one; no option, variable, file or request reaches it, and a test reads the source for
/// other users.
/// </summary>
public sealed class AuditSwitch
{
    /// <summary>Stands in the folder or database of every store that is made for measuring.</summary>
    public const string MeasuringName = "splot_bench_desk";

    internal AuditSwitch()
    {
    }

    /// <summary>Says whether what sessions of the store record is forgotten instead of written.</summary>
    /// <exception cref="InvalidOperationException">The store was not made for measuring.</exception>
    public void Forget(MainStore store, bool forgets)
    {
        if (!store.Target.Location.Contains(MeasuringName, StringComparison.Ordinal))
        {
            throw new InvalidOperationException("The audit of a store that people work with is never switched off.");
        }

        store.ForgetsAudit = forgets;
    }
}
