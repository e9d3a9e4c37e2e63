using Splot.Contracts.Access;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.Model;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.CreatePerson;

/// <summary>Enters a person.</summary>
/// <param name="Organisation">The organisation that owns the record.</param>
/// <param name="Unit">The office within it.</param>
/// <param name="Keeper">The account that looks after the person.</param>
/// <param name="Identity">Who it is, as typed.</param>
/// <param name="Sees">Whose records may be named in a warning.</param>
/// <param name="DespiteDuplicates">The warning was seen: this is somebody else, or a record of this source is wanted besides.</param>
/// <param name="By">Who does it; the new record must stand within reach.</param>
internal sealed record CreatePerson(string Organisation, string? Unit, string? Keeper, PersonIdentity Identity, Sight Sees, bool DespiteDuplicates, Doer By)
{
    /// <summary>Operations that the person belongs to from the first.</summary>
    public IReadOnlyList<string> Operations { get; init; } = [];

    /// <summary>Where the record will stand.</summary>
    public RecordPlace Place => new(Organisation, Unit, Keeper) { Operations = Operations };
}

/// <summary>What became of it.</summary>
internal abstract record CreatePersonOutcome
{
    /// <summary>The record was made; somebody who may be the same was named before, or is now.</summary>
    public sealed record Created(PersonId Person, IReadOnlyList<DuplicateHint> Alike) : CreatePersonOutcome;

    /// <summary>Nothing was made: somebody may be entered already.</summary>
    public sealed record Known(IReadOnlyList<DuplicateHint> Alike) : CreatePersonOutcome;

    /// <summary>Neither a name nor a number was given.</summary>
    public sealed record Nobody : CreatePersonOutcome;

    /// <summary>Who asks may not keep records there.</summary>
    public sealed record OutOfReach : CreatePersonOutcome;
}

internal sealed class CreatePersonHandler(MainStore main, KeyRing keys, AuditReads audit, TimeProvider clock)
{
    public async Task<CreatePersonOutcome> HandleAsync(CreatePerson command, CancellationToken cancellation)
    {
        if (!command.By.Sight.Reach.Covers(command.Place))
        {
            return new CreatePersonOutcome.OutOfReach();
        }

        await keys.ReadyAsync(cancellation);
        var identity = IdentityForm.Tidy(command.Identity);
        if (IdentityForm.IsNobody(identity))
        {
            return new CreatePersonOutcome.Nobody();
        }

        var found = await main.ReadAsync(session => CandidateSearch.FindAsync(session, keys, identity, command.Sees, cancellation), cancellation);
        var told = CandidateSearch.Tellable(found);
        await audit.RecordAsync(CandidateSearch.Told("persons.find-duplicates", told, command.By), cancellation);
        var alike = CandidateSearch.Hints(told);
        if (alike.Count > 0 && !command.DespiteDuplicates)
        {
            return new CreatePersonOutcome.Known(alike);
        }

        var person = await main.WriteAsync(session => AddAsync(session, command, identity, cancellation), cancellation);
        return new CreatePersonOutcome.Created(person, alike);
    }

    private async Task<PersonId> AddAsync(WriteSession session, CreatePerson command, PersonIdentity identity, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var id = PersonId.New(now);
        var key = PersonKey.New(id.Value);
        var row = new PersonRow
        {
            Id = id.Value,
            OrganisationId = command.Organisation,
            UnitId = command.Unit,
            KeeperId = command.Keeper,
            Version = 1,
            CreatedAt = now.ToUnixTimeMilliseconds(),
            ChangedAt = now.ToUnixTimeMilliseconds(),
            SealedKey = key.Sealed(keys),
        };
        var columns = new IdentityRow { PersonId = id.Value };
        IdentityColumns.Seal(key, columns, identity, before: null);
        var context = session.Context<PersonsContext>();
        context.Persons.Add(row);
        context.Identities.Add(columns);
        context.Operations.AddRange(command.Operations.Distinct(StringComparer.Ordinal).Select(o => new PersonOperationRow { PersonId = id.Value, OperationId = o }));
        await Filing.FileAsync(session, keys, row, identity, cancellation);
        session.Record(Recording.Change("persons.create", row, key, command.By, after: identity));
        session.Publish(new PersonChanged(id));
        return id;
    }
}
