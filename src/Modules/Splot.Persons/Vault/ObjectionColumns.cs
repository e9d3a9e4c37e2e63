namespace Splot.Persons.Vault;

/// <summary>Names of the sealed columns of an objection.</summary>
internal static class ObjectionColumns
{
    public const string Grounds = "persons_objection.grounds";
    public const string Answer = "persons_objection.answer";
}
