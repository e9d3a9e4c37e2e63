namespace Splot.Persons.Vault;

/// <summary>Names of the sealed columns of a data subject's request.</summary>
internal static class RequestColumns
{
    public const string Asked = "persons_request.asked";
    public const string Answer = "persons_request.answer";
}
