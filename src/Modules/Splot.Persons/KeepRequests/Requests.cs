using Splot.Persons.Model;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.KeepRequests;

/// <summary>Which requests somebody may know of.</summary>
internal static class Requests
{
    /// <summary>Those to the organisations within reach, also of people who were erased since; of a hidden person only who is named there learns.</summary>
    public static IQueryable<RequestRow> Within(PersonsContext context, Sight sight)
    {
        List<string> organisations = [.. sight.Reach.Organisations];
        var everything = sight.Reach.Everything;
        var shown = Visible.NotHidden(context, sight.Account);
        return context.Requests.Where(r => everything || organisations.Contains(r.OrganisationId)).Where(r => shown.Any(p => p.Id == r.PersonId));
    }
}
