using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Splot.Data.Terminal;
using Splot.Testing;

namespace Splot.Web.Tests;

/// <summary>What is for machines of any origin: the API, its description, the files. Through the whole application.</summary>
public sealed class OpenDataTests(OpenDataTests.PortalAlone portal) : IClassFixture<OpenDataTests.PortalAlone>
{
    [Theory]
    [InlineData("GET", "/api/v1/projects", 200)]
    [InlineData("GET", "/api/v1/projects?limit=x", 400)]
    [InlineData("GET", "/api/v1/projects/nobody", 404)]
    [InlineData("GET", "/api/v2/nothing", 404)]
    [InlineData("POST", "/api/v1/projects", 405)]
    [InlineData("GET", "/api/v1/canary", 500)]
    [InlineData("GET", "/data/nothing", 404)]
    [InlineData("GET", "/data/catalog.jsonld", 200)]
    [InlineData("DELETE", "/data/PL-2021-2027.csv", 405)]
    [InlineData("GET", "/openapi/v1.json", 200)]
    [InlineData("GET", "/openapi/v2.json", 404)]
    [InlineData("OPTIONS", "/api/v1/projects", 204)]
    [InlineData("OPTIONS", "/data/PL-2021-2027.csv", 204)]
    [InlineData("OPTIONS", "/openapi/v1.json", 204)]
    [InlineData("HEAD", "/api/v1/projects", 200)]
    public async Task Answer_WhateverItIs_MayBeReadFromAnyOrigin(string method, string address, int status)
    {
        await using var app = await SplotApp.StartAsync(map: a => a.MapGet("/api/v1/canary", (Func<string>)(() => throw new InvalidOperationException("canary"))));
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.Add("Origin", "https://elsewhere.example");

        using var answer = await app.Client.SendAsync(request);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Contains("ETag", answer.Headers.GetValues("Access-Control-Expose-Headers").Single(), StringComparison.Ordinal);
        if (status >= 400)
        {
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
            var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
            Assert.Equal(status, (int)problem["status"]!);
            Assert.NotEmpty((string)problem["code"]!);
        }
    }

