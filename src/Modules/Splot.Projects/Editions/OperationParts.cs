using System.Text.Json;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Kernel;
using Splot.Projects.Model;

namespace Splot.Projects.Editions;

/// <summary>Parts of an operation that only rich sources give, to and from their rows.</summary>
internal static class OperationParts
{
    /// <summary>Writes a row for each part, numbered within its kind.</summary>
    public static void Write(BulkInsert table, ReferenceBook book, OperationRecord row)
    {
        var d = row.Draft.Document;
        var writer = new Writer(table, row.Key);
        writer.Each(PartKind.Contract, d.Contracts, (t, number) => Code(t, number));
        writer.Each(PartKind.Field, d.Fields, (t, field) =>
        {
            Code(t, field.Code);
            Content(t, field.Name);
        });
        writer.Each(PartKind.Partner, d.Partners, (t, partner) =>
        {
            t.Set(5, book.Organisation(partner.Name, [], d.Country));
            t.Set(6, Minor(partner.Share, d.Budget?.Currency));
            t.Set(7, d.Budget?.Currency);
            Content(t, partner.Role);
        });
        writer.Each(PartKind.Contractor, d.Contractors, (t, party) => t.Set(5, book.Organisation(party.Name, party.Identifiers, d.Country)));
        writer.Each(PartKind.Task, d.Tasks, (t, task) =>
        {
            t.Set(3, task.Code);
            Content(t, task);
        });
        writer.Each(PartKind.TargetGroup, d.TargetGroups, (t, group) => Content(t, group));
        writer.Each(PartKind.Indicator, d.Indicators, (t, indicator) =>
        {
            t.Set(3, indicator.Code);
            t.Set(8, indicator.AsOf);
            Content(t, indicator);
        });
        writer.Each(PartKind.ExpectedResult, d.ExpectedResults, (t, result) => Content(t, result));
        writer.Each(PartKind.Payment, d.Payments, (t, payment) =>
        {
            t.Set(6, Minor(payment.Amount, payment.Currency));
            t.Set(7, payment.Currency);
            t.Set(8, payment.Date);
        });
        writer.Each(PartKind.Link, d.Links, (t, link) => Content(t, link));
        writer.Each(PartKind.SameAs, d.SameAs, (t, address) => Content(t, address));
    }

    /// <summary>The document with its parts, read from their rows (in order of kind and number).</summary>
    public static OperationDocument Add(OperationDocument document, IReadOnlyList<StoredPart> parts)
    {
        if (parts.Count == 0)
        {
            return document;
        }

        var byKind = parts.ToLookup(p => p.Kind, StringComparer.Ordinal);
        return document with
        {
            Contracts = [.. byKind[PartKind.Contract].Select(p => p.Code!)],
            Fields = [.. byKind[PartKind.Field].Select(p => new CodeName(p.Code, p.Read<string>()))],
            Partners = [.. byKind[PartKind.Partner].Where(p => p.Organisation is not null).Select(p => new PartnerDocument(p.Organisation!.Id, p.Organisation.Name!, p.Read<string>(), Major(p.Amount, p.Currency)))],
            Contractors = [.. byKind[PartKind.Contractor].Where(p => p.Organisation is not null).Select(p => p.Organisation!)],
            Tasks = [.. byKind[PartKind.Task].Select(p => p.Read<TaskDocument>()!)],
            TargetGroups = [.. byKind[PartKind.TargetGroup].Select(p => p.Read<Dictionary<string, TextWithOrigin>>()!)],
            Indicators = [.. byKind[PartKind.Indicator].Select(p => p.Read<IndicatorDocument>()!)],
            ExpectedResults = [.. byKind[PartKind.ExpectedResult].Select(p => p.Read<Dictionary<string, TextWithOrigin>>()!)],
            Payments = [.. byKind[PartKind.Payment].Select(p => new PaymentDocument(p.Date!.Value, Major(p.Amount, p.Currency)!.Value, p.Currency!))],
            Links = [.. byKind[PartKind.Link].Select(p => p.Read<LinkDocument>()!)],
            SameAs = [.. byKind[PartKind.SameAs].Select(p => p.Read<string>()!)],
        };
    }

    internal static decimal? Major(long? minor, string? currency) =>
        minor is { } units && currency is not null ? Exact.Amount(units, currency) : null;

    private static long? Minor(decimal? amount, string? currency) =>
        amount is { } value && currency is not null ? new Money(value, Currency.Parse(currency)).ToMinorUnits() : null;

    private static void Code(BulkInsert table, string? code)
    {
        table.Set(3, code);
        table.Set(4, code is null ? null : CodeText.Normalise(code));
    }

    private static void Content<T>(BulkInsert table, T? content)
    {
        if (content is not null)
        {
            table.Set(9, JsonSerializer.Serialize(content, OperationJson.Options));
        }
    }

    private readonly struct Writer(BulkInsert table, long key)
    {
        public void Each<T>(string kind, IReadOnlyList<T> items, Action<BulkInsert, T> set)
        {
            for (var i = 0; i < items.Count; i++)
            {
                table.Set(0, key);
                table.Set(1, kind);
                table.Set(2, i);
                set(table, items[i]);
                table.NextRow();
            }
        }
    }
}

/// <summary>A part as it was read.</summary>
internal sealed record StoredPart(string Kind, string? Code, PartyDocument? Organisation, long? Amount, string? Currency, DateOnly? Date, string? Content)
{
    /// <summary>The part's content; default where there is none.</summary>
    public T? Read<T>() => Content is null ? default : JsonSerializer.Deserialize<T>(Content, OperationJson.Options);
}
