using System.Security.Cryptography;
using Splot.Access.Model;
using Splot.Access.Store;

namespace Splot.Access.Signing;

/// <summary>Ten codes on paper, each good once, for the day on which the telephone is gone.</summary>
internal static class RecoveryCodes
{
    /// <summary>What may be typed for one: its letters, and blanks or dashes between them.</summary>
    public const int LongestTyped = 80;

    private const int Count = 10;
    private const int Letters = 28;

    // Letters and digits that nobody mixes up: 28 of 32 are 140 bits. Codes of before, of sixteen, stay good until they are renewed.
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// <summary>New codes in place of all former ones; this is the only time that they can be read.</summary>
    public static IReadOnlyList<string> Renew(AccessContext context, string account, IEnumerable<RecoveryCode> former)
    {
        context.RecoveryCodes.RemoveRange(former);
        var codes = Enumerable.Range(0, Count).Select(_ => RandomNumberGenerator.GetString(Alphabet, Letters)).ToList();
        context.RecoveryCodes.AddRange(codes.Select(c => new RecoveryCode { AccountId = account, Hash = DigestOf(c) }));
        return [.. codes.Select(c => string.Join('-', c.Chunk(4).Select(part => new string(part))))];
    }

    /// <summary>The digest of a code however it was typed: in any case, with dashes or blanks or without.</summary>
    public static string DigestOf(string typed) => Secrets.DigestOf(new string([.. typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]));
}
