using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.Model;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.FindDuplicates;

/// <summary>Asks whether somebody is known already: somebody to be entered, or the person of a record.</summary>
/// <param name="Identity">Who it is; for a record, what it says.</param>
/// <param name="By">Who asks; records within reach are told, of others only whom to ask, and only where a number, or a name with the birth date, is given. An answer that names somebody is recorded.</param>
/// <param name="Record">The record whose duplicates are sought; it, what was merged into it and whom somebody called another person are left out.</param>
internal sealed record FindDuplicates(PersonIdentity Identity, Doer By, PersonId? Record = null);

/// <summary>One statement, two for a record.</summary>
internal sealed class FindDuplicatesHandler(KeyRing keys, AuditReads audit)
{
    public async Task<IReadOnlyList<DuplicateHint>> HandleAsync(FindDuplicates question, CancellationToken cancellation)
    {
        await keys.ReadyAsync(cancellation);
        var told = await audit.ReadAsync(session => FindAsync(session, question, cancellation), found => CandidateSearch.Told("persons.find-duplicates", found, question.By), cancellation);
        return CandidateSearch.Hints(told);
    }

    private async Task<IReadOnlyList<Candidate>> FindAsync(Session session, FindDuplicates question, CancellationToken cancellation)
    {
        var identity = IdentityForm.Tidy(question.Identity);
        var found = CandidateSearch.Tellable(await CandidateSearch.FindAsync(session, keys, identity, question.By.Sight, cancellation));
        if (question.Record is not { } record || found.Count == 0)
        {
            return found;
        }

        var others = await DistinctAsync(session, record, cancellation);
        return [.. found.Where(c => c.Person != record && !others.Contains(c.Person.Value))];
    }

    private static async Task<HashSet<string>> DistinctAsync(Session session, PersonId record, CancellationToken cancellation)
    {
        var pairs = await session.Context<PersonsContext>().Distinct.AsNoTracking()
            .Where(d => d.OneId == record.Value || d.OtherId == record.Value).ToListAsync(cancellation);
        return [.. pairs.Select(d => d.OneId == record.Value ? d.OtherId : d.OneId)];
    }
}

/// <summary>Says that two records are two people, so that they are not suggested to each other again.</summary>
internal sealed record CallDistinct(PersonId One, PersonId Other, Doer By);

internal sealed class CallDistinctHandler(MainStore main, KeyRing keys, TimeProvider clock)
{
    /// <summary>False where one of them is not known to the account.</summary>
    public async Task<bool> HandleAsync(CallDistinct command, CancellationToken cancellation)
    {
        await keys.ReadyAsync(cancellation);
        return await main.WriteAsync(session => RecordAsync(session, command, cancellation), cancellation);
    }

    private async Task<bool> RecordAsync(WriteSession session, CallDistinct command, CancellationToken cancellation)
    {
        string[] ids = [command.One.Value, command.Other.Value];
        var known = await Visible.To(session.Context<PersonsContext>(), command.By.Sight).Where(p => p.Id == ids[0] || p.Id == ids[1]).ToListAsync(cancellation);
        if (known.Count < 2)
        {
            return false;
        }

        await AddAsync(session, command.One, command.Other, command.By, clock, cancellation);
        foreach (var row in known)
        {
            session.Record(Recording.Change("persons.call-distinct", row, PersonKey.Open(keys, row.Id, row.SealedKey!), command.By) with { After = Recording.Plain(new { other = ids[0] == row.Id ? ids[1] : ids[0] }) });
        }

        return true;
    }

    internal static async Task AddAsync(WriteSession session, PersonId one, PersonId other, Doer by, TimeProvider clock, CancellationToken cancellation)
    {
        var (first, second) = string.CompareOrdinal(one.Value, other.Value) < 0 ? (one.Value, other.Value) : (other.Value, one.Value);
        var context = session.Context<PersonsContext>();
        if (!await context.Distinct.AnyAsync(d => d.OneId == first && d.OtherId == second, cancellation))
        {
            context.Distinct.Add(new DistinctRow { OneId = first, OtherId = second, SaidAt = clock.GetUtcNow().ToUnixTimeMilliseconds(), SaidBy = by.Account });
        }
    }
}
