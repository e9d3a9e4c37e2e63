using Splot.Contracts.Persons;
using Splot.Persons.Model;
using Splot.Persons.Store;

namespace Splot.Persons.Vault;

/// <summary>The one place that says which records an asker may know of.</summary>
internal static class Visible
{
    /// <summary>Records that were not erased and are not hidden from the account.</summary>
    public static IQueryable<PersonRow> To(PersonsContext context, string? account) =>
        context.Persons.Where(p => p.ErasedAt == null && (!p.Restricted || context.NamedReaders.Any(r => r.PersonId == p.Id && r.AccountId == account)));

    /// <summary>As <see cref="To(PersonsContext, string?)"/>, within the organisations of the scope.</summary>
    public static IQueryable<PersonRow> To(PersonsContext context, PersonScope scope)
    {
        var visible = To(context, scope.Account);
        var organisations = scope.Organisations?.ToList();
        return organisations is null ? visible : visible.Where(p => organisations.Contains(p.OrganisationId));
    }
}
