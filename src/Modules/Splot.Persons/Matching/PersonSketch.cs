using Splot.Kernel;

namespace Splot.Persons.Matching;

/// <summary>What is known of a person for comparing: as typed or as stored. Everything may be missing.</summary>
internal sealed record PersonSketch
{
    public string? FirstNames { get; init; }

    public string? Surnames { get; init; }

    public DateOnly? BirthDate { get; init; }

    public Sex? Sex { get; init; }

    public IReadOnlyList<PersonNumber> Numbers { get; init; } = [];
}

/// <summary>A personal number; one whose check digits do not fit is kept as typed, because that is how slips are recognised.</summary>
internal sealed record PersonNumber(IdentifierKind Kind, string Value, bool IsValid)
{
    /// <summary>The numbers that name persons.</summary>
    public static IReadOnlyList<IdentifierKind> Kinds { get; } = [IdentifierKind.Pesel, IdentifierKind.Egn, IdentifierKind.Lnch];

    /// <summary>The number as typed, without separators; null where nothing is left.</summary>
    public static PersonNumber? Of(IdentifierKind kind, string? text)
    {
        if (Identifier.Parse(kind, text) is { } valid)
        {
            return new PersonNumber(kind, valid.Value, true);
        }

        var kept = string.Concat((text ?? "").Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return kept.Length == 0 ? null : new PersonNumber(kind, kept, false);
    }
}
