using Microsoft.EntityFrameworkCore;
using Splot.Data;
using Splot.Projects.Store;

namespace Splot.Projects.Editions;

/// <summary>
/// Gives the marks of earlier versions, plain digests, their key: once, in one transaction, before anybody reads them. A mark is found
/// under its new form by the same names and numbers, so no decision is lost, and the row of a decided person still names its marks.
/// Two processes that do so at once write the same.
/// </summary>
internal sealed class KeyedMarks(PersonMarks marks) : IStoreFiller
{
    /// <summary>What the public id of a body begins with once it was said to be a person; its name key then holds its marks.</summary>
    public const string DecidedId = "_person-";

    private const string Add = "INSERT INTO projects_person_mark (name_digest, marked_at) VALUES (@digest, @at) ON CONFLICT (name_digest) DO NOTHING";
    private const string Remove = "DELETE FROM projects_person_mark WHERE name_digest = @digest";

    public StoreRole Role => StoreRole.Main;

    public async Task FillAsync(Data.Store store, CancellationToken cancellation)
    {
        if (!await store.ReadAsync(session => HoldsPlainAsync(session.Context<ProjectsContext>(), cancellation), cancellation))
        {
            return;
        }

        await marks.ReadyAsync(cancellation);
        await store.WriteAsync(session => KeyAsync(session, cancellation), cancellation);
    }

    private static Task<bool> HoldsPlainAsync(ProjectsContext context, CancellationToken cancellation) =>
        context.PersonMarks.Where(m => !m.NameDigest.StartsWith(PersonMarks.Keyed)).Select(m => m.NameDigest)
            .Concat(context.Organisations.Where(o => o.PublicId.StartsWith(DecidedId) && !o.NameKey.StartsWith(PersonMarks.Keyed)).Select(o => o.NameKey))
            .AnyAsync(cancellation);

    private async Task KeyAsync(WriteSession session, CancellationToken cancellation)
    {
        var context = session.Context<ProjectsContext>();
        foreach (var plain in await context.PersonMarks.AsNoTracking().Where(m => !m.NameDigest.StartsWith(PersonMarks.Keyed)).ToListAsync(cancellation))
        {
            await using var add = session.Command(Add).With("digest", marks.Of(plain.NameDigest)).With("at", plain.MarkedAt);
            await add.ExecuteNonQueryAsync(cancellation);
            await using var remove = session.Command(Remove).With("digest", plain.NameDigest);
            await remove.ExecuteNonQueryAsync(cancellation);
        }

        foreach (var decided in await context.Organisations.Where(o => o.PublicId.StartsWith(DecidedId)).ToListAsync(cancellation))
        {
            decided.NameKey = string.Join(' ', decided.NameKey.Split(' ').Select(m => m.StartsWith(PersonMarks.Keyed, StringComparison.Ordinal) ? m : marks.Of(m)));
        }
    }
}
