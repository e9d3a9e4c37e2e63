using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Splot.Access.Callers;
using Splot.Access.Model;
using Splot.Access.Store;
using Splot.Contracts.Access;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Kernel;
using Splot.Ui;

namespace Splot.Access.ReadAudit;

/// <summary>Which entries are asked for; null asks for all.</summary>
internal sealed record ReadAudit(string? Kind, string? Actor, DateOnly? From, DateOnly? To, string? After, int Size)
{
    /// <summary>Id of the organisation under whose responsibility.</summary>
    public string? Organisation { get; init; }
}

/// <summary>By whom and under whose responsibility entries can be asked for.</summary>
internal sealed record AuditChoices(IReadOnlyList<Choice> Accounts, IReadOnlyList<Choice> Organisations);

/// <summary>An entry as it is read.</summary>
/// <param name="Id">Order of writing.</param>
/// <param name="At">When.</param>
/// <param name="Kind">change, read, export, sign-in or refusal.</param>
/// <param name="Act">Code of what was done.</param>
/// <param name="Actor">Who: a name where it is an account that is known, else what the entry says.</param>
/// <param name="OnBehalfOf">For whom.</param>
/// <param name="Subject">What it was done to: a name where it is known.</param>
/// <param name="Organisation">Under whose responsibility.</param>
/// <param name="Reason">Why.</param>
/// <param name="Before">State before, as it was written.</param>
/// <param name="Changes">State after, as it was written.</param>
internal sealed record AuditLine(
    long Id, DateTimeOffset At, string Kind, string Act, string? Actor, string? OnBehalfOf, string? Subject, string? Organisation, string? Reason, string? Before, string? Changes)
{
    /// <summary>The record of a person that it was done to; null where it was something else.</summary>
    public string? Person { get; init; }
}

/// <summary>Reads the audit as far as the caller may, newest first: at most eight statements. That it was read is an entry itself, written before anything is shown.</summary>
internal sealed class ReadAuditHandler(MainStore store, AuditReads audit, ICaller caller, IPersons persons)
{
    private static readonly KeySetOrder<AuditRow> Order = KeySetOrder<AuditRow>.By(e => e.Id, e => e.Act, descending: true);

    /// <summary>
    /// The accounts and the organisations that the caller may ask about, by name, at most a thousand of each: one statement. An organisation is
    /// among them where it is covered, or one of its units is.
    /// </summary>
    public Task<AuditChoices> ChoicesAsync(CancellationToken cancellation) => store.ReadAsync(
        async session =>
        {
            var (context, reach) = (session.Context<AccessContext>(), caller.ReachOf(Acts.SeeAudit));
            var units = reach.Units.ToList();
            var accounts = Accounts(context, reach).OrderBy(a => a.Name).ThenBy(a => a.Id).Take(1000).Select(a => new { IsAccount = true, a.Id, a.Name });
            var within = context.Organisations.AsNoTracking().Within(reach).Select(o => o.Id);
            var organisations = context.Organisations.AsNoTracking().Where(o => within.Contains(o.Id) || context.Units.Any(u => u.OrganisationId == o.Id && units.Contains(u.Id)))
                .OrderBy(o => o.Name).ThenBy(o => o.Id).Take(1000).Select(o => new { IsAccount = false, o.Id, o.Name });
            var found = (await accounts.Concat(organisations).ToListAsync(cancellation)).OrderBy(f => f.Name, StringComparer.CurrentCulture).ThenBy(f => f.Id, StringComparer.Ordinal).ToLookup(f => f.IsAccount, f => new Choice(f.Id, f.Name));
            return new AuditChoices([.. found[true]], [.. found[false]]);
        },
        cancellation);

    public async Task<ListPage<AuditLine>> HandleAsync(ReadAudit question, CancellationToken cancellation)
    {
        await audit.RecordAsync([caller.For(Acts.SeeAudit, AccessAudit.AuditRead(caller.Account!.Id))], cancellation);
        var hidden = caller.ReachOf(Acts.ReadAudit).IsEmpty ? [] : (await persons.HiddenFromAsync(caller.Account.Id, cancellation)).ToList();
        return await store.ReadAsync(
            async session =>
            {
                var context = session.Context<AccessContext>();
                var rows = Narrowed(session.Context<DataContext>().Set<AuditRow>().AsNoTracking(), question)
                    .Where(Covered(await CoverAsync(context, Acts.SeeAudit, cancellation), await CoverAsync(context, Acts.ReadAudit, cancellation), hidden));
                return await NamedAsync(context, await rows.PageAsync(Order, question.After, question.Size, cancellation), cancellation);
            },
            cancellation);
    }

