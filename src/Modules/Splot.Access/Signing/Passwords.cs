using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Splot.Access.Model;

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
internal sealed class Passwords(CommonPasswords common)
{
    public const int Shortest = 12;
    public const int LongestAllowed = 128;
    private const int Rounds = 220_000;

    private static readonly PasswordHasher<Account> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));
    private static readonly string OfNobody = Hasher.HashPassword(null!, Secrets.New());

    public string Hash(string password) => Hasher.HashPassword(null!, password);

    /// <summary>Whether the password is the account's. Takes as long where there is no account, so that nobody learns who has one.</summary>
    public static bool IsOf(Account? account, string password) =>
        Hasher.VerifyHashedPassword(null!, account?.PasswordHash ?? OfNobody, password) != PasswordVerificationResult.Failed && account?.PasswordHash is not null;

    public PasswordProblem ProblemOf(string password, string email, string name) =>
        password.Length < Shortest ? PasswordProblem.TooShort
        : password.Length > LongestAllowed ? PasswordProblem.TooLong
        : common.Contains(password) ? PasswordProblem.Common
        : Tells(password, email.Split('@')[0]) || Tells(password, name.Replace(" ", "", StringComparison.Ordinal)) ? PasswordProblem.NamesItself
        : PasswordProblem.None;

    /// <summary>Little more than the word itself.</summary>
    private static bool Tells(string password, string word) =>
        word.Length >= 4 && password.Contains(word, StringComparison.OrdinalIgnoreCase) && password.Length - word.Length < Shortest / 2;
}
