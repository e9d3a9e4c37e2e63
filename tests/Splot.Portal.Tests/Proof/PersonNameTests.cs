using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Splot.Data;
using Splot.Portal.Tests.Support;
using Splot.Testing;

namespace Splot.Portal.Tests.Proof;

/// <summary>CPR Art. 49(3): a natural person's name leaves two years after first publication, wherever it stood. The clock says when.</summary>
public sealed class PersonNameTests
{
    private const string Name = "Wymyślona";
    private const string Id = "pl-2021-n1";
    private const string Header = "code,title_en,original_language,period,total,currency,beneficiary_name,natural_person,country\n";
    private const string OfAPerson = Header + "N1,A small bakery,en,2021-2027,1000.00,EUR,Zofia Wymyślona,true,PL\nN2,A school,en,2021-2027,5.00,EUR,Gmina Zmyślona,false,PL\n";

    /// <summary>Where the name stands as long as it may.</summary>
    private static readonly string[] Shown = ["/pl/projects/" + Id, "/pl/projects", "/api/v1/projects/" + Id, "/api/v1/projects", "/api/v1/projects.csv", "/api/v1/projects.ndjson", "/api/v1/projects.xlsx"];

    private static readonly string[] Searches = ["", "?q=Wymyślona", "?q=wymyslona", "?q=Zofia", "?q=wymys*", "?q=bakery", "?country=PL&period=2021-2027"];

    [Theory, EachEngine]
    public async Task Name_UntilTwoYearsAreOver_IsShown(Engine engine)
    {
        await using var app = await AppAsync(engine, "2024-06-01");

        foreach (var address in Shown)
        {
            Assert.True((await TextAsync(app, address)).Contains(Name, StringComparison.Ordinal), address + " does not show the name yet.");
        }
    }

