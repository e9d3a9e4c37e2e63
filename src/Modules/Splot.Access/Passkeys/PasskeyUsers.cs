using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Splot.Access.Model;
using Splot.Access.Store;

namespace Splot.Access.Passkeys;

/// <summary>
/// What the framework's passkey handler asks of a store of users, answered from the tables of one transaction. It writes nothing: what a handler
/// of ours found right, that handler writes.
/// </summary>
internal sealed class PasskeyUsers(AccessContext context) : IUserPasskeyStore<Account>
{
    /// <summary>The framework's manager over this store; its handler takes nothing else.</summary>
    public static UserManager<Account> Over(AccessContext context) => new(
        new PasskeyUsers(context), Options.Create(new IdentityOptions()), null!, [], [], null!, new IdentityErrorDescriber(), null!, NullLogger<UserManager<Account>>.Instance);

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id);

    public Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        context.Accounts.SingleOrDefaultAsync(a => a.Id == userId && a.DisabledAt == null, cancellationToken);

    public Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        var id = WebEncoders.Base64UrlEncode(credentialId);
        return (from passkey in context.Passkeys
                join account in context.Accounts on passkey.AccountId equals account.Id
                where passkey.CredentialId == id
                select account).SingleOrDefaultAsync(cancellationToken);
    }

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken)
    {
        var id = WebEncoders.Base64UrlEncode(credentialId);
        return await context.Passkeys.SingleOrDefaultAsync(p => p.AccountId == user.Id && p.CredentialId == id, cancellationToken) is { } found ? Info(found) : null;
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) =>
        [.. (await context.Passkeys.Where(p => p.AccountId == user.Id).OrderBy(p => p.Id).ToListAsync(cancellationToken)).Select(Info)];

    // The counter is told as 0, which the framework takes for "not counted": a copy of a passkey shall leave an entry in the audit, so the counter is compared by
    // whoever can write one (PasskeyCeremony), after the signature was found good.
    private static UserPasskeyInfo Info(Passkey passkey) => new(
        WebEncoders.Base64UrlDecode(passkey.CredentialId), passkey.PublicKey, DateTimeOffset.FromUnixTimeMilliseconds(passkey.CreatedAt), signCount: 0,
        passkey.Transports.Split(' ', StringSplitOptions.RemoveEmptyEntries), isUserVerified: true, passkey.BackupEligible, passkey.BackedUp, [], []);

    public void Dispose()
    {
        // The context belongs to the session.
    }

    Task IUserPasskeyStore<Account>.AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw NotOurs();

    Task IUserPasskeyStore<Account>.RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) => throw NotOurs();

    Task<string?> IUserStore<Account>.GetUserNameAsync(Account user, CancellationToken cancellationToken) => throw NotOurs();

    Task IUserStore<Account>.SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => throw NotOurs();

    Task<string?> IUserStore<Account>.GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => throw NotOurs();

    Task IUserStore<Account>.SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => throw NotOurs();

    Task<IdentityResult> IUserStore<Account>.CreateAsync(Account user, CancellationToken cancellationToken) => throw NotOurs();

    Task<IdentityResult> IUserStore<Account>.UpdateAsync(Account user, CancellationToken cancellationToken) => throw NotOurs();

    Task<IdentityResult> IUserStore<Account>.DeleteAsync(Account user, CancellationToken cancellationToken) => throw NotOurs();

    Task<Account?> IUserStore<Account>.FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => throw NotOurs();

    private static NotSupportedException NotOurs() => new("Accounts are written by the slices of Splot.Access alone.");
}
