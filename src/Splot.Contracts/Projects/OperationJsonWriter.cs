using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Splot.Kernel;

namespace Splot.Contracts.Projects;

/// <summary>
/// Writes a document member by member: the same bytes as the serializer with <see cref="OperationJson.Options"/> (a test compares them),
/// in a fraction of its time, because half a million of them are written in one publication.
/// </summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "One for each thread, as long as it lives; a JSON writer over memory has nothing to free.")]
internal sealed class OperationJsonWriter
{
    [ThreadStatic]
    private static OperationJsonWriter? ofThread;

    private readonly ArrayBufferWriter<byte> buffer = new(8192);
    private readonly Utf8JsonWriter json;

    private OperationJsonWriter() =>
        json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    /// <summary>The document as UTF-8 JSON.</summary>
    public static byte[] Write(OperationDocument document)
    {
        var writer = ofThread ??= new OperationJsonWriter();
        return writer.Bytes(document);
    }

    /// <summary>Texts by language, as a document holds them.</summary>
    public static string Write(IReadOnlyDictionary<string, TextWithOrigin> texts)
    {
        var writer = ofThread ??= new OperationJsonWriter();
        writer.Begin();
        writer.TextObject(texts);
        writer.json.Flush();
        return Encoding.UTF8.GetString(writer.buffer.WrittenSpan);
    }

    private void Begin()
    {
        buffer.ResetWrittenCount();
        json.Reset(buffer);
    }

