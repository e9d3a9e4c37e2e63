using static Splot.Contracts.Access.Role;
using static Splot.Contracts.Access.Scope;

namespace Splot.Contracts.Access;

/// <summary>
/// The one table of what may be done by whom, how far. Endpoints, navigation, lists, counts, exports, attachments, history and the API ask it, and
/// nothing else; what it does not name is refused. docs/access.md is written from it.
/// </summary>
public static class Acts
{
    /// <summary>Read what is published.</summary>
    public static Act ReadPublished { get; } = new("read-published", ActKind.Public);

    /// <summary>Open a page that leads to signing in, or a link that stands for itself.</summary>
    public static Act SignIn { get; } = new("sign-in", ActKind.Public);

    /// <summary>See one's own desk, sessions and passkeys; sign out.</summary>
    public static Act UseDesk { get; } = new("use-desk", ActKind.SignedIn);

    /// <summary>Change how one signs in: passkeys, password, app, recovery codes.</summary>
    public static Act KeepSignIn { get; } = new("keep-sign-in", ActKind.OwnStepUp);

    /// <summary>Say who stands in for oneself.</summary>
    public static Act NameStandIn { get; } = new("name-stand-in", ActKind.OwnStepUp);

    /// <summary>See organisations, their offices and contact points.</summary>
    public static Act SeeOrganisations { get; } = new(
        "see-organisations", ActKind.ByRole,
        (SystemAdministrator, All), (RegionalCoordinator, All), (MunicipalOfficer, All), (FrontOfficeClerk, All), (SocialWorker, All), (UnitHead, All),
        (ManagingAuthorityOfficer, All), (ProjectManager, All), (Accountant, All), (Publisher, All), (Auditor, All), (DataProtectionOfficer, All),
        (Trainer, Organisation), (Provider, Organisation));

    /// <summary>Add, change and close organisations and their offices; import them from a table.</summary>
    public static Act KeepOrganisations { get; } = new(
        "keep-organisations", ActKind.ByRole, (SystemAdministrator, All), (RegionalCoordinator, Scope.Territory), (UnitHead, Organisation));

    /// <summary>Merge organisations, and take the end of one back: both move who reaches the records of persons.</summary>
    public static Act MergeOrganisations { get; } = new(
        "merge-organisations", ActKind.StepUp, (SystemAdministrator, All), (RegionalCoordinator, Scope.Territory), (UnitHead, Organisation));

    /// <summary>See accounts with their roles.</summary>
    public static Act SeeAccounts { get; } = new(
        "see-accounts", ActKind.ByRole, (SystemAdministrator, All), (UnitHead, Organisation), (DataProtectionOfficer, All), (Auditor, Organisation));

    /// <summary>Invite people, give and take roles, name who stands in for somebody, lock accounts.</summary>
    public static Act KeepAccounts { get; } = new("keep-accounts", ActKind.StepUp, (SystemAdministrator, All), (UnitHead, Organisation));

    /// <summary>Give the records that somebody keeps to somebody else.</summary>
    public static Act HandOver { get; } = new("hand-over", ActKind.ByRole, (UnitHead, Unit));

    /// <summary>Find persons and see who they are.</summary>
    public static Act SeePersons { get; } = new(
        "see-persons", ActKind.ByRole,
        (FrontOfficeClerk, Unit), (SocialWorker, Unit), (UnitHead, Unit), (ProjectManager, Operation), (Accountant, Operation), (Trainer, Operation),
        (Provider, Own), (Auditor, Operation), (DataProtectionOfficer, Organisation), (RegionalCoordinator, Operation));

    /// <summary>Record a person, correct what is recorded.</summary>
    public static Act KeepPersons { get; } = new(
        "keep-persons", ActKind.ByRole, (FrontOfficeClerk, Unit), (SocialWorker, Unit), (UnitHead, Unit), (ProjectManager, Operation));

    /// <summary>Say that two records are of the same human being, and take that back.</summary>
    public static Act MergePersons { get; } = new("merge-persons", ActKind.ByRole, (UnitHead, Unit), (DataProtectionOfficer, Organisation));

    /// <summary>Hide a person from all but named people.</summary>
    public static Act RestrictPersons { get; } = new("restrict-persons", ActKind.StepUp, (UnitHead, Unit), (DataProtectionOfficer, Organisation));

    /// <summary>Take lists of persons out of the system.</summary>
    public static Act ExportPersons { get; } = new("export-persons", ActKind.StepUp, (UnitHead, Unit), (ProjectManager, Operation), (DataProtectionOfficer, Organisation));

    /// <summary>See a person of one's organisation in an emergency: with a reason, for three hours, the supervisor being told.</summary>
    public static Act EmergencyAccess { get; } = new("emergency-access", ActKind.StepUp, (FrontOfficeClerk, Organisation), (SocialWorker, Organisation), (UnitHead, Organisation));

    /// <summary>Be told of emergency accesses to one's unit's records or by its people, take notice of them, end them.</summary>
    public static Act WatchEmergencies { get; } = new("watch-emergencies", ActKind.ByRole, (UnitHead, Unit), (DataProtectionOfficer, Organisation));

    /// <summary>Answer data subjects: access, rectification, restriction, objection, erasure.</summary>
    public static Act AnswerSubjects { get; } = new("answer-subjects", ActKind.StepUp, (DataProtectionOfficer, Organisation));

    /// <summary>Read the audit, and who saw a person.</summary>
    public static Act ReadAudit { get; } = new("read-audit", ActKind.StepUp, (DataProtectionOfficer, Organisation), (Auditor, Operation), (UnitHead, Unit));

    /// <summary>Read what was done by and to accounts and organisations. What concerns a person is shown only as far as reading the audit of persons goes.</summary>
    public static Act SeeAudit { get; } = new(
        "see-audit", ActKind.StepUp, (SystemAdministrator, All), (DataProtectionOfficer, Organisation), (Auditor, Operation), (UnitHead, Unit));

    /// <summary>Decide what the public sees of operations.</summary>
    public static Act Publish { get; } = new("publish", ActKind.ByRole, (Publisher, Organisation));

    /// <summary>Every act, in the order of the table.</summary>
    public static IReadOnlyList<Act> Every { get; } =
    [
        ReadPublished, SignIn, UseDesk, KeepSignIn, NameStandIn, SeeOrganisations, KeepOrganisations, MergeOrganisations, SeeAccounts, KeepAccounts, HandOver, SeePersons, KeepPersons, MergePersons,
        RestrictPersons, ExportPersons, EmergencyAccess, WatchEmergencies, AnswerSubjects, ReadAudit, SeeAudit, Publish,
    ];
}