    private static IQueryable<AuditRow> Narrowed(IQueryable<AuditRow> rows, ReadAudit question)
    {
        rows = question.Kind is { } kind ? rows.Where(e => e.Kind == kind) : rows;
        rows = question.Actor is { } actor ? rows.Where(e => e.Actor == actor || e.OnBehalfOf == actor) : rows;
        rows = question.Organisation is { } organisation ? rows.Where(e => e.Organisation == organisation) : rows;
        if (question.From is { } from)
        {
            var first = new DateTimeOffset(from, default, default).ToUnixTimeMilliseconds();
            rows = rows.Where(e => e.At >= first);
        }

        if (question.To is { } to && to < DateOnly.MaxValue)
        {
            var last = new DateTimeOffset(to.AddDays(1), default, default).ToUnixTimeMilliseconds();
            rows = rows.Where(e => e.At < last);
        }

        return rows;
    }

    /// <summary>Entries without a person by the one act, those with a person by the other. Entries name no unit: who reaches one sees what its people did with persons of their organisation. Of who is hidden from the caller nothing is told.</summary>
    private static Expression<Func<AuditRow, bool>> Covered(Cover plain, Cover persons, List<string> hidden)
    {
        var (all, organisations, accounts) = (plain.Everything, plain.Organisations, plain.Accounts);
        var (allPersons, personOrganisations, personAccounts, ofUnits) = (persons.Everything, persons.Organisations, persons.Accounts, persons.OfUnits);
        return e => e.Person == null
            ? all || organisations.Contains(e.Organisation!) || accounts.Contains(e.Actor!) || accounts.Contains(e.OnBehalfOf!) || (e.SubjectKind == "account" && accounts.Contains(e.SubjectId!))
            : !hidden.Contains(e.Person) && (allPersons || personOrganisations.Contains(e.Organisation!) || ((e.Organisation == null || ofUnits.Contains(e.Organisation)) && personAccounts.Contains(e.Actor!))); // what one's own people saw of others
    }

    /// <summary>The reach of an act as ids. A unit covers the accounts that hold a role in it; an operation no entry yet.</summary>
    private async Task<Cover> CoverAsync(AccessContext context, Act act, CancellationToken cancellation)
    {
        var reach = caller.ReachOf(act);
        if (reach.Everything || reach.IsEmpty)
        {
            return new Cover(reach.Everything, [], [], []);
        }

        var units = reach.Units.ToList();
        return new Cover(
            false,
            await context.Organisations.Within(reach).Select(o => o.Id).ToListAsync(cancellation),
            await Accounts(context, reach).Select(a => a.Id).ToListAsync(cancellation),
            units.Count == 0 ? [] : await context.Units.Where(u => units.Contains(u.Id)).Select(u => u.OrganisationId).Distinct().ToListAsync(cancellation));
    }

    private static IQueryable<Account> Accounts(AccessContext context, Reach reach) => context.Accounts.AsNoTracking().Seen(context, reach);

    private static async Task<ListPage<AuditLine>> NamedAsync(AccessContext context, ListPage<AuditRow> page, CancellationToken cancellation)
    {
        var ids = page.Rows.SelectMany(e => new[] { e.Actor, e.OnBehalfOf, e.SubjectKind == "account" ? e.SubjectId : null }).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var bodies = page.Rows.SelectMany(e => new[] { e.Organisation, e.SubjectKind == "organisation" ? e.SubjectId : null }).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var known = await context.Accounts.AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => new { IsAccount = true, a.Id, a.Name })
            .Concat(context.Organisations.AsNoTracking().Where(o => bodies.Contains(o.Id)).Select(o => new { IsAccount = false, o.Id, o.Name })).ToListAsync(cancellation);
        var names = known.Where(k => k.IsAccount).ToDictionary(k => k.Id, k => k.Name, StringComparer.Ordinal);
        var organisations = known.Where(k => !k.IsAccount).ToDictionary(k => k.Id, k => k.Name, StringComparer.Ordinal);
        return page.Select(e => new AuditLine(
            e.Id,
            DateTimeOffset.FromUnixTimeMilliseconds(e.At),
            e.Kind,
            e.Act,
            Name(names, e.Actor),
            Name(names, e.OnBehalfOf),
            e.SubjectKind switch { "account" => Name(names, e.SubjectId), "organisation" => Name(organisations, e.SubjectId), _ => e.SubjectId },
            Name(organisations, e.Organisation),
            e.Reason,
            e.Before,
            e.After)
        {
            Person = e.SubjectKind == "person" ? e.SubjectId : null,
        });
    }

    private static string? Name(Dictionary<string, string> names, string? id) => id is null ? null : names.GetValueOrDefault(id, id);

    /// <param name="OfUnits">The organisations of the units that are covered.</param>
    private sealed record Cover(bool Everything, List<string> Organisations, List<string> Accounts, List<string> OfUnits);
}
