using Splot.Data.Terminal;

namespace Splot.Data;

/// <summary>Under what the published data may be used again. The owner of a list decides that, so the operator can set it.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Address">The page with its text, by which catalogues know it.</param>
public sealed record DataLicence(string Name, Uri Address)
{
    /// <summary>CC BY 4.0, the standard licence that the Commission uses itself (Directive (EU) 2019/1024, Art. 8; Commission Decision 2011/833/EU).</summary>
    public static DataLicence Usual { get; } = new("CC BY 4.0", new Uri("https://creativecommons.org/licenses/by/4.0/"));

    internal static IReadOnlyList<VerbOption> Options { get; } =
    [
        new("--licence", "NAME", "Licence of the published data; by default CC BY 4.0."),
        new("--licence-url", "URL", "The page with that licence's text."),
    ];

    internal static DataLicence Read(OptionValues values)
    {
        var (name, address) = (SiteOperator.Line(values, "--licence"), SiteOperator.Address(values, "--licence-url"));
        return (name, address) switch
        {
            (null, null) => Usual,
            ({ } known, { } page) => new DataLicence(known, page),
            _ => throw new UsageException("--licence and --licence-url go together: the name of a licence and the page with its text."),
        };
    }
}
