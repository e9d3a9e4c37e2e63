using System.Globalization;
using Splot.Contracts.Projects;
using Splot.Kernel;

namespace Splot.Projects.ImportOperations;

/// <summary>Small readings of codes, words and addresses in rows.</summary>
internal static class RowCodes
{
    // No operation is that large.
    private const decimal MostShare = 9_000_000_000_000m;

    /// <summary>yes in the words and figures that lists use; anything else is no.</summary>
    public static bool Yes(string? text) => text is not null && text.ToLowerInvariant() is "yes" or "true" or "1" or "tak" or "да" or "y" or "x";

    /// <summary>
    /// A code and a name from two columns; a name column alone may begin with its code. Where the list has a column of names
    /// beside it (<paramref name="besideField"/>), the column holds codes only.
    /// </summary>
    public static CodeName? CodeAndName(RowSource row, string? codeField, string nameField, string besideField)
    {
        var code = codeField is null ? null : row.Value(codeField);
        var name = row.Value(nameField);
        if (row.Plan.Has(besideField))
        {
            (code, name) = (code ?? name, row.Value(besideField));
            return code is null && name is null ? null : new CodeName(code, name);
        }

        return code is not null ? new CodeName(code, name) : name is null ? null : Split(name);
    }

    /// <summary>Intervention fields: codes, or codes with names, several joined by bars; names from their own column.</summary>
    public static IReadOnlyList<CodeName> Fields(RowSource row)
    {
        var codes = row.Values(Field.Category);
        var labels = row.Values(Field.CategoryLabel);
        if (codes.Count == 0)
        {
            return [.. labels.Select(Split)];
        }

        var found = new CodeName[codes.Count];
        for (var i = 0; i < codes.Count; i++)
        {
            found[i] = Split(codes[i]);
            found[i] = found[i].Name is null && labels.Count == codes.Count ? found[i] with { Name = labels[i] } : found[i];
        }

        return found;
    }

    /// <summary>A status code as it is, a few plain words as their code, else nothing (and the text is kept).</summary>
    public static string? Status(RowSource row)
    {
        if (row.Value(Field.Status) is not { } text)
        {
            return null;
        }

        var word = TextFold.Fold(text);
        if (OperationStatus.All.Contains(word, StringComparer.Ordinal))
        {
            return word;
        }

        row.Keep(Field.Status);
        return word switch
        {
            "completed" or "closed" or "ended" or "zakonczony" or "zakonczone" or "приключен" or "приключил" => OperationStatus.Finished,
            "ongoing" or "in progress" or "active" or "in implementation" or "w realizacji" or "realizowany" or "в изпълнение" or "в процес на изпълнение" => OperationStatus.Running,
            "terminated" or "rozwiazany" or "прекратен" => OperationStatus.EndedEarly,
            _ => null,
        };
    }

    /// <summary>The programming period from its own column, from the year a CCI begins with, or from a fund that only one period has.</summary>
    public static string? Period(string? text, string? programmeCode, string? fund)
    {
        if (text is [_, _, _, _, '-', _, _, _, _] && text.AsSpan().IndexOfAnyExceptInRange('0', '9') == 4 && text.AsSpan(5).IndexOfAnyExceptInRange('0', '9') < 0)
        {
            return text;
        }

        if (text is not null)
        {
            var years = text.Split(['-', '–', '/', ' '], StringSplitOptions.RemoveEmptyEntries).Where(p => p.Length is 4 or 2 && p.All(char.IsAsciiDigit)).ToList();
            return years.Count == 2 && years[0].Length == 4 ? $"{years[0]}-{(years[1].Length == 4 ? years[1] : years[0][..2] + years[1])}" : null;
        }

        return programmeCode?.Length >= 4 && programmeCode[..4] is { } year && Known(year) is { } period
            ? period
            : fund is "ESF+" or "JTF" or "EMFAF" ? "2021-2027" : fund is "YEI" or "EMFF" ? "2014-2020" : null;
    }

    /// <summary>Partners joined by bars; a partner's role and share may follow, separated by semicolons. Shares that add up to more than the whole say nothing.</summary>
    public static IReadOnlyList<PartnerDocument> Partners(RowSource row, decimal? total)
    {
        var texts = row.Values(Field.Partners);
        if (texts.Count == 0)
        {
            return [];
        }

        PartnerDocument[] partners = [.. texts.Select(text =>
        {
            var parts = text.Split(';', StringSplitOptions.TrimEntries);
            decimal? share = parts.Length > 2 && decimal.TryParse(parts[2], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount < MostShare ? amount : null;
            return new PartnerDocument(null, parts[0], parts.Length > 1 && parts[1].Length > 0 ? parts[1] : null, share);
        })];
        if (partners.Sum(p => p.Share) <= (total ?? decimal.MaxValue))
        {
            return partners;
        }

        row.Warn(Field.Partners, "shares-exceed-total", "The partners' shares add up to more than the total; they stay empty. Correct the row at the source.");
        return [.. partners.Select(p => p with { Share = null })];
    }

    /// <summary>Web addresses in a text; only absolute http and https ones.</summary>
    public static IEnumerable<string> Addresses(string? text) =>
        text is null ? [] : text.Split([' ', '|', '\n', ','], StringSplitOptions.RemoveEmptyEntries)
            .Select(a => a.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? "https://" + a : a)
            .Where(a => Uri.TryCreate(a, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp));

    /// <summary>The beneficiary's identifier with its kind, where the number itself tells it.</summary>
    public static IReadOnlyList<IdentifierDocument> Identifiers(RowSource row, string? country)
    {
        if (row.Value(Field.BeneficiaryId) is not { } text)
        {
            return [];
        }

        var value = text.Split('|')[0].Trim();
        return OrganisationNumbers.IsPersonal(value, country) ? [] : [new IdentifierDocument(OrganisationNumbers.KindOf(value, country), value)];
    }

    /// <summary>The number of a natural person that stands where the beneficiary's belongs; null where none does.</summary>
    public static string? PersonalNumber(RowSource row, string? country) =>
        row.Value(Field.BeneficiaryId)?.Split('|')[0].Trim() is { } value && OrganisationNumbers.IsPersonal(value, country) ? value : null;

    private static string? Known(string year) => year switch
    {
        "2007" => "2007-2013",
        "2014" => "2014-2020",
        "2021" => "2021-2027",
        _ => null,
    };

    /// <summary><c>109. Active inclusion</c>, <c>158 - Access</c>, <c>ESO4.11 Equal access</c>: a leading word with a figure is the code.</summary>
    private static CodeName Split(string text)
    {
        var end = text.AsSpan().IndexOfAny(" \n:–");
        var head = (end < 0 ? text : text[..end]).TrimEnd('.', ':', '-', '–', ')').TrimStart('(');
        if (head.Length is 0 or > 40 || !head.Any(char.IsAsciiDigit))
        {
            return new CodeName(null, text);
        }

        var rest = end < 0 ? "" : text[end..].TrimStart(' ', '\n', '-', '–', ':', '.');
        return new CodeName(head, rest.Length == 0 ? null : rest);
    }
}
