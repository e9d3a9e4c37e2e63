using Splot.Contracts.Projects;
using Splot.Kernel;

namespace Splot.Portal.Tests.Support;

/// <summary>Operations for tests; everything in them is invented.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Updated = new(2026, 5, 1, 10, 0, 0, TimeSpan.Zero);

    /// <summary>An operation with a title and little else.</summary>
    public static OperationDocument Operation(string id, string title = "A day centre", string language = "en") => new()
    {
        Id = id,
        Title = new Dictionary<string, string>(StringComparer.Ordinal) { [language] = title },
        OriginalLanguage = language,
        Country = "PL",
        UpdatedAt = Updated,
    };

    public static AmountDocument Eur(decimal amount) => new() { Amount = amount, Currency = "EUR", Eur = amount };

    public static PublishedOperation Published(OperationDocument document, long publication = 1) => new() { Id = document.Id, Publication = publication, Document = document };

    public static IReadOnlyDictionary<string, TextWithOrigin> Texts(params (string Language, string Text, TextOrigin Origin)[] texts) =>
        texts.ToDictionary(t => t.Language, t => new TextWithOrigin(t.Text, t.Origin), StringComparer.Ordinal);
}
