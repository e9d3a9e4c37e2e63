using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Access;
using Splot.Testing;
using Splot.Ui;

namespace Splot.Persons.Tests.Endpoints;

/// <summary>Asks every endpoint of the application in every role for every record, with valid tokens, and says what differs from the table of acts.</summary>
internal sealed partial class EveryEndpoint(GuardedWorld world, string only)
{
    // Where an address begins like this, its parameters name records of this kind. What is not here has no record to ask with, and is a finding.
    private static readonly (string Begins, string Kind)[] Rooms =
    [
        ("/desk/persons/new/{draft}", "person draft"), ("/desk/persons/{id}", "person"), ("/desk/accounts/new/{draft}", "account draft"), ("/desk/accounts/{id}", "account"), ("/desk/organisations/import/{list}", "import"),
        ("/desk/organisations/{id}", "organisation"), ("/desk/requests/{request}", "request"), ("/desk/clauses/{organisation}", "clauses"), ("/desk/purposes/{organisation}", "purposes"), ("/desk/kept/{id}", "kept"), ("/desk/passkeys/{id}", "passkey"),
    ];

    private static readonly Act[] OfPersons = [.. Acts.Every.Except([Acts.SeeOrganisations, Acts.KeepOrganisations, Acts.MergeOrganisations, Acts.SeeAccounts, Acts.KeepAccounts, Acts.SeeAudit, Acts.KeepClauses, Acts.Publish])];

    private const string Nobody = "0190000000007000800000000000dead";

    private readonly SortedSet<string> findings = new(StringComparer.Ordinal);
    private readonly HashSet<string> names = new(StringComparer.Ordinal) { "id", "to", "other" };

    private sealed record Door(Act Act, string Method, string Pattern, string? Kind);

    /// <summary>What a browser is signed in as; nobody where there is no seat.</summary>
    private sealed record Asker(Seat? Seat, Browser Browser)
    {
        public List<KeyValuePair<string, string>> Token { get; } = [];

        public override string ToString() => Seat?.ToString() ?? "nobody";
    }

    private sealed record Answer(HttpStatusCode Status, string? Location, string Text)
    {
        public bool IsRefused => Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden || (Location?.Contains("/sign-in", StringComparison.Ordinal) ?? false);
    }

    /// <summary>What differs from the table, an endpoint, a role and a record each.</summary>
    /// <param name="app">The application.</param>
    /// <param name="moved">Which seats are taken, see <see cref="GuardedWorld.MakeAsync"/>.</param>
    /// <param name="only">Words that an address must hold to be asked.</param>
    public static async Task<IReadOnlyCollection<string>> FindingsAsync(SplotApp app, bool moved = false, string only = "")
    {
        var run = new EveryEndpoint(await GuardedWorld.MakeAsync(app, moved), only);
        var doors = run.Doors();
        var askers = new List<Asker> { new(null, new Browser(app)) };
        foreach (var seat in run.World.Seats)
        {
            askers.Add(new Asker(seat, await app.EnterAsync(seat.Role)));
            askers[^1].Token.AddRange(await TokenAsync(app, askers[^1]));
        }

        // What changes something comes last: lists are looked at while they hold nothing but the world.
        await run.EachAsync(askers, doors, run.AskAsync);
        foreach (var asker in askers.Where(a => a.Seat is not null))
        {
            await run.LookAsync(asker, asker.Seat!);
        }

        await run.EachAsync(askers, doors.Where(d => d.Method == "POST"), run.SprayAsync);
        await run.EachAsync(askers, doors.Where(d => d.Method == "POST"), run.SendWithinAsync);

        return run.findings;
    }

    private GuardedWorld World => world;

    /// <summary>A role after the other, and what each of them changed.</summary>
    private async Task EachAsync(IEnumerable<Asker> askers, IEnumerable<Door> doors, Func<Asker, Door, Task> ask)
    {
        foreach (var asker in askers)
        {
            var before = await world.RowsAsync();
            foreach (var door in doors)
            {
                await ask(asker, door);
            }

            if (asker.Seat is { } seat)
            {
                await ChangedAsync(seat, before);
            }
        }
    }

