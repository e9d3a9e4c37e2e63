using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Access;
using Splot.Data;
using Splot.Data.Terminal;
using Splot.Kernel;

namespace Splot.Access.Invite;

/// <summary><c>splot admin invite EMAIL</c>: whoever may use the machine may make administrators.</summary>
internal static class InviteVerb
{
    public static Verb Verb { get; } = new(
        "admin invite",
        "EMAIL",
        "Prints a one-time link by which a system administrator sets up an account; good for seven days.",
        [new VerbOption("--name", "NAME", "the name that others see; by default the address"), new VerbOption("--language", "CODE", "pl, bg or en; en by default")],
        RunAsync);

    private static async Task<int> RunAsync(VerbCall call, CancellationToken cancellation)
    {
        if (call.Arguments is not [var email] || !InviteHandler.LooksLikeAddress(email))
        {
            throw new UsageException("Give one e-mail address.");
        }

        var language = call.Option("--language") is { } code ? Languages.Parse(code) ?? throw new UsageException("--language is pl, bg or en.") : Language.English;
        var handler = call.Services.GetRequiredService<InviteHandler>();
        var invitation = await handler.HandleAsync(new InviteAccount(email, call.Option("--name") ?? email, language, Role.SystemAdministrator, null, null, null), cancellation);
        var site = call.Services.GetRequiredService<SplotOptions>().PublicUrl.ToString().TrimEnd('/');
        await call.Answer.WriteLineAsync($"{site}/{language.Code()}/join/{invitation.Secret}");
        await call.Progress.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"The link is good once, until {invitation.EndsAt:yyyy-MM-dd HH:mm} UTC. Whoever has it becomes a system administrator: hand it on safely."));
        return ExitCode.Done;
    }
}
