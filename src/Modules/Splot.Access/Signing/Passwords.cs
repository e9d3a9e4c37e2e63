using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Splot.Access.Model;
using Splot.Data;
using Splot.Kernel;

namespace Splot.Access.Signing;

/// <summary>What is wrong with a password that somebody wants to have.</summary>
internal enum PasswordProblem
{
    None,
    TooShort,
    TooLong,
    Common,
    NamesItself,
}

/// <summary>
/// Chosen and checked passwords: twelve characters at least, any characters, none of those that everybody tries first (OWASP ASVS 5, 6.2). Hashed by the
/// framework's hasher (PBKDF2 with HMAC-SHA-512).
/// </summary>
internal sealed class Passwords(CommonPasswords common, SplotOptions options)
{
    public const int Shortest = 12;
    public const int LongestAllowed = 128;
    private const int Rounds = 220_000;
    private const int ShortestWord = 4;

    private static readonly PasswordHasher<Account> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));
    private static readonly string OfNobody = Hasher.HashPassword(null!, Secrets.New());

    // The installation's own: what the program is called, where it answers, who runs it.
    private readonly string[] words = ["splot", .. options.PublicUrl.Host.Split('.', '-'), .. (options.Operator.Name ?? "").Split(' ')];

    public string Hash(string password) => Hasher.HashPassword(null!, password);

    /// <summary>Whether the password is the account's. Takes as long where there is no account, so that nobody learns who has one.</summary>
    public static bool IsOf(Account? account, string password) =>
        Hasher.VerifyHashedPassword(null!, account?.PasswordHash ?? OfNobody, password) != PasswordVerificationResult.Failed && account?.PasswordHash is not null;

    public PasswordProblem ProblemOf(string password, string email, string name) =>
        password.Length < Shortest ? PasswordProblem.TooShort
        : password.Length > LongestAllowed ? PasswordProblem.TooLong
        : common.Contains(password) ? PasswordProblem.Common
        : Tells(password, email.Split('@')[0]) || Tells(password, name.Replace(" ", "", StringComparison.Ordinal)) || IsOfWords(password) ? PasswordProblem.NamesItself
        : PasswordProblem.None;

    /// <summary>Little more than words of the installation.</summary>
    private bool IsOfWords(string password)
    {
        var rest = TextFold.Fold(password).Replace(" ", "", StringComparison.Ordinal);
        var length = rest.Length;
        foreach (var word in words.Select(TextFold.Fold).Where(w => w.Length >= ShortestWord).OrderByDescending(w => w.Length))
        {
            rest = rest.Replace(word, "", StringComparison.Ordinal);
        }

        return rest.Length < length && rest.Length < Shortest / 2;
    }

    /// <summary>Little more than the word itself.</summary>
    private static bool Tells(string password, string word) =>
        word.Length >= ShortestWord && password.Contains(word, StringComparison.OrdinalIgnoreCase) && password.Length - word.Length < Shortest / 2;
}
