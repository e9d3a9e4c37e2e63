using Splot.Contracts.Access;
using Splot.Contracts.Desk;

namespace Splot.Access.SeeAccounts;

/// <summary>Accounts in the desk's search box.</summary>
internal sealed class FindAccounts(SeeAccountsHandler handler) : IDeskFinder
{
    public Act Act => Acts.SeeAccounts;

    public async Task<DeskFinding> FindAsync(string text, ICaller caller, int most, CancellationToken cancellation)
    {
        var found = await handler.HandleAsync(new SeeAccounts(AccountState.Active, null, text, "name", false, null, most), cancellation);
        return new DeskFinding(30, Text.Title, [.. found.Rows.Select(a => new DeskHit(a.Name, a.Email, SeeAccountsEndpoints.Path + "/" + a.Id))], found.Next is not null);
    }
}
