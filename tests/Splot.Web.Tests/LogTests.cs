using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Splot.Testing;

namespace Splot.Web.Tests;

public sealed class LogTests
{
    [Fact]
    public async Task Request_WithNamesInItsAddress_LeavesNoneInTheLog()
    {
        using var captured = new Captured();
        await using var app = await SplotApp.StartAsync(adjust: s => s.AddSingleton<ILoggerProvider>(captured), map: a => a.MapGet("/{lang}/canary/{id}", () => "done"));
        using var answer = await app.Client.GetAsync(new Uri("/pl/canary/jan-kowalski?q=Anna+Nowak", UriKind.Relative));

        Assert.Contains(captured.Lines, l => l.Contains("GET /{lang}/canary/{id} answered 200", StringComparison.Ordinal));
        Assert.DoesNotContain(captured.Lines, l => l.Contains("kowalski", StringComparison.OrdinalIgnoreCase) || l.Contains("Nowak", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Failure_OfThePage_IsLoggedUnderTheReferenceThatTheAnswerNames()
    {
        using var captured = new Captured();
        await using var app = await SplotApp.StartAsync(adjust: s => s.AddSingleton<ILoggerProvider>(captured), map: a => a.MapGet("/api/canary", string () => throw new InvalidOperationException("broken on purpose")));
        using var answer = await app.Client.GetAsync(new Uri("/api/canary", UriKind.Relative));
        using var problem = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var reference = problem.RootElement.GetProperty("reference").GetString()!;

        Assert.Matches("^[2-9A-HJ-NP-Z]{8}$", reference);
        Assert.Contains(captured.Lines, l => l.Contains(reference, StringComparison.Ordinal) && l.Contains("broken on purpose", StringComparison.Ordinal));
        Assert.DoesNotContain("broken on purpose", problem.RootElement.GetRawText(), StringComparison.Ordinal);
    }
}
