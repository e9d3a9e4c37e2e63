using Splot.Contracts.Projects;
using Splot.Kernel;

namespace Splot.Portal.Words;

/// <summary>Why an operation is no longer published, in the current language; a person's own words stay as they were written.</summary>
internal static class WithdrawnWords
{
    public static string? Of(string? stored) => WithdrawnReason.Parse(stored) is { List: { } list, Edition: { } edition }
        ? Text.Disappeared(list, Languages.Current.LongDate(edition))
        : stored;
}
