using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Splot.Contracts.Projects;

namespace Splot.Portal.Model;

/// <summary>
/// An operation as the public sees it today: the stored document, the status that its dates give where none is published, and the
/// name of a natural person as long as its day is not over.
/// </summary>
public sealed class PublicOperation
{
    private readonly byte[] json;
    private OperationDocument? document;

    public PublicOperation(byte[] json, string id, string? publishedStatus, long? startDay, long? endDay, string? personName, long? personNameUntil, DateOnly today)
    {
        this.json = json;
        Id = id;
        Status = Contracts.Projects.OperationStatus.On(today, publishedStatus, Day(startDay), Day(endDay));
        IsStatusDerived = publishedStatus is null && Status is not null;
        PersonName = personNameUntil >= today.DayNumber ? personName : null;
    }

    public string Id { get; }

    public string? Status { get; }

    /// <summary>True where no list gives the status and it follows from the dates.</summary>
    public bool IsStatusDerived { get; }

    /// <summary>The name of a natural person, where it may be shown today.</summary>
    public string? PersonName { get; }

    /// <summary>The document with today's status. A natural person's name is not in it.</summary>
    public OperationDocument Document => document ??= JsonSerializer.Deserialize<OperationDocument>(json, OperationJson.Options)! with { Status = Status };

    /// <summary>The project in JSON as the contract describes it; with <paramref name="selection"/> only those members and the id.</summary>
    public ReadOnlyMemory<byte> Json(IReadOnlyList<string> selection)
    {
        if (PersonName is null && selection.Count == 0)
        {
            return IsStatusDerived ? WithStatus() : json;
        }

        var members = JsonNode.Parse(json)!.AsObject();
        members["status"] = Status;
        if (Status is null)
        {
            members.Remove("status");
        }

        if (PersonName is not null && members["beneficiary"] is JsonObject beneficiary)
        {
            beneficiary["name"] = PersonName;
        }

        if (selection.Count > 0)
        {
            foreach (var other in members.Select(m => m.Key).Where(k => k != "id" && !selection.Contains(k)).ToList())
            {
                members.Remove(other);
            }
        }

        return JsonSerializer.SerializeToUtf8Bytes(members, OperationJson.Options);
    }

    // The stored text is an object that is never empty: one more member goes before its closing brace.
    private ReadOnlyMemory<byte> WithStatus()
    {
        var end = json.AsSpan().LastIndexOf((byte)'}');
        var buffer = new ArrayBufferWriter<byte>(json.Length + 32);
        buffer.Write(json.AsSpan(0, end));
        buffer.Write(",\"status\":\""u8);
        buffer.Write(Encoding.ASCII.GetBytes(Status!));
        buffer.Write("\"}"u8);
        return buffer.WrittenMemory;
    }

    private static DateOnly? Day(long? number) => number is { } n ? DateOnly.FromDayNumber((int)n) : null;
}
