using Microsoft.EntityFrameworkCore;
using Splot.Data;
using Splot.Projects.Model;
using Splot.Projects.Store;

namespace Splot.Projects.Editions;

/// <summary>What is to be said of a list and its new edition before the first row is written.</summary>
internal sealed record NewEdition(string List, string Profile, DateOnly Date, string Checksum, string FileName)
{
    public string? Publisher { get; init; }

    public string? Url { get; init; }

    public string? Country { get; init; }

    public bool Demo { get; init; }

    public bool Publish { get; init; } = true;
}

/// <summary>May the edition be written?</summary>
internal abstract record BeginOutcome
{
    /// <summary>Yes; a resumed one goes on behind <see cref="Edition.LastRow"/>.</summary>
    public sealed record Begun(EditionWriter Writer, bool Resumed, DateOnly? Replaces) : BeginOutcome;

    /// <summary>The same file is already there: nothing is to be done.</summary>
    public sealed record AlreadyHeld(DateOnly Date) : BeginOutcome;

    /// <summary>The list has a newer edition.</summary>
    public sealed record Older(DateOnly Current) : BeginOutcome;

    /// <summary>Another import is writing.</summary>
    public sealed record Busy(string List) : BeginOutcome;
}

/// <summary>Begins editions: one import writes at a time, an interrupted one of the same file is taken up again, others are abandoned.</summary>
internal sealed class EditionBook(MainStore store, PersonMarks marks, TimeProvider clock)
{
    /// <summary>Begins or resumes an edition.</summary>
    public async Task<BeginOutcome> BeginAsync(NewEdition wanted, CancellationToken cancellation)
    {
        var begun = await store.WriteAsync(session => BeginAsync(session, wanted, cancellation), cancellation);
        if (begun.Outcome is { } refused)
        {
            return refused;
        }

        var book = await store.ReadAsync(session => ReferenceBook.LoadAsync(session, marks, cancellation), cancellation);
        return new BeginOutcome.Begun(new EditionWriter(store, clock, begun.Edition!, begun.List!, book), begun.Resumed, begun.Replaces);
    }

    /// <summary>True where a list has an edition of which people see anything.</summary>
    public Task<bool> HoldsOtherThanDemoAsync(CancellationToken cancellation) => store.ReadAsync(
        session => session.Context<ProjectsContext>().Lists.AnyAsync(l => !l.Demo, cancellation),
        cancellation);

    /// <summary>True where any list is known.</summary>
    public Task<bool> HoldsAnythingAsync(CancellationToken cancellation) => store.ReadAsync(
        session => session.Context<ProjectsContext>().Lists.AnyAsync(cancellation),
        cancellation);

    private async Task<(BeginOutcome? Outcome, Edition? Edition, ProjectList? List, bool Resumed, DateOnly? Replaces)> BeginAsync(WriteSession session, NewEdition wanted, CancellationToken cancellation)
    {
        var context = session.Context<ProjectsContext>();
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var list = await context.Lists.SingleOrDefaultAsync(l => l.Name == wanted.List, cancellation);
        list ??= context.Lists.Add(new ProjectList { Name = wanted.List, Profile = wanted.Profile, Demo = wanted.Demo }).Entity;
        (list.Publisher, list.Url, list.Country) = (wanted.Publisher ?? list.Publisher, wanted.Url ?? list.Url, wanted.Country ?? list.Country);
        await session.SaveAsync(cancellation);

        var editions = await context.Editions.Where(e => e.ListId == list.Id || e.State == EditionState.Writing).ToListAsync(cancellation);
        var current = editions.Find(e => e.ListId == list.Id && e.State == EditionState.Current);
        if (editions.Find(e => e.ListId == list.Id && e.State is EditionState.Current or EditionState.Superseded && e.Checksum == wanted.Checksum) is { } held)
        {
            return (new BeginOutcome.AlreadyHeld(held.Date), null, null, false, null);
        }

        if (current?.Date > wanted.Date)
        {
            return (new BeginOutcome.Older(current.Date), null, null, false, null);
        }

        foreach (var writing in editions.Where(e => e.State == EditionState.Writing))
        {
            if (writing.LeaseUntil > now && writing.LeaseOwner != LeaseOwner.Mine && !LeaseOwner.IsGone(writing.LeaseOwner))
            {
                return (new BeginOutcome.Busy(list.Name), null, null, false, null);
            }
        }

        var resumed = editions.Find(e => e.State == EditionState.Writing && e.ListId == list.Id && e.Checksum == wanted.Checksum && e.Date == wanted.Date);
        foreach (var abandoned in editions.Where(e => e.State == EditionState.Writing && e != resumed))
        {
            abandoned.State = EditionState.Abandoned;
        }

        var edition = resumed ?? context.Editions.Add(new Edition
        {
            ListId = list.Id,
            Date = wanted.Date,
            Checksum = wanted.Checksum,
            FileName = wanted.FileName,
            State = EditionState.Writing,
            Published = wanted.Publish,
            StartedAt = now,
        }).Entity;
        (edition.LeaseOwner, edition.LeaseUntil) = (LeaseOwner.Mine, now + (long)EditionRows.Lease.TotalMilliseconds);
        await session.SaveAsync(cancellation);
        return (null, edition, list, resumed is not null, current?.Date);
    }
}
