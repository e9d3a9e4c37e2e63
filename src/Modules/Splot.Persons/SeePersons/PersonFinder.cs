using Splot.Contracts.Access;
using Splot.Contracts.Desk;
using Splot.Persons.Asking;
using Splot.Persons.FindPersons;
using Splot.Persons.Vault;

namespace Splot.Persons.SeePersons;

/// <summary>Persons in the desk's search box; who is shown is recorded before.</summary>
internal sealed class PersonFinder(Asker asker, FindPersonsHandler find) : IDeskFinder
{
    public Act Act => Acts.SeePersons;

    public async Task<DeskFinding> FindAsync(string text, ICaller caller, int most, CancellationToken cancellation)
    {
        var found = await find.HandleAsync(new FindPersons.FindPersons(text, await asker.ToAsync(Acts.SeePersons, cancellation), most), cancellation);
        return new DeskFinding(10, Splot.Persons.Text.Persons, [.. found.Persons.Select(p => new DeskHit(IdentityForm.Name(p.Identity), PersonWords.Day(p.Identity.BirthDate), SeePersonsEndpoints.Path + "/" + p.Id))], found.More);
    }
}
