using System.Globalization;
using Microsoft.Extensions.Options;
using Splot.Access.Model;
using Splot.Contracts.Access;
using Splot.Contracts.Desk;
using Splot.Data;
using Splot.Kernel;
using Splot.Ui;

namespace Splot.Access.Letters;

/// <summary>The letters of this module, each in the language of the account that gets it, with addresses of the installation's own.</summary>
internal sealed class AccessLetters(SplotOptions options, IOptions<SiteOptions> site)
{
    public Letter Invitation(Account account, IssuedLink link) => Write(
        account,
        () => Text.InvitationSubject(site.Value.Name),
        () => [Text.Greeting(account.Name), Text.InvitationWhat(site.Value.Name), Address(account, "/join/" + link.Secret), Text.GoodOnce(When(link.Ends)), Text.InvitationNot]) with
    { GoodUntil = link.Ends };

    public Letter Reset(Account account, IssuedLink link) => Write(
        account,
        () => Text.ResetSubject(site.Value.Name),
        () => [Text.Greeting(account.Name), Text.ResetWhat, Address(account, "/sign-in/reset/" + link.Secret), Text.GoodOnce(When(link.Ends)), Text.ResetNot]) with
    { GoodUntil = link.Ends };

    /// <summary>Tells the owner that the way to sign in was changed, so that a stranger's change does not stay unseen.</summary>
    /// <param name="account">The owner.</param>
    /// <param name="what">What was changed, in the owner's language.</param>
    /// <param name="now">When.</param>
    public Letter Changed(Account account, Func<string> what, DateTimeOffset now) => Write(
        account,
        () => Text.ChangedSubject(site.Value.Name),
        () => [Text.Greeting(account.Name), Text.ChangedWhat(When(now), what()), Text.ChangedNot, Address(account, "/sign-in/forgot")]);

    private static Letter Write(Account account, Func<string> subject, Func<IEnumerable<string>> parts)
    {
        var language = account.ReadLanguage();
        return language.Speak(() => new Letter(account.Email, language, subject(), string.Join("\n\n", parts())));
    }

    private string Address(Account account, string path) => options.PublicUrl.ToString().TrimEnd('/') + "/" + account.ReadLanguage().Code() + path;

    private static string When(DateTimeOffset at) => Languages.Current.LongDate(DateOnly.FromDateTime(at.UtcDateTime)) + ", " + at.UtcDateTime.ToString("HH':'mm", CultureInfo.InvariantCulture) + " UTC";
}
