using Splot.Access.Model;
using Splot.Access.SeeOrganisation;
using Splot.Access.SeeOrganisations;

namespace Splot.Access.KeepOrganisations;

/// <summary>The organisation that a form is about.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Tag">The language of that.</param>
/// <param name="Version">The version that the form shows, or was filled in for.</param>
public sealed record About(string Id, string Name, string Tag, long Version)
{
    /// <summary>Its page, without language.</summary>
    public string Path => SeeOrganisationsEndpoints.Path + "/" + Id;

    internal static About Of(Organisation organisation, long? version = null) => new(organisation.Id, organisation.Name, SeeOrganisationHandler.TagOf(organisation.Country), version ?? organisation.Version);
}
