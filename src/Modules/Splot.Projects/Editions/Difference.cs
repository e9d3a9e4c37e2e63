using System.Text.Json;
using System.Text.Json.Nodes;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Projects.Model;
using Splot.Projects.Publish;

namespace Splot.Projects.Editions;

/// <summary>What changed between two public forms of an operation, field by field.</summary>
internal static class Difference
{
    private static readonly BulkTable Changes = BulkTable.Of("projects_change", "operation_id", "edition_id", "changed_at", "field", "old_value", "new_value", "source");

    /// <summary>Paths of the fields that differ, with old and new value (JSON texts; plain for simple values), in order of path.</summary>
    public static IReadOnlyList<(string Field, string? Old, string? New)> Between(OperationDocument before, OperationDocument after)
    {
        // A row without numbers says nothing against those that the body is known by.
        if (before.Beneficiary is { } known && after.Beneficiary is { Identifiers.Count: 0 } named && named.Name == known.Name)
        {
            after = after with { Beneficiary = named with { Identifiers = known.Identifiers } };
        }

        var old = Flatten(before);
        var now = Flatten(after);
        return [.. old.Keys.Union(now.Keys, StringComparer.Ordinal)
            .Where(path => old.GetValueOrDefault(path) != now.GetValueOrDefault(path))
            .Order(StringComparer.Ordinal)
            .Select(path => (path, old.GetValueOrDefault(path), now.GetValueOrDefault(path)))];
    }

    /// <summary>Writes the changes of a batch. A first import writes none: the source row is its history.</summary>
    public static void Write(Session session, IReadOnlyList<OperationRecord> records, Dictionary<string, StoredOperation> previous, Edition edition, ProjectList list, long now)
    {
        if (previous.Count == 0)
        {
            return;
        }

        using var table = BulkInsert.Into(session, Changes);
        foreach (var record in records)
        {
            var document = record.Draft.Document;
            // A row that another list's newer edition hides changes nothing that people see; one that had vanished has no values to compare with.
            if (!previous.TryGetValue(document.Id, out var before) || before.Disappeared || before.Document.Source!.Edition > edition.Date)
            {
                continue;
            }

            var person = before.Document.Beneficiary is { NaturalPerson: true } || document.Beneficiary is { NaturalPerson: true };
            foreach (var (field, old, value) in Between(before.Document, document).Where(c => !person || !c.Field.StartsWith("beneficiary", StringComparison.Ordinal)))
            {
                table.Set(0, document.Id);
                table.Set(1, edition.Id);
                table.Set(2, now);
                table.Set(3, field);
                table.Set(4, old);
                table.Set(5, value);
                table.Set(6, list.Publisher ?? list.Name);
                table.NextRow();
            }
        }

        table.Complete();
    }

    private static OperationDocument Content(OperationDocument d) => d with
    {
        Source = null,
        OtherSources = [],
        UpdatedAt = default,
        Beneficiary = d.Beneficiary is { } b ? b with { Id = null } : null,
        Partners = [.. d.Partners.Select(p => p with { Id = null })],
        Contractors = [.. d.Contractors.Select(c => c with { Id = null })],
        Slices = d.Slices.Count > 1 ? d.Slices : [],
        CoFinancingRate = null,
    };

    private static Dictionary<string, string> Flatten(OperationDocument document)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        Flatten(JsonSerializer.SerializeToNode(Content(document), OperationJson.Options)!, "", found);
        found.Remove("updatedAt");
        return found;
    }

    /// <summary>Objects are walked into; a list is one value.</summary>
    private static void Flatten(JsonNode node, string path, Dictionary<string, string> found)
    {
        if (node is not JsonObject parts)
        {
            found[path] = node is JsonValue simple ? simple.ToString() : node.ToJsonString(OperationJson.Options);
            return;
        }

        foreach (var (name, value) in parts)
        {
            if (value is not null)
            {
                Flatten(value, path.Length == 0 ? name : path + "." + name, found);
            }
        }
    }
}
