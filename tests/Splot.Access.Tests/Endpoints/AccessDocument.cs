using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Splot.Contracts.Access;
using Splot.Testing;
using Splot.Ui;

namespace Splot.Access.Tests.Endpoints;

/// <summary>docs/access.md, written from the table of acts and from the endpoints. What acts and roles are for stands in their own comments, and is read there.</summary>
internal static partial class AccessDocument
{
    private static readonly string Opening = $"""
        # Who may do what

        Written by a test from `src/Splot.Contracts/Access` and the endpoints; change those, not this page, and run `AccessDocumentTests` with
        `{CommittedFile.Variable}=1`. What the table does not name is refused, to everybody ([decision 52](adr/0052-access.md)).

        *How far* a role goes is seen from what it is held for: **own** – what the account itself keeps, or keeps for somebody absent; **unit** – what belongs to
        the unit, and where the role is held for no unit, to the organisation; **organisation**; **territory** – the organisations that lie in the
        organisation's place; **operation** – the operation for which the role is held; **all**. Records outside are answered as if they were not there.

        *Proof* means: as by role, after proving by a passkey or a fresh code, at most ten minutes before, who one is.

        """.ReplaceLineEndings("\n");

    public static string Of(IEnumerable<RouteEndpoint> endpoints)
    {
        var (acts, roles) = (Summaries("Acts.cs"), Summaries("Role.cs"));
        var page = new StringBuilder(Opening);
        page.Append("\n## Acts\n\n| act | what it is for | open to | how far |\n|---|---|---|---|\n");
        foreach (var act in Acts.Every)
        {
            page.Append(CultureInfo.InvariantCulture, $"| `{act.Code}` | {acts[act.Code]} | {OpenTo(act.Kind)} | {HowFar(act)} |\n");
        }

        page.Append("\n## Roles\n\n| role | who that is | acts |\n|---|---|---|\n");
        foreach (var role in Roles.All)
        {
            var held = Acts.Every.Where(a => a.ScopeOf(role) is not null).Select(a => $"{a.Code} ({Word(a.ScopeOf(role)!.Value)})");
            page.Append(CultureInfo.InvariantCulture, $"| `{role.Code()}` | {roles[role.Code()]} | {string.Join(", ", held)} |\n");
        }

        page.Append("\n## Addresses\n\nEvery address of the whole application, that of the demo included (`/demo/…` is answered in the demo alone).\n\n| method | address | act |\n|---|---|---|\n");
        foreach (var row in endpoints.SelectMany(Rows).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            page.Append(row);
        }

        return page.ToString();
    }

    private static IEnumerable<string> Rows(RouteEndpoint endpoint)
    {
        var act = endpoint.Metadata.GetMetadata<AccessNeed>()?.Act.Code ?? "none: refused";
        var address = "/" + endpoint.RoutePattern.RawText?.TrimStart('/');
        return (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => $"| {method} | `{address.Replace("|", "\\|", StringComparison.Ordinal)}` | `{act}` |\n");
    }

    private static string OpenTo(ActKind kind) => kind switch
    {
        ActKind.Public => "everybody",
        ActKind.SignedIn => "everybody signed in",
        ActKind.ByRole => "roles",
        ActKind.StepUp => "roles, with proof",
        ActKind.OwnStepUp => "everybody signed in, with proof",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string HowFar(Act act) => string.Join("; ", Roles.All
        .Where(role => act.ScopeOf(role) is not null)
        .GroupBy(role => act.ScopeOf(role)!.Value)
        .OrderBy(g => g.Key)
        .Select(g => $"**{Word(g.Key)}**: {string.Join(", ", g.Select(r => r.Code()))}"));

    private static string Word(Scope scope) => scope.ToString().ToLowerInvariant();

    /// <summary>The summaries of a file of the table by the code of what they stand above.</summary>
    private static Dictionary<string, string> Summaries(string file)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "src", "Splot.Contracts", "Access", file)).ReplaceLineEndings("\n");
        return Summary().Matches(text).ToDictionary(
            m => m.Groups["code"].Success ? m.Groups["code"].Value : Roles.All.Single(r => r.ToString() == m.Groups["role"].Value).Code(),
            m => m.Groups["says"].Value.Trim(),
            StringComparer.Ordinal);
    }

    // A summary of one line, then the act with its code or the member of the enumeration.
    [GeneratedRegex("""/// <summary>(?<says>[^<\n]+)</summary>\n    (public static Act \w+ \{ get; \} = new\(\s*"(?<code>[a-z-]+)"|(?<role>[A-Z]\w+),\n)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Summary();
}
