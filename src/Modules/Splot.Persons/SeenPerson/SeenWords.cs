using Splot.Contracts.Desk;

namespace Splot.Persons.SeenPerson;

/// <summary>What was done, in words that a data subject understands; the audit of the desk uses them too.</summary>
internal sealed class SeenWords : IAuditWords
{
    string? IAuditWords.Of(string act) => Known(act);

    public static string Of(string kind, string act) => Known(act) ?? kind switch { "read" => Text.OtherRead, "export" => Text.OtherExport, _ => Text.OtherChange };

    private static string? Known(string act) => act switch
    {
        "persons.read" or "persons.read-duplicate" => Text.Read,
        "persons.read-traits" => Text.ReadTraits,
        "persons.read-history" => Text.ReadHistory,
        "persons.read-audit" => Text.ReadAudit,
        "persons.list" => Text.Listed,
        "persons.find" => Text.Found,
        "persons.find-duplicates" or "persons.find-elsewhere" => Text.Compared,
        "persons.create" => Text.Created,
        "persons.correct" => Text.Corrected,
        "persons.record-traits" => Text.RecordedTraits,
        "persons.merge" or "persons.undo-merge" or "persons.call-distinct" => Text.Merged,
        "persons.hand-over" => Text.HandedOver,
        "persons.restrict" => Text.Restricted,
        "persons.open-in-emergency" => Text.Opened,
        "persons.export" => Text.Exported,
        "persons.pack-subject-data" => Text.Packed,
        "persons.acknowledge-emergency" or "persons.end-emergency" or "persons.list-emergencies" => Text.SawToEmergency,
        "persons.receive-request" or "persons.extend-request" or "persons.answer-request" or "persons.read-request" or "persons.list-requests" => Text.SawToRequest,
        "persons.record-consent" or "persons.withdraw-consent" => Text.KeptConsent,
        "persons.read-consents" => Text.ReadConsents,
        "persons.inform" => Text.Informed,
        "persons.make-clause" or "persons.declare-purpose" or "persons.end-purpose" => Text.Declared,
        "persons.retain" => Text.Retained,
        "persons.erase" => Text.Erased,
        _ => null,
    };
}
