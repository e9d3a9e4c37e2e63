using Splot.Contracts.Access;
using Splot.Contracts.Desk;

namespace Splot.Access.SeeOrganisations;

/// <summary>Organisations in the desk's search box.</summary>
internal sealed class FindOrganisations(SeeOrganisationsHandler handler) : IDeskFinder
{
    public Act Act => Acts.SeeOrganisations;

    public async Task<DeskFinding> FindAsync(string text, ICaller caller, int most, CancellationToken cancellation)
    {
        var found = await handler.HandleAsync(new SeeOrganisations(text, null, false, "name", false, null, most), cancellation);
        return new DeskFinding(20, Text.Title, [.. found.Page.Rows.Select(o => new DeskHit(o.Name, KindWords.Of(o.Kind), SeeOrganisationsEndpoints.Path + "/" + o.Id))], found.Page.Next is not null);
    }
}