    private List<Door> Doors()
    {
        var doors = new List<Door>();
        foreach (var endpoint in world.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var pattern = "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p switch
            {
                RoutePatternLiteralPart literal => literal.Content,
                RoutePatternSeparatorPart separator => separator.Content,
                _ => "{" + ((RoutePatternParameterPart)p).Name + "}",
            }))));
            foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            {
                if (!pattern.Contains(only, StringComparison.Ordinal))
                {
                    continue;
                }

                if (endpoint.Metadata.GetMetadata<AccessNeed>() is not { Act: var act })
                {
                    findings.Add($"{method} {pattern} names no act");
                    continue;
                }

                // What is sent here to sign out would end the browser's own session.
                if (act.Kind == ActKind.Public || pattern.EndsWith("/sign-out", StringComparison.Ordinal))
                {
                    continue;
                }

                var kind = Rooms.FirstOrDefault(r => pattern.StartsWith("/{lang}" + r.Begins, StringComparison.Ordinal)).Kind;
                if (kind is null && Parameter().Matches(pattern).Any(p => p.Value is not ("{lang}" or "{format}")))
                {
                    findings.Add($"{method} {pattern} has a parameter that no record is known for");
                    continue;
                }

                doors.Add(new Door(act, method, pattern, kind));
            }
        }

        return doors;
    }

    /// <summary>Reads, and sends forms to what lies beyond reach. A form without fields changes nothing that is not changed by being sent.</summary>
    private async Task AskAsync(Asker asker, Door door)
    {
        var open = asker.Seat is { } seat && (door.Act.Kind is ActKind.SignedIn or ActKind.OwnStepUp || door.Act.ScopeOf(seat.Role) is not null);
        var records = door.Kind is null ? [null] : world.Records.Where(r => r.Kind == door.Kind).ToList<Guarded?>();
        var unknown = new Dictionary<string, Answer>(StringComparer.Ordinal);
        foreach (var record in open ? records : records.Take(1))
        {
            var within = open && (record is null || asker.Seat!.Reaches(door.Act, record));
            foreach (var address in Addresses(door.Pattern, record))
            {
                if (door.Method == "POST" && within)
                {
                    continue;
                }

                var answer = await SendAsync(asker, door.Method, address, asker.Token);
                Judge(asker, door, record, address, within, open, answer);
                if (open && !within)
                {
                    var other = Addresses(door.Pattern, record! with { Values = record.Values.ToDictionary(v => v.Key, v => v.Key is "step" or "version" or "language" ? v.Value : Nobody) }).First(a => a[^4..] == address[^4..] || !door.Pattern.Contains("{format}", StringComparison.Ordinal));
                    if (!unknown.TryGetValue(other, out var like))
                    {
                        unknown[other] = like = await SendAsync(asker, door.Method, other, asker.Token);
                    }

                    if (Words(answer, record) != Words(like, record))
                    {
                        findings.Add($"{door.Method} {address} ({door.Act}) asked by {asker} for {record}, which is beyond reach, is not answered as if nothing were there: {(int)answer.Status} instead of {(int)like.Status}");
                    }
                }
            }
        }
    }

    private void Judge(Asker asker, Door door, Guarded? record, string address, bool within, bool open, Answer answer)
    {
        var (what, is404) = ($"{door.Method} {address} ({door.Act}) asked by {asker}", answer.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone);
        if ((int)answer.Status >= 500)
        {
            findings.Add($"{what} answered {(int)answer.Status}");
        }
        else if (open == answer.IsRefused)
        {
            findings.Add($"{what} answered {(int)answer.Status}");
        }
        else if (open && record is not null && within && is404 && !WantsMore(door))
        {
            findings.Add($"{what} answered {(int)answer.Status} for {record}, which is within reach");
        }

        Leaks(what, asker, door.Act, address, answer);
        foreach (Match field in FieldName().Matches(answer.Text))
        {
            names.Add(field.Groups["it"].Value);
        }
    }

    /// <summary>Whether a further record must be named, in the address or in a field; without it there is none to answer for.</summary>
    private static bool WantsMore(Door door) => door.Pattern.EndsWith("/merge", StringComparison.Ordinal) || door.Pattern.EndsWith("/roles/end", StringComparison.Ordinal) || door.Pattern.EndsWith("/stand-ins/end", StringComparison.Ordinal);

    /// <summary>What a reader sees of an answer, without the words that the address itself holds.</summary>
    private static string Words(Answer answer, Guarded record) =>
        record.Values.Values.Append(Nobody).Aggregate((int)answer.Status + " " + answer.Location + " " + Tags().Replace(answer.Text, " "), (text, id) => text.Replace(id, "?", StringComparison.Ordinal));

    /// <summary>No answer shows a mark of what lies beyond reach.</summary>
    private void Leaks(string what, Asker asker, Act act, string address, Answer answer)
    {
        foreach (var record in world.Records.Where(r => !MaySee(asker.Seat, act, r)))
        {
            // Who supervises a team reads in its audit what it did, by the number of a record, wherever that stands; hidden ones stay hidden.
            var marks = act == Acts.SeeAudit && record.Kind == "person" && record.Named is null ? record.Marks.Except([record.Id]) : record.Marks;
            foreach (var mark in marks.Where(m => !address.Contains(m, StringComparison.Ordinal) && answer.Text.Contains(m, StringComparison.Ordinal)))
            {
                findings.Add($"{what} shows {mark} of {record}");
            }
        }
    }

    private static bool MaySee(Seat? seat, Act act, Guarded record) => seat is not null && (record.Kind switch
    {
        "person" => seat.Reaches(Acts.SeePersons, record) || (OfPersons.Contains(act) && act.Kind is ActKind.ByRole or ActKind.StepUp && seat.Reaches(act, record)),
        "request" => seat.Reaches(Acts.AnswerSubjects, record),
        "organisation" => seat.Reaches(Acts.SeeOrganisations, record) || act == Acts.UseDesk, // clauses are everybody's at a desk, with the name of whose they are
        "account" => seat.Reaches(Acts.SeeAccounts, record),
        _ => record.Owner is null || record.Owner == seat.Account,
    });

    /// <summary>Every field that any page has, filled with ids of what lies beyond reach: nothing of it may be changed or shown.</summary>
    private async Task SprayAsync(Asker asker, Door door)
    {
        if (asker.Seat is null || !(door.Act.Kind is ActKind.SignedIn or ActKind.OwnStepUp || door.Act.ScopeOf(asker.Seat.Role) is not null))
        {
            return;
        }

        foreach (var kind in (string[])["person", "account", "organisation"])
        {
            var beyond = world.Records.Where(r => r.Kind == kind && !Changers.Any(a => asker.Seat!.Reaches(a, r))).Select(r => r.Id).ToList();
            var target = world.Records.FirstOrDefault(r => r.Kind == door.Kind && asker.Seat!.Reaches(door.Act, r));
            if (beyond.Count == 0 || (door.Kind is not null && (target is null || door.Kind is "account" or "organisation" || target.Owner is not null)))
            {
                continue;
            }

            var address = Addresses(door.Pattern, target).First();
            var fields = asker.Token.Concat(names.Where(n => !n.StartsWith('_')).SelectMany(n => beyond.Select(id => KeyValuePair.Create(n, id))));
            var answer = await SendAsync(asker, "POST", address, fields);
            var what = $"POST {address} with ids of a {kind} in its fields, sent by {asker},";
            if ((int)answer.Status >= 500)
            {
                findings.Add($"{what} answered {(int)answer.Status}");
            }

            foreach (var record in world.Records.Where(r => r.Kind == "person" && !MaySee(asker.Seat, door.Act, r) && answer.Text.Contains(r.Marks[0], StringComparison.Ordinal)))
            {
                findings.Add($"{what} shows {record}");
            }
        }
    }

    private static readonly Act[] Changers =
        [.. Acts.Every.Where(a => a.Kind is ActKind.ByRole or ActKind.StepUp).Except([Acts.SeeOrganisations, Acts.SeeAccounts, Acts.SeePersons, Acts.SeeTraits, Acts.ReadAudit, Acts.SeeAudit, Acts.ExportPersons, Acts.Publish])];

    /// <summary>Nothing changed that no act of the role may change.</summary>
    private async Task ChangedAsync(Seat seat, IReadOnlyDictionary<(string Kind, string Id), string> before)
    {
        var after = await world.RowsAsync();
        foreach (var at in before.Keys.Union(after.Keys).Where(at => before.GetValueOrDefault(at) != after.GetValueOrDefault(at)))
        {
            var record = world.Records.FirstOrDefault(r => r.Kind == at.Kind && r.Id == at.Id);
            if (record is not null && !Changers.Any(a => seat.Reaches(a, record)))
            {
                findings.Add($"{seat} changed {record}, which is beyond reach");
            }
        }
    }

    /// <summary>What is found, listed and exported is what is within reach, neither less nor more.</summary>
    private async Task LookAsync(Asker asker, Seat seat)
    {
        foreach (var person in only.Length > 0 ? [] : world.Records.Where(r => r.Kind == "person"))
        {
            var found = new[]
            {
                await SendAsync(asker, "POST", "/en/desk/find", asker.Token.Append(KeyValuePair.Create("text", person.Marks[0]))),
                await SendAsync(asker, "POST", "/en/desk/persons/find", asker.Token.Append(KeyValuePair.Create("q", person.Marks[0]))),
            }.Select(a => a.Text.Contains("/desk/persons/" + person.Id, StringComparison.Ordinal)).ToList();
            var exported = (await SendAsync(asker, "POST", "/en/desk/persons/export", [.. asker.Token, KeyValuePair.Create("format", "csv"), KeyValuePair.Create("why", "a test")])).Text.Contains(person.Marks[0], StringComparison.Ordinal);
            var listed = false;
            for (string? page = "/en/desk/persons"; page is not null && !listed;)
            {
                var answer = await SendAsync(asker, "GET", page, []);
                listed = answer.Text.Contains(person.Marks[0], StringComparison.Ordinal);
                page = Next().Match(answer.Text) is { Success: true } next ? WebUtility.HtmlDecode(next.Groups["it"].Value) : null;
            }

            var (sees, exports) = (seat.Reaches(Acts.SeePersons, person), seat.Reaches(Acts.ExportPersons, person));
            if ((sees, sees, sees, exports) != (found[0], found[1], listed, exported))
            {
                findings.Add($"{person} is {(sees ? "within" : "beyond")} reach of {seat}: found at the desk {found[0]}, found among persons {found[1]}, listed {listed}; exported {exported} instead of {exports}");
            }
        }
    }

    private async Task SendWithinAsync(Asker asker, Door door)
    {
        foreach (var record in world.Records.Where(r => r.Kind == door.Kind && asker.Seat is { } seat && seat.Reaches(door.Act, r)))
        {
            foreach (var address in Addresses(door.Pattern, record))
            {
                var answer = await SendAsync(asker, "POST", address, asker.Token);
                if (answer.IsRefused || (answer.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone && !WantsMore(door)) || (int)answer.Status >= 500)
                {
                    findings.Add($"POST {address} ({door.Act}) sent by {asker} answered {(int)answer.Status} for {record}, which is within reach");
                }
            }
        }
    }

    private static IEnumerable<string> Addresses(string pattern, Guarded? record) => (pattern.Contains("{format}", StringComparison.Ordinal) ? ["csv", "xlsx"] : (string[])[""]).Select(format =>
        Parameter().Replace(pattern, p => p.Value switch { "{lang}" => "pl", "{format}" => format, var name => record is null ? "none" : record.Values.GetValueOrDefault(name[1..^1], "none") }));

    private async Task<Answer> SendAsync(Asker asker, string method, string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        if (asker.Browser.Cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", asker.Browser.Cookies.Select(c => c.Key + "=" + c.Value)));
        }

        if (method == "POST")
        {
            request.Content = new FormUrlEncodedContent(fields);
        }

        using var answer = await world.App.Client.SendAsync(request);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        return new Answer(answer.StatusCode, answer.Headers.Location?.ToString(), bytes is [(byte)'P', (byte)'K', ..] ? Unzipped(bytes) : Encoding.UTF8.GetString(bytes));
    }

    private static string Unzipped(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes));
        return string.Concat(archive.Entries.Select(e => new StreamReader(e.Open()).ReadToEnd()));
    }

    private static async Task<IEnumerable<KeyValuePair<string, string>>> TokenAsync(SplotApp app, Asker asker)
    {
        var desk = await asker.Browser.GetAsync("/en/desk");
        Assert.Equal(HttpStatusCode.OK, asker.Browser.Status);
        return desk.QuerySelectorAll("form[action$='/sign-out'] input[type=hidden]").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value")!));
    }

    [GeneratedRegex(@"\{\**\w+\}", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"<(input|select|textarea|button)[^>]* name=""(?<it>[^""]+)""", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex FieldName();

    [GeneratedRegex("<[^>]*>", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"href=""(?<it>[^""]+)""[^>]*rel=""next""", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Next();
}
