namespace Splot.Projects.GenerateOperations;

/// <summary>
/// Writes invented operations as a list in the <c>splot</c> profile: UTF-8, comma, ISO dates, decimal point, several values in one
/// field joined by a vertical bar. Streams: memory does not grow with the list.
/// </summary>
internal sealed class OperationListWriter
{
    public const string Header =
        "code,title_pl,title_bg,title_en,original_language,summary_pl,summary_bg,summary_en,start,end,actual_end,status,fund,programme_code,"
        + "programme_name,period,priority,objective,fields,theme,call,contracts,total,currency,eu,national,own,rate,region_category,beneficiary_name,"
        + "beneficiary_id,natural_person,partners,contractors,country,location_codes,location_name,lat,lon,updated,demo";

    // Of a hundred: national lists often carry no summary.
    private const int WithoutSummary = 20;
    private const int CancellationEvery = 1 << 12;

    private readonly InventedList list;
    private readonly int summaryWords;
    private readonly Inventor inventor;
    private readonly Random random;
    private readonly RowBuffer row;
    private readonly InventedOperation operation = new();
    private readonly string codeStem;

    /// <param name="list">The list.</param>
    /// <param name="rows">How many rows are to come; beneficiaries are about a third as many.</param>
    /// <param name="seed">Same seed, same bytes.</param>
    /// <param name="summaryWords">Words of a summary on average.</param>
    /// <param name="stream">Where the list goes.</param>
    public OperationListWriter(InventedList list, int rows, int seed, int summaryWords, Stream stream)
    {
        this.list = list;
        this.summaryWords = summaryWords;
        inventor = new Inventor(list, seed, rows / 3);
        random = inventor.Random;
        row = new RowBuffer(stream);
        codeStem = $"DEMO-{list.Country}{list.FirstYear % 100}-";
    }

    /// <summary>Bytes written so far.</summary>
    public long Written => row.Written;

    /// <summary>Writes header and rows.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; what is written is no complete list.</exception>
    public void Write(int rows, IProgress<int>? progress, CancellationToken cancellation)
    {
        row.Text(Header).EndRow();
        for (var i = 1; i <= rows; i++)
        {
            inventor.Next(operation);
            WriteRow();
            if (i % CancellationEvery == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(CancellationEvery);
            }
        }

        progress?.Report(rows % CancellationEvery);
        row.Flush();
    }

    private void WriteRow()
    {
        var textLanguage = random.Next(100) < list.English ? "en" : list.Language;
        WriteCode(row.Field());
        WriteTitle("pl", textLanguage);
        WriteTitle("bg", textLanguage);
        WriteTitle("en", textLanguage);
        row.Field(list.Language);
        var words = random.Next(100) < WithoutSummary ? 0 : (summaryWords / 2) + random.Next(summaryWords + 1);
        WriteSummary("pl", textLanguage, words);
        WriteSummary("bg", textLanguage, words);
        WriteSummary("en", textLanguage, words);
        WriteTerm();
        WriteProgramme();
        WriteMoney();
        WriteBodies();
        WritePlaces();
        row.Field(Inventor.AsOf.AddDays(-random.Next(120)));
        row.Field("true");
        row.EndRow();
    }

    private void WriteCode(RowBuffer field) => field.Text(codeStem).Number(operation.Number, 7);

    private void WriteTitle(string language, string textLanguage)
    {
        row.Field();
        if (language != list.Language && language != textLanguage)
        {
            return;
        }

        var opener = operation.Topic.Openers[language switch { "pl" => 0, "bg" => 1, _ => 2 }];
        var vocabulary = Vocabulary.Of(language);
        var quoted = random.Next(100) < 2;
        row.Text(quoted ? "\"\"\"" : "").Text(opener).Text(quoted ? "\"\"" : "").Text(" – ").Text(vocabulary.Telling(random)).Text(' ').Text(vocabulary.Telling(random)).Text(" – ");
        row.Text(list.Names.Place(random.Next(100) < 60 ? random.Next(list.Names.Places.Count) : random.Next(1 << 16))).Text(quoted ? "\"" : "");
    }

