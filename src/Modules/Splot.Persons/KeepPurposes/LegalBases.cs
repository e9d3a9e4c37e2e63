using Splot.Ui;

namespace Splot.Persons.KeepPurposes;

/// <summary>The legal bases of the GDPR, by article, paragraph and letter.</summary>
public static class LegalBases
{
    /// <summary>Consent (Art. 6(1)(a)).</summary>
    public const string Consent = "6-1-a";

    /// <summary>Explicit consent to special categories of data (Art. 9(2)(a)).</summary>
    public const string ExplicitConsent = "9-2-a";

    /// <summary>All codes, in the order of the regulation.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Consent, "6-1-b", "6-1-c", "6-1-d", "6-1-e", "6-1-f",
        ExplicitConsent, "9-2-b", "9-2-c", "9-2-d", "9-2-e", "9-2-f", "9-2-g", "9-2-h", "9-2-i", "9-2-j",
    ];

    /// <summary>The bases to choose from.</summary>
    public static IReadOnlyList<Choice> Choices => [.. All.Select(code => new Choice(code, Words(code)))];

    /// <summary>Whether what rests on it needs the person's consent.</summary>
    public static bool RestsOnConsent(string code) => code is Consent or ExplicitConsent;

    /// <summary>The basis in words, with its article.</summary>
    public static string Words(string code) => code switch
    {
        Consent => Text.Basis61A,
        "6-1-b" => Text.Basis61B,
        "6-1-c" => Text.Basis61C,
        "6-1-d" => Text.Basis61D,
        "6-1-e" => Text.Basis61E,
        "6-1-f" => Text.Basis61F,
        _ => OfSpecialCategories(code),
    };

    private static string OfSpecialCategories(string code) => code switch
    {
        ExplicitConsent => Text.Basis92A,
        "9-2-b" => Text.Basis92B,
        "9-2-c" => Text.Basis92C,
        "9-2-d" => Text.Basis92D,
        "9-2-e" => Text.Basis92E,
        "9-2-f" => Text.Basis92F,
        "9-2-g" => Text.Basis92G,
        "9-2-h" => Text.Basis92H,
        "9-2-i" => Text.Basis92I,
        "9-2-j" => Text.Basis92J,
        _ => code,
    };
}
