namespace Splot.Persons.Vault;

/// <summary>Names of the sealed columns of an emergency access.</summary>
internal static class EmergencyColumns
{
    public const string Reason = "persons_emergency.reason";
}
