using Splot.Contracts.Access;
using Splot.Ui;

namespace Splot.Persons.Asking;

/// <summary>Organisations for which the caller may do something that concerns the whole of them, by name.</summary>
internal sealed class Offices(Asker asker, IOrganisations organisations)
{
    public async Task<IReadOnlyList<Choice>> OfAsync(Act act, CancellationToken cancellation)
    {
        List<string> ids = [.. asker.RolesFor(act).Where(r => asker.ReachOf(act).Covers(new RecordPlace(r.Organisation, Territory: r.Territory))).Select(r => r.Organisation).OfType<string>().Distinct(StringComparer.Ordinal)];
        var names = ids.Count == 0 ? null : await organisations.NamesAsync(ids, cancellation);
        return [.. ids.Select(id => new Choice(id, names!.TryGetValue(id, out var known) ? known.Name : id)).OrderBy(c => c.Label, StringComparer.Ordinal)];
    }

    /// <summary>The one that was chosen; whoever has only one is not asked.</summary>
    public static string Chosen(PostedForm form, IReadOnlyList<Choice> offices) =>
        offices.Count == 1 ? offices[0].Value! : form.RequiredChoice("organisation", offices.Select(o => o.Value!), Text.ChooseOrganisation);
}
