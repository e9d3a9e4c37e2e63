using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Splot.Persons.Tests.Vault;

namespace Splot.Persons.Tests.Pages;

/// <summary>Tells in a header how many statements an answer took. The answer is kept back until it is whole.</summary>
internal sealed class StatementHeader : IStartupFilter
{
    public const string Name = "X-Statements";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (http, following) =>
        {
            var body = http.Response.Body;
            using var kept = new MemoryStream();
            http.Response.Body = kept;
            var count = await Statements.CountAsync(() => following(http));
            http.Response.Body = body;
            http.Response.Headers[Name] = count.ToString(System.Globalization.CultureInfo.InvariantCulture);
            kept.Position = 0;
            await kept.CopyToAsync(body);
        });
        next(app);
    };
}