    [Theory, EachEngine]
    public async Task Name_WithTwoYearsOver_IsNowhere(Engine engine)
    {
        await using var app = await AppAsync(engine, "2024-06-01");

        Assert.Equal(2, await StoredAsync(app));
        await NightAsync(app);

        Assert.Equal(0, await StoredAsync(app));
        Assert.Equal([], await PlacesAsync(app));
        Assert.Contains("osoba fizyczna", await TextAsync(app, "/pl/projects/" + Id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_WithTwoYearsOverAndNoJobRun_IsShownNowhere()
    {
        await using var app = await PortalApp.CreateAsync(Engine.Sqlite);
        await app.PublishAsync(Given.Published(Given.Operation("n1") with { Beneficiary = new() { NaturalPerson = true } }) with { PersonName = "Zofia Wymyślona", PersonNameUntil = new DateOnly(2026, 6, 1) });

        app.Clock.Advance(TimeSpan.FromDays(1));

        foreach (var address in new[] { "/pl/projects/n1", "/pl/projects", "/en/projects/n1/history", "/pl/projects.atom", "/api/v1/projects/n1", "/api/v1/projects", "/api/v1/projects.csv", "/api/v1/projects.ndjson" })
        {
            Assert.DoesNotContain(Name, await app.Client.GetStringAsync(address), StringComparison.Ordinal);
        }
    }

    [Theory, EachEngine]
    public async Task Name_AnyTime_IsNotSearchable(Engine engine)
    {
        await using var app = await AppAsync(engine, "2024-06-01");

        foreach (var word in new[] { "Wymyślona", "wymyslona", "Zofia", "wymys*", "\"Zofia Wymyślona\"" })
        {
            Assert.Contains("\"total\":0,", await TextAsync(app, "/api/v1/projects?q=" + Uri.EscapeDataString(word)), StringComparison.Ordinal);
        }

        Assert.Equal([], Directory.EnumerateFiles(Path.Combine(app.Services.GetRequiredService<SplotOptions>().DataFolder, "index"), "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != "lock" && HasName(File.ReadAllBytes(f))));
    }

    [Theory, EachEngine]
    public async Task Name_OfABodyThatALaterEditionCallsAPerson_LeavesTheHistoryToo(Engine engine)
    {
        await using var app = await Site.StartAsync(engine);
        await app.ImportAsync(Header + "N1,A small bakery,en,2021-2027,1000.00,EUR,Zofia Wymyślona-Nowak,false,PL\n", "2024-06-01");
        await app.ImportAsync(Header + "N1,A small bakery,en,2021-2027,1000.00,EUR,Zofia Wymyślona,false,PL\n", "2024-06-02");
        Assert.Contains(Name, await TextAsync(app, "/en/projects/" + Id + "/history"), StringComparison.Ordinal);

        await app.ImportAsync(Header + "N1,A small bakery and a shop,en,2021-2027,1000.00,EUR,Zofia Wymyślona,true,PL\n", "2024-06-03");

        Assert.Contains(Name, await TextAsync(app, "/en/projects/" + Id), StringComparison.Ordinal);
        Assert.DoesNotContain(Name, await TextAsync(app, "/en/projects/" + Id + "/history"), StringComparison.Ordinal);
        Assert.Contains("and a shop", await TextAsync(app, "/en/projects/" + Id + "/history"), StringComparison.Ordinal);
        Assert.Contains("\"total\":0,", await TextAsync(app, "/api/v1/projects?q=wymyslona"), StringComparison.Ordinal);

        await NightAsync(app);
        Assert.Equal(0, await StoredAsync(app));
        Assert.Equal(0, await app.Services.GetRequiredService<MainStore>().ReadAsync(session => CountAsync(session, "SELECT COUNT(*) FROM projects_change WHERE field LIKE 'beneficiary%'"), CancellationToken.None));
        Assert.Equal([], await PlacesAsync(app));
    }

    private static async Task<SplotApp> AppAsync(Engine engine, string edition)
    {
        var app = await Site.StartAsync(engine);
        await app.ImportAsync(OfAPerson, edition);
        return app;
    }

    /// <summary>Lets the clock go on to six in the morning and the night's jobs run.</summary>
    private static async Task NightAsync(SplotApp app)
    {
        var jobs = app.Services.GetRequiredService<JobRunner>();
        await jobs.RunDueAsync(CancellationToken.None);
        app.Clock.Advance(TimeSpan.FromHours(22));
        await jobs.RunDueAsync(CancellationToken.None);
        await app.Services.GetRequiredService<OutboxPump>().DrainAsync(CancellationToken.None);
        await app.CatchUpAsync();
    }

    /// <summary>Rows of both stores that hold a name.</summary>
    private static async Task<long> StoredAsync(SplotApp app)
    {
        var registry = await app.Services.GetRequiredService<MainStore>().ReadAsync(session => CountAsync(session, "SELECT COUNT(*) FROM projects_operation WHERE person_name IS NOT NULL"), CancellationToken.None);
        return registry + await app.Services.GetRequiredService<PublicStore>().ReadAsync(session => CountAsync(session, "SELECT COUNT(*) FROM portal_operation WHERE person_name IS NOT NULL"), CancellationToken.None);
    }

    private static async Task<long> CountAsync(Session session, string sql) => Convert.ToInt64(await session.Command(sql).ExecuteScalarAsync(), CultureInfo.InvariantCulture);

    /// <summary>Addresses, of all that there are, whose answer has the name.</summary>
    private static async Task<List<string>> PlacesAsync(SplotApp app)
    {
        var found = new List<string>();
        var addresses = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(e => e.RoutePattern.RawText!)
            .Select(p => p.Replace("{lang}", "pl", StringComparison.Ordinal).Replace("{id}", Id, StringComparison.Ordinal).Replace("{country}", "pl", StringComparison.Ordinal).Replace("{period}", "2021-2027", StringComparison.Ordinal))
            .Select(p => "/" + p.TrimStart('/')).Distinct(StringComparer.Ordinal).Where(p => !p.Contains('{', StringComparison.Ordinal)).ToList();
        Assert.Contains("/api/v1/projects.xlsx", addresses);
        foreach (var address in addresses.SelectMany(a => Searches.Select(s => a + s)))
        {
            // What was typed may stand in the box again.
            var text = (await TextAsync(app, address)).Replace("value=\"Wymyślona\"", "", StringComparison.Ordinal);
            if (text.Contains("Zofia Wymy", StringComparison.OrdinalIgnoreCase) || (!address.Contains("q=W", StringComparison.OrdinalIgnoreCase) && HasName(Encoding.UTF8.GetBytes(text))))
            {
                found.Add(address);
            }
        }

        return found;
    }

    private static bool HasName(byte[] bytes) => Encoding.UTF8.GetString(bytes) is var text && (text.Contains(Name, StringComparison.OrdinalIgnoreCase) || text.Contains("wymyslona", StringComparison.OrdinalIgnoreCase));

    /// <summary>The answer as text; a workbook's parts one after the other.</summary>
    private static async Task<string> TextAsync(SplotApp app, string address)
    {
        using var response = await app.Client.GetAsync(new Uri(address, UriKind.Relative));
        if (response.Content.Headers.ContentType?.MediaType?.Contains("spreadsheet", StringComparison.Ordinal) != true)
        {
            return await response.Content.ReadAsStringAsync();
        }

        using var workbook = new ZipArchive(await response.Content.ReadAsStreamAsync());
        var text = new StringBuilder();
        foreach (var part in workbook.Entries)
        {
            using var reader = new StreamReader(part.Open());
            text.Append(await reader.ReadToEndAsync());
        }

        return text.ToString();
    }
}
