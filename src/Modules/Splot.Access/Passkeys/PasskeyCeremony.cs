using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Splot.Access.Model;
using Splot.Access.Signing;
using Splot.Access.Store;
using Splot.Data;

namespace Splot.Access.Passkeys;

/// <summary>A question for the browser, and the sealed state that must come back with its answer.</summary>
internal sealed record PasskeyQuestion(string Options, string State);

/// <summary>
/// Asks for passkeys and checks the answers, by the framework's own handler (WebAuthn Level 3), on our tables and in our transactions. The host is the one of
/// the public address, never the request's. The owner must be verified by the authenticator, so a passkey alone is two factors. A question is good
/// for ten minutes and is answered once, rightly or wrongly.
/// </summary>
internal sealed class PasskeyCeremony(AppSecrets secrets, SplotOptions site, TimeProvider clock)
{
    private const string Make = "passkey-make";

    private readonly IOptions<IdentityPasskeyOptions> rules = Options.Create(Rules(site.PublicUrl));

    /// <summary>Asks for a new passkey of an account.</summary>
    public async Task<PasskeyQuestion> AskToMakeAsync(Session session, Account account, HttpContext http)
    {
        using var users = PasskeyUsers.Over(session.Context<AccessContext>());
        var made = await Handler(users).MakeCreationOptionsAsync(new PasskeyUserEntity { Id = account.Id, Name = account.Email, DisplayName = account.Name }, http);
        return new PasskeyQuestion(made.CreationOptionsJson, secrets.Pass(Make, made.AttestationState ?? ""));
    }

    /// <summary>Asks for a passkey: of one account, or where none is named of whoever has one here.</summary>
    public async Task<PasskeyQuestion> AskToShowAsync(Session session, string purpose, Account? account, HttpContext http)
    {
        using var users = PasskeyUsers.Over(session.Context<AccessContext>());
        var made = await Handler(users).MakeRequestOptionsAsync(account, http);
        return new PasskeyQuestion(made.RequestOptionsJson, secrets.Pass(purpose, made.AssertionState ?? ""));
    }

    /// <summary>The passkey that was made for the account; null where the answer is wrong, too late or given before.</summary>
    public async Task<UserPasskeyInfo?> CheckMadeAsync(WriteSession session, Account account, string state, string credential, HttpContext http, CancellationToken cancellation)
    {
        if (secrets.Passed(Make, state) is not { } asked || !await SpendAsync(session, asked, cancellation))
        {
            return null;
        }

        using var users = PasskeyUsers.Over(session.Context<AccessContext>());
        var result = await Handler(users).PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = http, AttestationState = asked, CredentialJson = credential });
        return result.Succeeded && result.UserEntity.Id == account.Id ? result.Passkey : null;
    }

    /// <summary>Whose passkey was shown, its counter moved on; null where the answer is wrong, too late or given before, or the counter says that there are two of it.</summary>
    public async Task<Account?> CheckShownAsync(WriteSession session, string purpose, string state, string credential, HttpContext http, CancellationToken cancellation)
    {
        if (secrets.Passed(purpose, state) is not { } asked || !await SpendAsync(session, asked, cancellation))
        {
            return null;
        }

        var context = session.Context<AccessContext>();
        using var users = PasskeyUsers.Over(context);
        var result = await Handler(users).PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = http, AssertionState = asked, CredentialJson = credential });
        if (!result.Succeeded)
        {
            return null;
        }

        var id = Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlEncode(result.Passkey.CredentialId);
        var passkey = await context.Passkeys.SingleAsync(p => p.CredentialId == id, cancellation);
        if ((passkey.SignCount != 0 || result.Passkey.SignCount != 0) && result.Passkey.SignCount <= passkey.SignCount)
        {
            session.Record(AccessAudit.Refused(passkey.AccountId, "passkey-counter"));
            return null;
        }

        (passkey.SignCount, passkey.BackedUp, passkey.UsedAt) = (result.Passkey.SignCount, result.Passkey.IsBackedUp, clock.GetUtcNow().ToUnixTimeMilliseconds());
        return result.User;
    }

    /// <summary>True for the first answer to a question; of two at once the store lets one through.</summary>
    private async Task<bool> SpendAsync(WriteSession session, string asked, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await session.Context<AccessContext>().SpentChallenges.Where(c => c.EndsAt < now.ToUnixTimeMilliseconds()).ExecuteDeleteAsync(cancellation);
        await using var command = session.Command("INSERT INTO access_spent_challenge (hash, ends_at) VALUES (@hash, @ends) ON CONFLICT (hash) DO NOTHING")
            .With("hash", Secrets.DigestOf(asked)).With("ends", (now + AppSecrets.StepLasts).ToUnixTimeMilliseconds());
        return await command.ExecuteNonQueryAsync(cancellation) == 1;
    }

    private PasskeyHandler<Account> Handler(UserManager<Account> users) => new(users, rules);

    private static IdentityPasskeyOptions Rules(Uri site) => new()
    {
        ServerDomain = site.Host,
        UserVerificationRequirement = "required",
        ResidentKeyRequirement = "required",
        AttestationConveyancePreference = "none",
        ValidateOrigin = asked => ValueTask.FromResult(
            !asked.CrossOrigin && Uri.TryCreate(asked.Origin, UriKind.Absolute, out var origin)
            && Uri.Compare(origin, site, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0),
    };
}
