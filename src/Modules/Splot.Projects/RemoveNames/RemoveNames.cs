using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Projects;
using Splot.Data;
using Splot.Projects.Model;
using Splot.Projects.Store;

namespace Splot.Projects.RemoveNames;

/// <summary>
/// Removes names of natural persons whose two years are over (CPR Art. 49(3)), and database backups that may still hold such names.
/// </summary>
internal sealed class RemoveNamesHandler(MainStore store, SplotOptions options, TimeProvider clock)
{
    private const int Run = 500;

    /// <summary>How long a backup made before a migration is kept.</summary>
    public static readonly TimeSpan BackupsKept = TimeSpan.FromDays(30);

    /// <summary>Removes what is due; returns the number of names.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var removed = 0;
        for (var more = true; more;)
        {
            var count = await store.WriteAsync(session => RemoveAsync(session, cancellation), cancellation);
            removed += count;
            more = count == Run;
        }

        await store.WriteAsync(session => RemoveFormerAsync(session, cancellation), cancellation);
        RemoveBackups();
        return removed;
    }

    /// <summary>An earlier edition may have named as a body who turned out to be a person: the name stands in what changed since.</summary>
    private static Task<int> RemoveFormerAsync(WriteSession session, CancellationToken cancellation)
    {
        var context = session.Context<ProjectsContext>();
        return context.Changes
            .Where(c => c.Field.StartsWith("beneficiary") && context.Operations.Any(o => o.OperationId == c.OperationId && o.NaturalPerson))
            .ExecuteDeleteAsync(cancellation);
    }

    private async Task<int> RemoveAsync(WriteSession session, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var context = session.Context<ProjectsContext>();
        var due = await context.Operations.Where(o => o.PersonNameUntil != null && o.PersonNameUntil < today).OrderBy(o => o.Key).Take(Run).ToListAsync(cancellation);
        foreach (var operation in due)
        {
            operation.PersonName = null;
            operation.PersonNameUntil = null;
            session.Publish(new OperationsChanged(operation.Key, operation.Key));
        }

        if (due.Count > 0)
        {
            context.Acts.Add(new PublicationAct { Kind = "person", ActedAt = clock.GetUtcNow().ToUnixTimeMilliseconds() });
        }

        return due.Count;
    }

    private void RemoveBackups()
    {
        var folder = Path.Combine(options.DataFolder, "backups");
        if (!Directory.Exists(folder))
        {
            return;
        }

        var oldest = clock.GetUtcNow().UtcDateTime - BackupsKept;
        foreach (var file in Directory.EnumerateFiles(folder, "*.db").Where(f => File.GetLastWriteTimeUtc(f) < oldest))
        {
            File.Delete(file);
        }
    }
}
