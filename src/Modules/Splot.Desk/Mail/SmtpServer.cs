using Splot.Data;

namespace Splot.Desk.Mail;

/// <summary>Where mail is handed in, from <c>--smtp</c>: <c>smtp://user:password@host:port?from=address</c>, or <c>smtps://…</c> for TLS from the first byte.</summary>
internal sealed record SmtpServer(string Host, int Port, bool Tls, string? User, string? Password, string? From)
{
    private const int PlainPort = 25;
    private const int SubmissionPort = 587;
    private const int TlsPort = 465;

    /// <exception cref="RequirementException">The address names no sender that mail can come from.</exception>
    public static SmtpServer Parse(string address)
    {
        var uri = new Uri(address);
        var (tls, login) = (uri.Scheme == "smtps", uri.UserInfo.Split(':', 2));
        var user = login[0].Length > 0 ? Uri.UnescapeDataString(login[0]) : null;
        var from = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(uri.Query).TryGetValue("from", out var given) ? given.ToString() : null;
        return from is null || MailText.IsAddress(from)
            ? new SmtpServer(
                uri.IdnHost, uri.Port > 0 ? uri.Port : tls ? TlsPort : user is null ? PlainPort : SubmissionPort, tls, user, login.Length == 2 ? Uri.UnescapeDataString(login[1]) : null, from)
            : throw new RequirementException("The sender in --smtp (from=…) is no e-mail address.");
    }

    /// <summary>Says only where it is: the password must not reach a log.</summary>
    public override string ToString() => Host;
}
