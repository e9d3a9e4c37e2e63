using System.Globalization;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.Matching;
using Splot.Persons.Model;
using Splot.Persons.Vault;

namespace Splot.Persons.BenchPersons;

/// <summary>Fills the vault with invented people, sealed and filed as real ones.</summary>
internal sealed class BenchFill(MainStore main, KeyRing keys, TimeProvider clock)
{
    public const int Organisations = 300;
    private const int UnitsEach = 4;
    private const int KeepersEach = 3;
    private const int Batch = 5_000;

    private static readonly BulkTable Persons = BulkTable.Of(
        "persons_person", "id", "organisation_id", "unit_id", "restricted", "version", "created_at", "changed_at", "legal_hold", "index_edition", "sealed_key", "keeper_id");

    private static readonly BulkTable Identities = BulkTable.Of("persons_identity", "person_id", "first_names", "surnames", "birth_date", "sex", "numbers");
    private static readonly BulkTable Index = BulkTable.Of("persons_index", "key", "person_id", "kind");

    /// <summary>Whose the record of a number is: one of 300 organisations, one of its four units, one of the unit's three keepers.</summary>
    public static string Organisation(int number) => string.Create(CultureInfo.InvariantCulture, $"organisation {number % Organisations:000}");

    /// <inheritdoc cref="Organisation"/>
    public static string Unit(int number) => string.Create(CultureInfo.InvariantCulture, $"unit {number % Organisations:000}-{number / Organisations % UnitsEach}");

    /// <inheritdoc cref="Organisation"/>
    public static string Keeper(int number) => string.Create(CultureInfo.InvariantCulture, $"keeper {number % Organisations:000}-{number / Organisations % UnitsEach}-{number / Organisations / UnitsEach % KeepersEach}");

    public async Task FillAsync(int size, TextWriter progress, CancellationToken cancellation)
    {
        for (var from = 0; from < size; from += Batch)
        {
            var made = Enumerable.Range(from, Math.Min(Batch, size - from)).AsParallel().AsOrdered().Select(Make).ToList();
            await main.WriteAsync(
                session =>
                {
                    Write(session, made);
                    return Task.CompletedTask;
                },
                cancellation);
            if (from % 100_000 == 0)
            {
                await progress.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{from + made.Count:N0} of {size:N0} people"));
                await main.CheckpointAsync(cancellation);
            }
        }

        await main.CheckpointAsync(cancellation);
    }

    private (PersonRow Row, IdentityRow Columns, List<IndexRow> Filed) Make(int number)
    {
        var identity = InventedPeople.Person(number);
        var now = clock.GetUtcNow();
        var id = PersonId.New(now).Value;
        var key = PersonKey.New(id);
        var row = new PersonRow
        {
            Id = id,
            OrganisationId = Organisation(number),
            UnitId = Unit(number),
            KeeperId = Keeper(number),
            Version = 1,
            CreatedAt = now.ToUnixTimeMilliseconds(),
            ChangedAt = now.ToUnixTimeMilliseconds(),
            IndexEdition = CandidateKeys.Edition,
            SealedKey = key.Sealed(keys),
        };
        var columns = new IdentityRow { PersonId = id };
        IdentityColumns.Seal(key, columns, identity, before: null);
        return (row, columns, [.. Filing.Rows(keys, id, identity)]);
    }

    private static void Write(WriteSession session, List<(PersonRow Row, IdentityRow Columns, List<IndexRow> Filed)> made)
    {
        using (var table = BulkInsert.Into(session, Persons))
        {
            made.ForEach(m => Write(table, m.Row));
            table.Complete();
        }

        using (var table = BulkInsert.Into(session, Identities))
        {
            made.ForEach(m => Write(table, m.Columns));
            table.Complete();
        }

        using (var table = BulkInsert.Into(session, Index))
        {
            foreach (var row in made.SelectMany(m => m.Filed))
            {
                table.Set(0, row.Key);
                table.Set(1, row.PersonId);
                table.Set(2, row.Kind);
                table.NextRow();
            }

            table.Complete();
        }
    }

    private static void Write(BulkInsert table, PersonRow row)
    {
        table.Set(0, row.Id);
        table.Set(1, row.OrganisationId);
        table.Set(2, row.UnitId);
        table.Set(3, row.Restricted);
        table.Set(4, row.Version);
        table.Set(5, row.CreatedAt);
        table.Set(6, row.ChangedAt);
        table.Set(7, row.LegalHold);
        table.Set(8, row.IndexEdition);
        table.Set(9, row.SealedKey);
        table.Set(10, row.KeeperId);
        table.NextRow();
    }

    private static void Write(BulkInsert table, IdentityRow row)
    {
        table.Set(0, row.PersonId);
        table.Set(1, row.FirstNames);
        table.Set(2, row.Surnames);
        table.Set(3, row.BirthDate);
        table.Set(4, row.Sex);
        table.Set(5, row.Numbers);
        table.NextRow();
    }
}
