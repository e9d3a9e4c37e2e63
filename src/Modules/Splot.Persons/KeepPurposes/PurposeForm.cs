using Splot.Ui;

namespace Splot.Persons.KeepPurposes;

/// <summary>The fields of a purpose's state in a form: reading them, and filling them in beforehand.</summary>
internal static class PurposeForm
{
    private const int LongestName = 200;
    private const int LongestSource = 500;

    public static PurposeState Read(PostedForm form)
    {
        var name = form.RequiredText("name", Text.NameMissing, LongestName);
        var basis = form.RequiredChoice("basis", LegalBases.All, Text.ChooseBasis);
        var source = form.RequiredText("source", Text.SourceMissing, LongestSource);
        return new PurposeState(form.RequiredDate("from", Text.FromMissing), name, basis, source);
    }

    public static PostedForm Of(PurposeLine state) => new(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        ["name"] = [state.Name],
        ["basis"] = [state.LegalBasis],
        ["source"] = [state.Source],
    });
}
