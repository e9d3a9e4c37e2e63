using System.Diagnostics;
using Splot.Contracts.Access;

namespace Splot.Access;

/// <summary>What roles are called, and what they do, in the reader's language.</summary>
internal static class RoleWords
{
    public static string Name(Role role) => role switch
    {
        Role.SystemAdministrator => Text.RoleSystemAdministrator,
        Role.RegionalCoordinator => Text.RoleRegionalCoordinator,
        Role.MunicipalOfficer => Text.RoleMunicipalOfficer,
        Role.FrontOfficeClerk => Text.RoleFrontOfficeClerk,
        Role.SocialWorker => Text.RoleSocialWorker,
        Role.UnitHead => Text.RoleUnitHead,
        Role.ManagingAuthorityOfficer => Text.RoleManagingAuthorityOfficer,
        Role.ProjectManager => Text.RoleProjectManager,
        Role.Accountant => Text.RoleAccountant,
        Role.Trainer => Text.RoleTrainer,
        Role.Provider => Text.RoleProvider,
        Role.Publisher => Text.RolePublisher,
        Role.Auditor => Text.RoleAuditor,
        Role.DataProtectionOfficer => Text.RoleDataProtectionOfficer,
        _ => throw new UnreachableException(),
    };

    public static string Does(Role role) => role switch
    {
        Role.SystemAdministrator => Text.DoesSystemAdministrator,
        Role.RegionalCoordinator => Text.DoesRegionalCoordinator,
        Role.MunicipalOfficer => Text.DoesMunicipalOfficer,
        Role.FrontOfficeClerk => Text.DoesFrontOfficeClerk,
        Role.SocialWorker => Text.DoesSocialWorker,
        Role.UnitHead => Text.DoesUnitHead,
        Role.ManagingAuthorityOfficer => Text.DoesManagingAuthorityOfficer,
        Role.ProjectManager => Text.DoesProjectManager,
        Role.Accountant => Text.DoesAccountant,
        Role.Trainer => Text.DoesTrainer,
        Role.Provider => Text.DoesProvider,
        Role.Publisher => Text.DoesPublisher,
        Role.Auditor => Text.DoesAuditor,
        Role.DataProtectionOfficer => Text.DoesDataProtectionOfficer,
        _ => throw new UnreachableException(),
    };
}