    [Fact]
    public async Task Pages_AreNotOpenToOtherOrigins()
    {
        await using var app = await SplotApp.StartAsync();
        using var answer = await app.Client.GetAsync(new Uri("/en/data", UriKind.Relative));

        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("/data/PL-2021-2027.csv")]
    [InlineData("/data/PL-2021-2027.ndjson")]
    [InlineData("/data/PL-2021-2027.geojson")]
    [InlineData("/data/PL-2021-2027-art49.json")]
    [InlineData("/data/catalog.jsonld")]
    [InlineData("/api/v1/projects.csv")]
    public async Task File_AskedForCompressed_IsTheSame(string address)
    {
        var plain = await portal.Client.GetByteArrayAsync(new Uri(address, UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept-Encoding", "gzip");

        using var answer = await portal.Client.SendAsync(request);
        await using var unpacked = new GZipStream(await answer.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var copy = new MemoryStream();
        await unpacked.CopyToAsync(copy);

        Assert.Equal(["gzip"], answer.Content.Headers.ContentEncoding);
        Assert.Equal(plain, copy.ToArray());
    }

    [Theory]
    [InlineData("/data/PL-2021-2027.csv")]
    [InlineData("/data/PL-2021-2027-art49-report.json")]
    [InlineData("/api/v1/projects.ndjson")]
    [InlineData("/api/v1/projects")]
    [InlineData("/sitemap.xml")]
    public async Task Head_OfAFile_HasTheHeadersOfGetAndNoBody(string address)
    {
        using var full = await portal.Client.GetAsync(new Uri(address, UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Head, address);

        using var answer = await portal.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(full.Content.Headers.ContentType, answer.Content.Headers.ContentType);
        Assert.Equal(full.Headers.ETag, answer.Headers.ETag);
    }

    [Theory]
    [InlineData("/en/data")]
    [InlineData("/bg/data/coverage")]
    [InlineData("/data/PL-2021-2027.csv")]
    [InlineData("/data/PL-2021-2027.xlsx")]
    [InlineData("/data/PL-2021-2027.ndjson")]
    [InlineData("/data/PL-2021-2027.geojson")]
    [InlineData("/data/PL-2021-2027-art49.csv")]
    [InlineData("/data/PL-2021-2027-art49.json")]
    [InlineData("/data/PL-2021-2027-art49-report.json")]
    [InlineData("/data/catalog.jsonld")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/api/v1/projects.geojson")]
    [InlineData("/api/v1/projects/pl-2021-lubelskie-effective-social-policy.ttl")]
    [InlineData("/sitemap.xml")]
    [InlineData("/sitemap-1.xml")]
    [InlineData("/robots.txt")]
    public async Task OpenData_FromAPortalAlone_IsServed(string address)
    {
        using var answer = await portal.Client.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task AnyByte_InAnyParameter_IsAnsweredOrRefusedByName()
    {
        await using var app = await SplotApp.StartAsync();
        string[] addresses = ["/api/v1/projects", "/api/v1/projects.geojson", "/api/v1/projects/a", "/api/v1/projects/a.ttl", "/api/v1/beneficiaries/a", "/data/PL-2021-2027.csv", "/data/catalog.jsonld", "/openapi/v1.json"];
        string[] names = ["q", "country", "region", "fund", "period", "status", "budgetFrom", "startTo", "sort", "limit", "after", "lang", "fields", "modifiedSince", "facets", "x", ""];
        var random = new Random(49);
        for (var i = 0; i < 400; i++)
        {
            var address = $"{addresses[random.Next(addresses.Length)]}?{names[random.Next(names.Length)]}={Bytes(random, 6)}";
            using var answer = await app.Client.GetAsync(new Uri(address, UriKind.Relative));
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True((int)answer.StatusCode is 200 or 400 or 404, $"{address} answered {answer.StatusCode}");
            if (answer.StatusCode == HttpStatusCode.BadRequest)
            {
                Assert.NotNull(JsonNode.Parse(text)!["parameter"]);
            }

            Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task AnyByte_AsAFileOrAnId_IsNotFound()
    {
        await using var app = await SplotApp.StartAsync();
        string[] starts = ["/data/", "/api/v1/projects/", "/api/v1/beneficiaries/", "/sitemap-", "/openapi/"];
        var random = new Random(50);
        for (var i = 0; i < 200; i++)
        {
            var path = starts[random.Next(starts.Length)] + Bytes(random, 5);
            using var answer = await app.Client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.True((int)answer.StatusCode is >= 400 and < 500, $"{path} answered {answer.StatusCode}");
        }
    }

    private static string Bytes(Random random, int count) => string.Concat(Enumerable.Range(0, count).Select(_ => $"%{random.Next(1, 256):X2}"));

    /// <summary>A process that serves the portal alone on the public store that the demo left; the working store is gone.</summary>
    public sealed class PortalAlone : IAsyncLifetime
    {
        private readonly TemporaryFolder folder = new();
        private SplotProcess? process;

        public HttpClient Client { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            await using (var first = SplotProcess.Start("--data", folder.Location, "--urls", "http://127.0.0.1:0", "--demo"))
            {
                await first.AddressAsync();
                await first.AskToStopAsync();
                Assert.Equal(ExitCode.Done, (await first.EndAsync()).Code);
            }

            File.Delete(folder.File("main.db"));
            process = SplotProcess.Start("--data", folder.Location, "--urls", "http://127.0.0.1:0", "--serve", "portal", "--rate-limit", "0");
            Client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = await process.AddressAsync(), Timeout = TimeSpan.FromSeconds(60) };
        }

        public async ValueTask DisposeAsync()
        {
            Client.Dispose();
            if (process is not null)
            {
                await process.DisposeAsync();
            }

            Assert.False(File.Exists(folder.File("main.db")), "The portal alone made a working store.");
            folder.Dispose();
        }
    }
}
