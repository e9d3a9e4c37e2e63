using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Kernel;
using Splot.Persons.KeepConsents;
using Splot.Persons.KeepPurposes;
using Splot.Persons.Model;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.PackSubjectData;

/// <summary>What the vault itself keeps of a record.</summary>
internal static class VaultSections
{
    public static async Task<IReadOnlyList<SubjectSection>> OfAsync(Session session, KeyRing keys, PersonRow person, IdentityRow columns, CancellationToken cancellation)
    {
        var context = session.Context<PersonsContext>();
        var key = PersonKey.Open(keys, person.Id, person.SealedKey!);
        var corrections = await context.Corrections.AsNoTracking().Where(c => c.PersonId == person.Id).OrderBy(c => c.Id).ToListAsync(cancellation);
        var informed = await context.Informed.AsNoTracking().Where(c => c.PersonId == person.Id).OrderBy(c => c.Id).ToListAsync(cancellation);
        var consents = await context.Consents.AsNoTracking().Where(c => c.PersonId == person.Id).OrderBy(c => c.Id).ToListAsync(cancellation);
        var requests = await context.Requests.AsNoTracking().Where(c => c.PersonId == person.Id).OrderBy(c => c.Id).ToListAsync(cancellation);
        var emergencies = await context.Emergencies.AsNoTracking().Where(c => c.PersonId == person.Id).OrderBy(c => c.Id).ToListAsync(cancellation);
        var office = informed.Count + consents.Count == 0 ? new OfficeBook([], []) : await OfficeBook.ReadAsync(session, person.OrganisationId, cancellation);
        var traits = await TraitColumns.ReadAsync(session, key, person.Id, cancellation);
        SubjectSection[] sections =
        [
            new("identity", Text.Identity, [[.. Identity(IdentityColumns.Open(key, columns)), .. Keeping(person)]]),
            new("traits", Text.Traits, [[.. traits.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => new SubjectField(t.Key, PersonWords.Trait(t.Key), Answer(t.Value)) { Plain = t.Value.ToString().ToLowerInvariant() })]]),
            new("corrections", Text.Corrections, [.. corrections.Select(c => Correction(key, c))]),
            new("informed", Text.Informed, [.. informed.Select(i => Informed(office, i))]),
            new("consents", Text.Consents, [.. consents.Select(c => Consent(office, c))]),
            new("requests", Text.Requests, [.. requests.Select(r => Request(key, r))]),
            new("emergencies", Text.Emergencies, [.. emergencies.Select(e => Emergency(key, e))]),
        ];
        return [.. sections.Where(s => s.Entries.Any(e => e.Count > 0))];
    }

    private static IEnumerable<SubjectField> Identity(PersonIdentity identity)
    {
        yield return new("firstNames", Text.FirstNames, identity.FirstNames);
        yield return new("surnames", Text.Surnames, identity.Surnames);
        yield return Day("birthDate", Text.BirthDate, identity.BirthDate);
        yield return new("sex", Text.Sex, identity.Sex switch { Sex.Female => Text.Female, Sex.Male => Text.Male, _ => null }) { Plain = identity.Sex?.ToString().ToLowerInvariant() };
        foreach (var number in identity.Numbers)
        {
            yield return new(number.Kind.ToString().ToLowerInvariant(), PersonWords.Of(number.Kind), number.Value);
        }

        yield return new("phone", Text.Phone, identity.Contact?.Phone);
        yield return new("email", Text.Email, identity.Contact?.Email);
        yield return new("address", Text.Address, identity.Contact is { } contact ? string.Join(", ", new[] { contact.Street, contact.PostalCode, contact.Place }.OfType<string>()) : null);
    }

    private static IEnumerable<SubjectField> Keeping(PersonRow person)
    {
        yield return Moment("recordedAt", Text.RecordedAt, person.CreatedAt);
        yield return Day("retainUntil", Text.RetainUntil, person.RetainUntil);
    }

    private static IReadOnlyList<SubjectField> Correction(PersonKey key, CorrectionRow row) =>
    [
        Moment("at", Text.When, row.CorrectedAt),
        new("before", Text.Before, Summary(key.Open(CorrectionColumns.Before, row.Before)!)),
        new("after", Text.After, Summary(key.Open(CorrectionColumns.After, row.After)!)),
        new("reason", Text.Reason, key.Open(CorrectionColumns.Reason, row.Reason)),
    ];

    private static IReadOnlyList<SubjectField> Informed(OfficeBook office, InformedRow row) =>
    [
        Moment("at", Text.When, row.InformedAt),
        Clause(office.Clause(row.Clause, row.ClauseVersion, row.Language), row.Clause),
    ];

    private static IReadOnlyList<SubjectField> Consent(OfficeBook office, ConsentRow row)
    {
        var purpose = office.PurposeOn(row.Purpose, row.GivenOn);
        return
        [
            new("purpose", Text.Purpose, purpose?.Name ?? row.Purpose) { Plain = row.Purpose },
            new("legalBasis", Text.LegalBasis, purpose is null ? null : LegalBases.Words(purpose.LegalBasis)) { Plain = purpose?.LegalBasis },
            Clause(office.Clause(row.Clause, row.ClauseVersion), row.Clause),
            Day("givenOn", Text.GivenOn, row.GivenOn),
            Day("withdrawnOn", Text.WithdrawnOn, row.WithdrawnOn),
        ];
    }

    private static IReadOnlyList<SubjectField> Request(PersonKey key, RequestRow row) =>
    [
        new("kind", Text.Kind, KeepRequests.RequestWords.Kind(row.Kind)) { Plain = row.Kind },
        new("purpose", Text.Purpose, row.Purpose),
        Day("receivedOn", Text.ReceivedOn, row.ReceivedOn),
        new("asked", Text.Asked, key.Open(RequestColumns.Asked, row.Asked)),
        new("decision", Text.Decision, row.Granted switch { true => Text.Upheld, false => Text.NotUpheld, null => null }) { Plain = row.Granted switch { true => "upheld", false => "not-upheld", null => null } },
        Day("decidedOn", Text.DecidedOn, row.AnsweredOn),
        new("answer", Text.Answer, key.Open(RequestColumns.Answer, row.Answer)),
    ];

    private static IReadOnlyList<SubjectField> Emergency(PersonKey key, EmergencyRow row) =>
    [
        Moment("at", Text.When, row.BeginsAt),
        new("reason", Text.Reason, key.Open(EmergencyColumns.Reason, row.Reason)),
    ];

    private static string Summary(string json) =>
        JsonSerializer.Deserialize<PersonIdentity>(json, JsonSerializerOptions.Web) is { } identity ? string.Join("; ", Identity(identity).Where(f => f.Value is { Length: > 0 }).Select(f => $"{f.Label}: {f.Value}")) : json;

    private static string Answer(TraitAnswer answer) => answer switch
    {
        TraitAnswer.Yes => Text.Yes,
        TraitAnswer.No => Text.No,
        TraitAnswer.Refused => Text.Refused,
        _ => Text.Unknown,
    };

    private static SubjectField Clause(ClauseName clause, string code) => new("clause", Text.Clause, Text.ClauseVersion(clause.Title, Languages.Current.FormatCount(clause.Version)))
    {
        Plain = string.Create(CultureInfo.InvariantCulture, $"{code}/{clause.Version}"),
    };

    private static SubjectField Day(string code, string label, DateOnly? day) => new(code, label, day is { } known ? Languages.Current.LongDate(known) : null) { Plain = day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };

    private static SubjectField Moment(string code, string label, long milliseconds)
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        return new SubjectField(code, label, PersonWords.Moment(at)) { Plain = at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) };
    }
}
