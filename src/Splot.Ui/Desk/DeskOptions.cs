using Splot.Contracts.Access;

namespace Splot.Ui;

/// <summary>What the desk leads to. Modules add their entries; each is shown to those alone to whom the table opens its act.</summary>
public sealed class DeskOptions
{
    /// <summary>The navigation, shown by <see cref="NavEntry.Order"/>.</summary>
    public IList<DeskEntry> Navigation { get; } = [];

    /// <summary>What longer forms (<see cref="StepForm"/>) are called, by <see cref="StepForm.Key"/>, where drafts are listed.</summary>
    public IDictionary<string, Func<string>> Forms { get; } = new Dictionary<string, Func<string>>(StringComparer.Ordinal);
}

/// <summary>A link of the desk's navigation.</summary>
/// <param name="Entry">Key, address and label.</param>
/// <param name="Act">What it stands for.</param>
public sealed record DeskEntry(NavEntry Entry, Act Act);
