using Splot.Contracts.Desk;

namespace Splot.Persons.SeenPerson;

/// <summary>What the entries of persons say in the record of what was done: the same words as in a person's own record.</summary>
internal sealed class PersonsAuditWords : IAuditWords
{
    public string? Of(string act) => SeenWords.Known(act);
}
