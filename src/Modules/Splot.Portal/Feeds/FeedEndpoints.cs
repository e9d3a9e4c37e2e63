using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Splot.Kernel;
using Splot.Portal.FindProjects;
using Splot.Portal.Model;
using Splot.Portal.Overviews;
using Splot.Portal.Reading;
using Splot.Portal.ReadProject;
using Splot.Portal.Searching;
using Splot.Portal.Words;
using Splot.Ui;

namespace Splot.Portal.Feeds;

/// <summary>Atom feeds (RFC 4287): what changed in a search, and what changed in one project.</summary>
internal static class FeedEndpoints
{
    private const int Entries = 50;
    private const string Atom = "http://www.w3.org/2005/Atom";

    public static void MapFeeds(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/projects.atom", ProjectsAsync);
        pages.MapGet("/projects/{id}/history.atom", HistoryAsync);
    }

    private static async Task<IResult> ProjectsAsync(HttpContext http, PortalReader reader, OverviewReader overviews, OrganisationNames organisations, IOptions<SiteOptions> site, CancellationToken cancellation)
    {
        var (request, refusals) = http.Request.ReadSearch(SearchSurface.Page(Languages.Current));
        if (refusals.Count > 0)
        {
            return Answers.Refusal(http, refusals[0]);
        }

        var query = SearchAddress.Query(request with { After = null });
        var address = "/" + Languages.Current.Code() + "/projects";
        var overview = await overviews.ReadAsync(cancellation);
        var named = await organisations.FindAsync(request.Wanted(CodeParameter.Beneficiary), cancellation);
        var answer = await reader.SearchAsync(request with { Sort = SearchSort.Changed, Limit = Entries, After = null }, [], cancellation);
        return answer.Page(http, result => new Feed(
            Title(new FindProjectsModel(request, [], result, overview, http.Request.Query) { Organisations = named }, site.Value),
            "urn:splot:projects:" + Languages.Current.Code() + query.Replace('?', ':'),
            Absolute(site.Value, address + query),
            Absolute(site.Value, address + ".atom" + query),
            overview.CountedAt,
            [.. result.Hits.Select(h => Entry(h, site.Value))]));
    }

    private static string Title(FindProjectsModel model, SiteOptions site)
    {
        var asked = string.Join("; ", model.Chips(address => address).Select(c => c.Label).Prepend(model.Request.Words).OfType<string>());
        return asked.Length == 0 ? Text.ProjectsTitle(site.Name) : Text.SearchTitle(site.Name, asked);
    }

    private static FeedEntry Entry(PublicOperation operation, SiteOptions site)
    {
        var document = operation.Document;
        var title = Shown.Title(document);
        var summary = Shown.Of(document.Summary, document.OriginalLanguage);
        return new FeedEntry(
            (document.Demo ? Text.Invented + " " : "") + title.Text,
            "urn:splot:operation:" + document.Id + ":" + Languages.Current.Code() + ":" + Instant(document.UpdatedAt),
            Absolute(site, "/" + Languages.Current.Code() + "/projects/" + document.Id),
            document.UpdatedAt,
            summary?.Beginning(400) ?? "",
            title.Language);
    }

    private static async Task<IResult> HistoryAsync(string id, HttpContext http, PortalReader reader, IOptions<SiteOptions> site, CancellationToken cancellation)
    {
        var (lookup, changes) = await reader.FindWithHistoryAsync(id, all: true, cancellation);
        if (lookup is not ProjectLookup.Found found)
        {
            return ReadProjectEndpoints.Absent(http, lookup);
        }

        var address = Absolute(site.Value, "/" + Languages.Current.Code() + "/projects/" + id + "/history");
        var title = Shown.Title(found.Operation.Document);
        var entries = changes.Take(Entries).Select(HistoryWords.Differing).Select(c => new FeedEntry(
            HistoryWords.Name(c.Field),
            string.Create(CultureInfo.InvariantCulture, $"urn:splot:operation:{id}:{Languages.Current.Code()}:{Instant(c.At)}:{c.Field}"),
            address,
            c.At,
            Text.Change(HistoryWords.Value(c.Field, c.Old) ?? Text.Nothing, HistoryWords.Value(c.Field, c.New) ?? Text.Nothing, c.Source),
            Languages.Current.Code()));
        return new Feed(Text.HistoryTitle(title.Text), "urn:splot:operation:" + id + ":" + Languages.Current.Code(), address, address + ".atom", found.Operation.Document.UpdatedAt, [.. entries]);
    }

    private static string Absolute(SiteOptions site, string path) => (site.PublicUrl?.TrimEnd('/') ?? "") + path;

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private sealed record FeedEntry(string Title, string Id, string Link, DateTimeOffset Updated, string Summary, string Language);

    /// <param name="self">Address of the feed itself.</param>
    /// <param name="quiet">When it was last updated, where nothing is in it.</param>
    private sealed class Feed(string title, string id, string link, string self, DateTimeOffset quiet, IReadOnlyList<FeedEntry> entries) : IResult
    {
        // The writer's encoding goes into the declaration, so a text writer in memory would claim UTF-16.
        private static readonly XmlWriterSettings Settings = new() { Async = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CheckCharacters = false };

        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = "application/atom+xml; charset=utf-8";
            await using var xml = XmlWriter.Create(httpContext.Response.Body, Settings);
            await xml.WriteStartDocumentAsync();
            await xml.WriteStartElementAsync(null, "feed", Atom);
            await xml.WriteAttributeStringAsync("xml", "lang", null, Languages.Current.Code());
            await ElementsAsync(xml, title, id, link, entries.Count == 0 ? quiet : entries.Max(e => e.Updated));
            await LinkAsync(xml, "self", self);
            foreach (var entry in entries)
            {
                await xml.WriteStartElementAsync(null, "entry", Atom);
                await xml.WriteAttributeStringAsync("xml", "lang", null, entry.Language);
                await ElementsAsync(xml, entry.Title, entry.Id, entry.Link, entry.Updated);
                await xml.WriteElementStringAsync(null, "summary", Atom, Clean(entry.Summary));
                await xml.WriteEndElementAsync();
            }

            await xml.WriteEndElementAsync();
            await xml.FlushAsync();
        }

        private static async Task ElementsAsync(XmlWriter xml, string title, string id, string link, DateTimeOffset updated)
        {
            await xml.WriteElementStringAsync(null, "title", Atom, Clean(title));
            await xml.WriteElementStringAsync(null, "id", Atom, Clean(id));
            await xml.WriteElementStringAsync(null, "updated", Atom, Instant(updated));
            await xml.WriteStartElementAsync(null, "author", Atom);
            await xml.WriteElementStringAsync(null, "name", Atom, "Splot");
            await xml.WriteEndElementAsync();
            await LinkAsync(xml, "alternate", link);
        }

        private static async Task LinkAsync(XmlWriter xml, string relation, string address)
        {
            await xml.WriteStartElementAsync(null, "link", Atom);
            await xml.WriteAttributeStringAsync(null, "rel", null, relation);
            await xml.WriteAttributeStringAsync(null, "href", null, Clean(address));
            await xml.WriteEndElementAsync();
        }

        // XML cannot hold control characters at all.
        private static string Clean(string text) => string.Concat(text.EnumerateRunes().Where(r => r.Value is 9 or 10 or 13 || (r.Value >= 32 && r.Value is not (0xFFFE or 0xFFFF))).Select(r => r.ToString()));
    }
}
