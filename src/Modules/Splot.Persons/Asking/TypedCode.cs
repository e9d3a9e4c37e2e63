using System.Text.RegularExpressions;
using Splot.Ui;

namespace Splot.Persons.Asking;

/// <summary>A stable code as people type it; kept in small letters.</summary>
internal static partial class TypedCode
{
    private const int Longest = 40;

    public static string Read(PostedForm form)
    {
        var code = form.RequiredText("code", Text.CodeMissing, Longest).ToLowerInvariant();
        if (code.Length > 0 && !Allowed().IsMatch(code))
        {
            form.Reject("code", Text.CodeWrong);
        }

        return code;
    }

    [GeneratedRegex(@"\A[a-z0-9-]+\z", RegexOptions.None, 1000)]
    private static partial Regex Allowed();
}
