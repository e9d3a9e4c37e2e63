using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Access;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.Model;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.PackSubjectData;

/// <summary>Puts together everything that is kept of a person, for that person (GDPR Art. 15, 20): to read (HTML), for machines (JSON), with attachments, in one ZIP file. In the language that is current.</summary>
internal sealed record PackSubjectData(PersonId Person, Doer By);

internal sealed class PackSubjectDataHandler(KeyRing keys, AuditReads audit, IEnumerable<ISubjectData> others, IOrganisations organisations, IAccounts accounts, TimeProvider clock)
{
    /// <summary>The ZIP file; null where there is no such person, as far as the account may know.</summary>
    public async Task<byte[]?> HandleAsync(PackSubjectData command, CancellationToken cancellation)
    {
        await keys.ReadyAsync(cancellation);
        var read = await audit.ReadAsync(session => ReadAsync(session, command, cancellation), found => Told(found, command.By), cancellation);
        if (read is null)
        {
            return null;
        }

        List<SubjectSection> sections = [await ControllersAsync(read.Organisations, cancellation), .. read.Sections];
        foreach (var other in others)
        {
            sections.AddRange(await other.CollectAsync(read.Records, cancellation));
        }

        return Packed(sections, read.Records[0], clock.GetUtcNow());
    }

    private static IReadOnlyCollection<AuditEntry> Told(Answer? found, Doer by) => found is null ? [] :
        [.. found.Records.Select((r, i) => Recording.Entry(AuditKind.Export, "persons.pack-subject-data", by) with { SubjectKind = "person", SubjectId = r.Value, Organisation = found.Organisations[i], Person = r.Value })];

    private async Task<Answer?> ReadAsync(Session session, PackSubjectData command, CancellationToken cancellation)
    {
        var context = session.Context<PersonsContext>();
        var visible = Visible.To(context, command.By.Sight);
        var standing = await visible.Where(p => p.Id == command.Person.Value).Select(p => p.MergedInto ?? p.Id).FirstOrDefaultAsync(cancellation);
        if (standing is null)
        {
            return null;
        }

        var rows = await (
            from person in visible
            where person.Id == standing || person.MergedInto == standing
            join columns in context.Identities on person.Id equals columns.PersonId
            orderby person.MergedInto, person.Id
            select new { person, columns }).AsNoTracking().ToListAsync(cancellation);
        if (rows.Count == 0)
        {
            return null; // the record that stands for it is beyond reach, and so is what it says
        }

        rows = [.. rows.OrderBy(r => r.person.MergedInto is null ? 0 : 1)];
        var sections = new List<SubjectSection>();
        foreach (var row in rows)
        {
            sections.AddRange(await VaultSections.OfAsync(session, keys, row.person, row.columns, cancellation));
        }

        return new Answer(rows.ConvertAll(r => new PersonId(r.person.Id)), rows.ConvertAll(r => r.person.OrganisationId), sections);
    }

    /// <summary>Whose the records are, and whom to turn to there (GDPR Art. 15(1) names neither, Arts. 13 and 14 both; a paper without a sender helps nobody).</summary>
    private async Task<SubjectSection> ControllersAsync(IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        var names = await organisations.NamesAsync(ids, cancellation);
        var entries = new List<IReadOnlyList<SubjectField>>();
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
        {
            var officers = await accounts.WhoMayInAsync(Acts.AnswerSubjects, id, cancellation);
            var addresses = (await accounts.AddressesAsync([.. officers.Select(o => o.Id)], cancellation)).ToDictionary(a => a.Id, a => a.Email, StringComparer.Ordinal);
            entries.Add(
            [
                new SubjectField("organisation", Text.Organisation, names.TryGetValue(id, out var known) ? known.Name : id),
                new SubjectField("dataProtectionOfficer", Text.Officer, officers.Count == 0 ? null : string.Join("; ", officers.Select(o => addresses.TryGetValue(o.Id, out var email) ? o.Name + ", " + email : o.Name))),
            ]);
        }

        return new SubjectSection("controller", Text.Controller, entries);
    }

    private static byte[] Packed(IReadOnlyList<SubjectSection> sections, PersonId person, DateTimeOffset now)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "data.json", SubjectJson.Write(sections, person, now), now);
            Add(zip, "data.html", Encoding.UTF8.GetBytes(SubjectHtml.Write(sections, now)), now);
            var attachments = sections.SelectMany(s => s.Attachments).ToList();
            for (var i = 0; i < attachments.Count; i++)
            {
                Add(zip, $"attachments/{(i + 1).ToString("000", System.Globalization.CultureInfo.InvariantCulture)}-{Path.GetFileName(attachments[i].Name)}", attachments[i].Content.Span, now);
            }
        }

        return file.ToArray();
    }

    private static void Add(ZipArchive zip, string name, ReadOnlySpan<byte> content, DateTimeOffset now)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = now;
        using var stream = entry.Open();
        stream.Write(content);
    }

    private sealed record Answer(IReadOnlyList<PersonId> Records, IReadOnlyList<string> Organisations, IReadOnlyList<SubjectSection> Sections);
}
