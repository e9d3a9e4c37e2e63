using System.Diagnostics;
using Splot.Access.Signing;

namespace Splot.Access.Join;

/// <summary>What is wrong with a password that somebody chose, in the reader's language.</summary>
internal static class PasswordWords
{
    public static string Of(PasswordProblem problem) => problem switch
    {
        PasswordProblem.TooShort => Text.PasswordTooShort(Passwords.Shortest),
        PasswordProblem.TooLong => Text.PasswordTooLong(Passwords.LongestAllowed),
        PasswordProblem.Common => Text.PasswordCommon,
        PasswordProblem.NamesItself => Text.PasswordNames,
        _ => throw new UnreachableException(),
    };
}
