namespace Splot.Persons.Vault;

/// <summary>Names of the sealed columns of a correction.</summary>
internal static class CorrectionColumns
{
    public const string Before = "persons_correction.before";
    public const string After = "persons_correction.after";
    public const string Reason = "persons_correction.reason";
}
