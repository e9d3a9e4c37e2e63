using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Splot.Data;
using Splot.Projects.Editions;
using Splot.Projects.Store;

namespace Splot.Projects.ReviewPersons;

/// <summary>A recorded change that tells a person's name or number.</summary>
internal sealed record ToldChange(long Id, string OperationId);

/// <summary>Finds what earlier editions told of a body that turns out to be a person, in any writing of the name, whichever operation told it.</summary>
internal static class ToldHistory
{
    public static async Task<IReadOnlyList<ToldChange>> FindAsync(Session session, string publicId, CancellationToken cancellation)
    {
        var context = session.Context<ProjectsContext>();
        if (await context.Organisations.AsNoTracking().Include(o => o.Identifiers).SingleOrDefaultAsync(o => o.PublicId == publicId, cancellation) is not { Name.Length: > 0 } body)
        {
            return [];
        }

        var (key, numbers) = (PersonKey.Of(body.Name), body.Identifiers.Select(i => i.Value).ToList());
        var found = new List<ToldChange>();
        var parties = context.Changes.AsNoTracking().Where(c => c.Field.StartsWith("beneficiary") || c.Field == "partners" || c.Field == "contractors");
        await foreach (var change in parties.Select(c => new { c.Id, c.OperationId, c.OldValue, c.NewValue }).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (Tells(change.OldValue) || Tells(change.NewValue))
            {
                found.Add(new ToldChange(change.Id, change.OperationId));
            }
        }

        return found;

        bool Tells(string? value) =>
            value is not null && (NamesIn(value).Any(n => PersonKey.Of(n) == key) || numbers.Exists(n => value.Contains(n, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>The names in a recorded value: those of a list of parties, or the value itself.</summary>
    private static IEnumerable<string> NamesIn(string value)
    {
        if (value is not ['[', ..])
        {
            return [value];
        }

        try
        {
            return JsonNode.Parse(value) is JsonArray parties ? parties.OfType<JsonObject>().Select(p => (string?)p["name"]).OfType<string>() : [value];
        }
        catch (JsonException)
        {
            return [value]; // a name that begins with a bracket
        }
    }
}
