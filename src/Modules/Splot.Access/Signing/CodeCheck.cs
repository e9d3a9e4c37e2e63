using Microsoft.EntityFrameworkCore;
using Splot.Access.Model;
using Splot.Access.Store;

namespace Splot.Access.Signing;

/// <summary>Whether a code is the account's: from its app, or one of its recovery codes; either serves once.</summary>
internal sealed class CodeCheck(AppSecrets secrets, TimeProvider clock)
{
    public async Task<bool> IsRightAsync(AccessContext context, Account account, string code, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (account.TotpSecret is { } kept && secrets.Open(kept) is { } secret && Totp.Check(secret, code, account.TotpStep, now) is { } step)
        {
            account.TotpStep = step;
            return true;
        }

        var hash = RecoveryCodes.DigestOf(code);
        var spare = await context.RecoveryCodes.SingleOrDefaultAsync(r => r.AccountId == account.Id && r.Hash == hash && r.UsedAt == null, cancellation);
        if (spare is null)
        {
            return false;
        }

        spare.UsedAt = now.ToUnixTimeMilliseconds();
        return true;
    }
}
