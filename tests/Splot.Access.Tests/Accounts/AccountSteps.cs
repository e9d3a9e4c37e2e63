using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Splot.Access.Store;
using Splot.Contracts.Access;
using Splot.Data;
using Splot.Testing;

namespace Splot.Access.Tests.Accounts;

/// <summary>Short ways through the pages of accounts.</summary>
internal static class AccountSteps
{
    /// <summary>Sends a form to an address, as one of the desk's own pages would.</summary>
    public static async Task<IDocument> PostAsync(Browser browser, string address, params (string Name, string Value)[] fields)
    {
        var token = (await browser.GetAsync("/en/desk")).QuerySelector("form[action$=sign-out] input[type=hidden]")!;
        return await browser.PostAsync(address, [KeyValuePair.Create(token.GetAttribute("name")!, token.GetAttribute("value")!), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
    }

    /// <summary>The demo account of a role.</summary>
    public static Task<string> IdAsync(SplotApp app, Role role) => ReadAsync(app, c => c.Accounts.Where(a => a.EmailKey == role.Code() + "@demo.invalid").Select(a => a.Id).SingleAsync());

    /// <summary>How many roles an account was given.</summary>
    public static Task<int> GrantsAsync(SplotApp app, string account) => ReadAsync(app, c => c.Grants.CountAsync(g => g.AccountId == account));

    /// <summary>How many entries of the audit tell of an act on an account.</summary>
    public static Task<int> EntriesAsync(SplotApp app, string act, string account) => app.Services.GetRequiredService<MainStore>().ReadAsync(
        s => s.Context<DataContext>().Set<AuditRow>().CountAsync(e => e.Act == act && e.SubjectId == account), CancellationToken.None);

    /// <summary>Reads the tables of the module.</summary>
    public static Task<T> ReadAsync<T>(SplotApp app, Func<AccessContext, Task<T>> work) => app.Services.GetRequiredService<MainStore>().ReadAsync(s => work(s.Context<AccessContext>()), CancellationToken.None);
}
