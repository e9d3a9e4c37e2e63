using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.Model;

namespace Splot.Persons.Vault;

/// <summary>Rows as the read record that others see.</summary>
internal static class Records
{
    public static PersonRecord Of(KeyRing ring, PersonRow row, IdentityRow columns) => Of(row, IdentityColumns.Open(PersonKey.Open(ring, row.Id, row.SealedKey!), columns));

    public static PersonRecord Of(PersonRow row, PersonIdentity identity) => new(
        new PersonId(row.Id),
        row.OrganisationId,
        row.UnitId,
        row.KeeperId,
        row.Version,
        identity,
        row.Restricted,
        DateTimeOffset.FromUnixTimeMilliseconds(row.CreatedAt),
        DateTimeOffset.FromUnixTimeMilliseconds(row.ChangedAt),
        row.RetainUntil,
        row.LegalHold,
        row.MergedInto is { } survivor ? new PersonId(survivor) : null);
}
