namespace Splot.Tables;

/// <summary>Which column holds which field.</summary>
/// <param name="Fields">Field → column, counting from 0.</param>
/// <param name="Duplicates">Field → further columns that claim it equally well; the first is used.</param>
/// <param name="Unknown">Columns with a header that is no known field.</param>
/// <param name="Missing">Headers the mapping names that the table does not have.</param>
public sealed record ColumnMatch(
    IReadOnlyDictionary<string, int> Fields,
    IReadOnlyDictionary<string, IReadOnlyList<int>> Duplicates,
    IReadOnlyList<HeaderCell> Unknown,
    IReadOnlyList<string> Missing);

/// <summary>
/// Recognises fields by their headers: exactly, after <see cref="HeaderText.Normalise"/>, in any form a header is made of (the whole; each row of it; without
/// what stands in parentheses; each side of a stroke, bar or line break; without trailing currency and unit). Never by likeness.
/// </summary>
public sealed class ColumnMatcher
{
    private readonly Dictionary<string, string> _synonyms = [];
    private readonly Dictionary<string, string> _mapping = [];

    /// <summary>A matcher for fields with their known headers and, if given, an explicit mapping header → field that goes before them (an empty field: ignore the column).</summary>
    /// <exception cref="ArgumentException">One header stands for two fields.</exception>
    public ColumnMatcher(IReadOnlyDictionary<string, IReadOnlyList<string>> synonyms, IReadOnlyDictionary<string, string>? mapping = null)
    {
        foreach (var (field, headers) in synonyms)
        {
            foreach (var header in headers)
            {
                var text = HeaderText.Normalise(header);
                if (!_synonyms.TryAdd(text, field) && _synonyms[text] != field)
                {
                    throw new ArgumentException(FormattableString.Invariant($"'{header}' stands for both {_synonyms[text]} and {field}."), nameof(synonyms));
                }
            }
        }

        foreach (var (header, field) in mapping ?? new Dictionary<string, string>())
        {
            _mapping[header] = field;
        }
    }

    /// <summary>How many different fields the header names.</summary>
    public int Score(TableHeader header) => Match(header).Fields.Count;

    /// <summary>Finds each field's column.</summary>
    public ColumnMatch Match(TableHeader header)
    {
        var claims = new List<Claim>();
        var unknown = new List<HeaderCell>();
        var used = new HashSet<string>();
        foreach (var cell in header.Columns)
        {
            if (FieldOf(cell, used) is not { } claim)
            {
                if (cell.Name.Length > 0)
                {
                    unknown.Add(cell);
                }
            }
            else if (claim.Field.Length > 0)
            {
                claims.Add(claim);
            }
        }

        var fields = new Dictionary<string, int>();
        var duplicates = new Dictionary<string, IReadOnlyList<int>>();
        foreach (var group in claims.GroupBy(claim => claim.Field))
        {
            var ranked = group.OrderBy(claim => claim.Rank).ThenBy(claim => claim.Column).ToList();
            fields[group.Key] = ranked[0].Column;
            var equals = ranked.Skip(1).Where(claim => claim.Rank == ranked[0].Rank).Select(claim => claim.Column).ToList();
            if (equals.Count > 0)
            {
                duplicates[group.Key] = equals;
            }

            unknown.AddRange(ranked.Where(claim => claim.Rank > ranked[0].Rank).Select(claim => header.Columns[claim.Column]));
        }

        return new ColumnMatch(fields, duplicates, [.. unknown.OrderBy(cell => cell.Column)], [.. _mapping.Keys.Where(name => !used.Contains(name))]);
    }

    private Claim? FieldOf(HeaderCell cell, HashSet<string> used)
    {
        foreach (var (header, field) in _mapping)
        {
            if (HeaderText.Normalise(header) is var wanted && (wanted == HeaderText.Normalise(cell.Name) || cell.Parts.Any(part => wanted == HeaderText.Normalise(part))))
            {
                used.Add(header);
                return new Claim(field, cell.Column, -1);
            }
        }

        var rank = 0;
        foreach (var form in HeaderForms.Of(cell))
        {
            if (_synonyms.TryGetValue(form, out var field))
            {
                return new Claim(field, cell.Column, rank);
            }

            rank++;
        }

        return null;
    }

    private sealed record Claim(string Field, int Column, int Rank);
}
