using System.Globalization;
using System.Text;
using Splot.Contracts.Desk;
using Splot.Data;
using Splot.Kernel;

namespace Splot.Desk.Mail;

/// <summary>A letter as it travels (RFC 5322, RFC 2045): plain text in UTF-8, no picture, no tracking.</summary>
internal static class MailText
{
    private const string End = "\r\n";
    private const int BytesInWord = 42; // an encoded word has at most 75 characters (RFC 2047)
    private const int LineOfBase64 = 76;

    /// <summary>Whom mail comes from: what the server's address names, else the contact of the installation, else nobody at its host.</summary>
    public static string Sender(SplotOptions options, string? given) => given ?? options.Operator.Email ?? "no-reply@" + options.PublicUrl.Host;

    /// <summary>Whether an address can stand in a header and in an envelope.</summary>
    public static bool IsAddress(string address) =>
        address.Length <= 254 && address.LastIndexOf('@') is > 0 and var at && at < address.Length - 1 && !address.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>');

    /// <summary>Headers and body.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="from">The sender's address.</param>
    /// <param name="id">Names the message.</param>
    /// <param name="host">The installation's host.</param>
    /// <param name="now">Its date.</param>
    /// <param name="readable">True for a body as it is (8bit), for files; else Base64, which every server takes.</param>
    public static string Of(Letter letter, string from, string id, string host, DateTimeOffset now, bool readable)
    {
        var body = letter.Text.ReplaceLineEndings(End) + End;
        return string.Join(
            End,
            $"From: <{from}>",
            $"To: <{letter.To}>",
            $"Subject: {Words(letter.Subject)}",
            $"Date: {now.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)} +0000",
            $"Message-ID: <{id}@{host}>",
            "Auto-Submitted: auto-generated", // RFC 3834: nobody's holiday notice shall answer
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            $"Content-Language: {letter.Language.Code()}",
            $"Content-Transfer-Encoding: {(readable ? "8bit" : "base64")}",
            "",
            readable ? body : Lines(Convert.ToBase64String(Encoding.UTF8.GetBytes(body))));
    }

    private static string Words(string text)
    {
        var plain = new string([.. text.Select(c => char.IsControl(c) ? ' ' : c)]);
        if (plain.All(char.IsAscii) && plain.Length <= 60)
        {
            return plain;
        }

        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in plain.EnumerateRunes())
        {
            if (Encoding.UTF8.GetByteCount(word.ToString()) + rune.Utf8SequenceLength > BytesInWord)
            {
                words.Add(word.ToString());
                word.Clear();
            }

            word.Append(rune.ToString());
        }

        words.Add(word.ToString());
        return string.Join(End + " ", words.Select(w => "=?utf-8?B?" + Convert.ToBase64String(Encoding.UTF8.GetBytes(w)) + "?="));
    }

    private static string Lines(string base64) => string.Concat(base64.Chunk(LineOfBase64).Select(line => new string(line) + End));
}
