namespace Splot.Contracts.Desk;

/// <summary>What a module's entries of the audit say, for people.</summary>
public interface IAuditWords
{
    /// <summary>The words for an act's code in the language that is current; null where the module does not know it.</summary>
    string? Of(string act);
}