    private byte[] Bytes(OperationDocument document)
    {
        Begin();
        json.WriteStartObject();
        Identity(document);
        Money(document);
        Parties(document);
        Content(document);
        Origin(document);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private void Identity(OperationDocument d)
    {
        json.WriteString("id"u8, d.Id);
        Text("localId"u8, d.LocalId);
        json.WriteBoolean("demo"u8, d.Demo);
        Strings("sameAs"u8, d.SameAs);
        if (d.Title.Count > 0)
        {
            json.WriteStartObject("title"u8);
            foreach (var (language, text) in d.Title)
            {
                json.WriteString(language, text);
            }

            json.WriteEndObject();
        }

        if (d.TitleOrigin.Count > 0)
        {
            json.WriteStartObject("titleOrigin"u8);
            foreach (var (language, origin) in d.TitleOrigin)
            {
                json.WriteString(language, Word(origin));
            }

            json.WriteEndObject();
        }

        Text("originalLanguage"u8, d.OriginalLanguage);
        Texts("summary"u8, d.Summary);
        Date("start"u8, d.Start);
        Date("end"u8, d.End);
        Date("actualEnd"u8, d.ActualEnd);
        Text("status"u8, d.Status);
        Text("fund"u8, d.Fund);
        if (d.Programme is { } programme)
        {
            json.WriteStartObject("programme"u8);
            Text("code"u8, programme.Code);
            Text("name"u8, programme.Name);
            Text("period"u8, programme.Period);
            json.WriteEndObject();
        }

        Code("priority"u8, d.Priority);
        Code("objective"u8, d.Objective);
        Code("call"u8, d.Call);
        Each("fields"u8, d.Fields, static (w, field) => w.CodeMembers(field));
        Text("theme"u8, d.Theme);
        Strings("contracts"u8, d.Contracts);
    }

    private void Money(OperationDocument d)
    {
        Amount("budget"u8, d.Budget);
        Amount("euContribution"u8, d.EuContribution);
        Amount("nationalContribution"u8, d.NationalContribution);
        Amount("ownContribution"u8, d.OwnContribution);
        Number("coFinancingRate"u8, d.CoFinancingRate);
        Number("publishedRate"u8, d.PublishedRate);
        Each("slices"u8, d.Slices, static (w, slice) =>
        {
            w.Text("programme"u8, slice.Programme);
            w.Text("priority"u8, slice.Priority);
            w.Text("objective"u8, slice.Objective);
            w.Text("fund"u8, slice.Fund);
            w.Text("regionCategory"u8, slice.RegionCategory);
            w.Text("currency"u8, slice.Currency);
            w.Number("total"u8, slice.Total);
            w.Number("eu"u8, slice.Eu);
            w.Number("national"u8, slice.National);
            w.Number("own"u8, slice.Own);
        });
    }

    private void Parties(OperationDocument d)
    {
        if (d.Beneficiary is { } beneficiary)
        {
            json.WriteStartObject("beneficiary"u8);
            Party(beneficiary);
            json.WriteEndObject();
        }

        Each("partners"u8, d.Partners, static (w, partner) =>
        {
            w.Text("id"u8, partner.Id);
            w.Text("name"u8, partner.Name);
            w.Text("role"u8, partner.Role);
            w.Number("share"u8, partner.Share);
        });
        Each("contractors"u8, d.Contractors, static (w, contractor) => w.Party(contractor));
    }

    private void Party(PartyDocument party)
    {
        Text("id"u8, party.Id);
        Text("name"u8, party.Name);
        json.WriteBoolean("naturalPerson"u8, party.NaturalPerson);
        Each("identifiers"u8, party.Identifiers, static (w, identifier) =>
        {
            w.Text("kind"u8, identifier.Kind);
            w.Text("value"u8, identifier.Value);
        });
    }

    private void Content(OperationDocument d)
    {
        Text("country"u8, d.Country);
        Each("locations"u8, d.Locations, static (w, place) =>
        {
            w.Text("code"u8, place.Code);
            w.Text("name"u8, place.Name);
            w.Text("kind"u8, place.Kind);
            w.Number("lat"u8, place.Lat);
            w.Number("lon"u8, place.Lon);
            w.Text("precision"u8, place.Precision);
            w.Text("path"u8, place.Path);
        });
        Texts("aims"u8, d.Aims);
        Each("tasks"u8, d.Tasks, static (w, task) =>
        {
            w.Text("code"u8, task.Code);
            w.Texts("name"u8, task.Name);
            w.Texts("description"u8, task.Description);
        });
        TextList("targetGroups"u8, d.TargetGroups);
        TextList("expectedResults"u8, d.ExpectedResults);
        Texts("achievements"u8, d.Achievements);
        Each("indicators"u8, d.Indicators, static (w, indicator) =>
        {
            w.Text("code"u8, indicator.Code);
            w.Texts("name"u8, indicator.Name);
            w.Text("unit"u8, indicator.Unit);
            w.Text("kind"u8, indicator.Kind);
            w.Number("baseline"u8, indicator.Baseline);
            w.Number("target"u8, indicator.Target);
            w.Number("achieved"u8, indicator.Achieved);
            w.Date("asOf"u8, indicator.AsOf);
        });
        Each("payments"u8, d.Payments, static (w, payment) =>
        {
            w.Date("date"u8, payment.Date);
            w.Number("amount"u8, payment.Amount);
            w.Text("currency"u8, payment.Currency);
        });
        Each("links"u8, d.Links, static (w, link) =>
        {
            w.Text("kind"u8, link.Kind);
            w.Text("url"u8, link.Url);
            w.Text("title"u8, link.Title);
        });
    }

    private void Origin(OperationDocument d)
    {
        if (d.Source is { } source)
        {
            json.WriteStartObject("source"u8);
            Source(source);
            json.WriteEndObject();
        }

        Each("otherSources"u8, d.OtherSources, static (w, other) => w.Source(other));
        json.WriteString("updatedAt"u8, d.UpdatedAt);
    }

    private void Source(SourceDocument source)
    {
        Text("list"u8, source.List);
        Text("publisher"u8, source.Publisher);
        Date("edition"u8, source.Edition);
        if (source.Row is { } row)
        {
            json.WriteNumber("row"u8, row);
        }

        json.WriteString("importedAt"u8, source.ImportedAt);
        Text("url"u8, source.Url);
    }

    private void Amount(ReadOnlySpan<byte> name, AmountDocument? amount)
    {
        if (amount is null)
        {
            return;
        }

        json.WriteStartObject(name);
        Number("amount"u8, amount.Amount);
        Text("currency"u8, amount.Currency);
        Number("eur"u8, amount.Eur);
        Number("rate"u8, amount.Rate);
        Text("rateSource"u8, amount.RateSource);
        Date("rateDate"u8, amount.RateDate);
        if (amount.Verified is { } verified)
        {
            json.WriteBoolean("verified"u8, verified);
        }

        json.WriteEndObject();
    }

    private void Code(ReadOnlySpan<byte> name, CodeName? code)
    {
        if (code is not null)
        {
            json.WriteStartObject(name);
            CodeMembers(code);
            json.WriteEndObject();
        }
    }

    private void CodeMembers(CodeName code)
    {
        Text("code"u8, code.Code);
        Text("name"u8, code.Name);
    }

    private void Each<T>(ReadOnlySpan<byte> name, IReadOnlyList<T> items, Action<OperationJsonWriter, T> members)
    {
        if (items.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            members(this, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Strings(ReadOnlySpan<byte> name, IReadOnlyList<string> items)
    {
        if (items.Count > 0)
        {
            json.WriteStartArray(name);
            foreach (var item in items)
            {
                json.WriteStringValue(item);
            }

            json.WriteEndArray();
        }
    }

    private void TextList(ReadOnlySpan<byte> name, IReadOnlyList<IReadOnlyDictionary<string, TextWithOrigin>> items)
    {
        if (items.Count > 0)
        {
            json.WriteStartArray(name);
            foreach (var item in items)
            {
                TextObject(item);
            }

            json.WriteEndArray();
        }
    }

    private void Texts(ReadOnlySpan<byte> name, IReadOnlyDictionary<string, TextWithOrigin>? texts)
    {
        if (texts?.Count > 0)
        {
            json.WritePropertyName(name);
            TextObject(texts);
        }
    }

    private void TextObject(IReadOnlyDictionary<string, TextWithOrigin> texts)
    {
        json.WriteStartObject();
        foreach (var (language, text) in texts)
        {
            json.WriteStartObject(language);
            Text("text"u8, text.Text);
            json.WriteString("origin"u8, Word(text.Origin));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void Text(ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private void Number(ReadOnlySpan<byte> name, decimal? number)
    {
        if (number is { } value)
        {
            Span<char> digits = stackalloc char[40];
            value.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
            json.WriteString(name, digits[..length]);
        }
    }

    private void Date(ReadOnlySpan<byte> name, DateOnly? date)
    {
        if (date is { } day)
        {
            Span<char> digits = stackalloc char[10];
            day.TryFormat(digits, out var length, "O", CultureInfo.InvariantCulture);
            json.WriteString(name, digits[..length]);
        }
    }

    private static string Word(TextOrigin origin) => origin switch
    {
        TextOrigin.Original => "original",
        TextOrigin.Human => "human",
        TextOrigin.Machine => "machine",
        _ => throw new ArgumentOutOfRangeException(nameof(origin)),
    };
}
