using System.Security.Cryptography;
using Splot.Access.Model;
using Splot.Access.Store;

namespace Splot.Access.Signing;

/// <summary>Ten codes on paper, each good once, for the day on which the telephone is gone.</summary>
internal static class RecoveryCodes
{
    private const int Count = 10;
    private const int Letters = 16;

    // Letters and digits that nobody mixes up: sixteen of 32 are 80 bits.
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
