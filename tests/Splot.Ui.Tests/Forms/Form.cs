using Splot.Kernel;

namespace Splot.Ui.Tests.Forms;

/// <summary>Forms as they were sent.</summary>
internal static class Form
{
    public static PostedForm With(Language language, params (string Name, string Value)[] fields)
    {
        language.MakeCurrent();
        return new PostedForm(fields.GroupBy(f => f.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(f => f.Value)], StringComparer.Ordinal));
    }
}
