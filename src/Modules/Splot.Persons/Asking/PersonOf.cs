using System.Globalization;
using Splot.Contracts.Access;
using Splot.Contracts.Persons;
using Splot.Persons.ReadPerson;
using Splot.Persons.Vault;
using Splot.Ui;

namespace Splot.Persons.Asking;

/// <summary>A person for a short form, within the reach of its act; every look is recorded.</summary>
internal sealed class PersonOf(Asker asker, ReadPersonHandler read)
{
    /// <summary>Null where the asker may not do that with the record, or there is none.</summary>
    public async Task<FormPerson?> FindAsync(string id, Act act, CancellationToken cancellation)
    {
        var by = await asker.ToAsync(act, cancellation);
        return await read.HandleAsync(new ReadPerson.ReadPerson(new PersonId(id), by, act == Acts.KeepTraits ? by.Sight : null), cancellation) is ReadPersonOutcome.Found found
            ? new FormPerson(found.Person, IdentityForm.Name(found.Person.Identity), found.Traits ?? new Dictionary<string, TraitAnswer>(StringComparer.Ordinal))
            : null;
    }

    /// <summary>The version that a form was about; 0 where it does not say.</summary>
    public static long Version(PostedForm form) => long.TryParse(form["version"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
}

/// <summary>A person as a form needs them.</summary>
public sealed record FormPerson(PersonRecord Record, string Name, IReadOnlyDictionary<string, TraitAnswer> Traits)
{
    /// <summary>The version to be sent along: the one that was sent, so that who typed on an older one is told.</summary>
    public string VersionOf(PostedForm form) => form["version"].Value ?? Record.Version.ToString(CultureInfo.InvariantCulture);
}