    private void WriteSummary(string language, string textLanguage, int words)
    {
        row.Field();
        if (language != textLanguage || words == 0)
        {
            return;
        }

        var vocabulary = Vocabulary.Of(language);
        row.Text('"');
        var untilStop = 0;
        for (var i = 0; i < words; i += 2)
        {
            var (first, second) = vocabulary.Pair(random);
            if (untilStop <= 0)
            {
                row.Text(i == 0 ? "" : ". ");
                row.Text(Capital(first));
                untilStop = 8 + (first.Length & 7);
            }
            else
            {
                row.Text(untilStop == 6 ? ", " : " ").Text(first);
            }

            row.Text(' ').Text(second);
            untilStop -= 2;
        }

        row.Text(" ").Number(operation.Total / 100_000).Text(".\"");
    }

    private static string Capital(string word) => string.Concat(char.ToUpperInvariant(word[0]).ToString(), word.AsSpan(1));

    private void WriteTerm()
    {
        row.Field(operation.Start).Field(random.Next(100) < 1 ? null : operation.End).Field(operation.ActualEnd);
        row.Field(operation switch
        {
            { EndedEarly: true } => "ended-early",
            { ActualEnd: not null } => "finished",
            _ => null,
        });
    }

    private void WriteProgramme()
    {
        row.Field(operation.Fund);
        if (operation.OtherFund is { } other)
        {
            row.Text('|').Text(other);
        }

        row.Field(operation.Programme.Code).Quotable(operation.Programme.Code is null || random.Next(100) < 60 ? operation.Programme.Name : null).Field(list.Period);
        row.Field().Number(1 + (operation.Call % 9));
        row.Field(random.Next(100) < 5 ? null : list.IsCurrent ? operation.Topic.Objective : operation.Topic.OldObjective);
        row.Field();
        var fields = list.IsCurrent ? operation.Topic.Fields : operation.Topic.OldFields;
        for (var i = 0; i < fields.Length; i++)
        {
            row.Text(i == 0 ? "" : "|").Text(fields[i]);
        }

        row.Field(operation.Topic.Theme).Field();
        if (random.Next(100) < 50)
        {
            row.Text("DEMO-CALL-").Number(operation.Call, 3);
        }

        row.Field();
        if (random.Next(100) < 40)
        {
            WriteCode(row);
            row.Text("/00");
        }
    }

    private void WriteMoney()
    {
        row.Hundredths(operation.Total).Field(operation.Currency);
        var known = random.Next(100);
        row.Hundredths(known < 4 ? null : operation.Eu);
        row.Hundredths(known < 30 ? null : operation.National);
        row.Hundredths(known < 30 || operation.Own == 0 ? null : operation.Own);
        row.Hundredths(known < 2 ? operation.Rate : null);
        row.Field(operation.Region.Category(list.Period));
    }

    private void WriteBodies()
    {
        if (operation.Person is { } person)
        {
            row.Field(list.Names.Person(person)).Field().Field("true");
        }
        else
        {
            row.Field(list.Names.Body(operation.Beneficiary)).Field().Text("DEMO-B-").Number(operation.Beneficiary, 6).Field("false");
        }

        row.Field();
        for (var i = 0; i < operation.PartnerCount; i++)
        {
            row.Text(i == 0 ? "" : "|").Text(list.Names.Body(operation.Partners[i]));
        }

        row.Field(operation.Contractor is { } contractor ? list.Names.Body(contractor) : null);
    }

    private void WritePlaces()
    {
        row.Field(list.Country).Field();
        var coded = random.Next(100) >= 3;
        if (coded)
        {
            row.Text(operation.Region.Code);
            if (operation.OtherRegion is { } other)
            {
                row.Text('|').Text(other.Code);
            }
        }

        row.Field(!coded || random.Next(100) < 60 ? operation.Region.Name : null);
        var located = operation.OtherRegion is null && random.Next(100) < 25;
        row.Hundredths(located ? operation.Region.Latitude + random.Next(-12, 13) : null);
        row.Hundredths(located ? operation.Region.Longitude + random.Next(-12, 13) : null);
    }
}
