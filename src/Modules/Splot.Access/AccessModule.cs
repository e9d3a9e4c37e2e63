using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Splot.Access.Answers;
using Splot.Access.AuditWords;
using Splot.Access.Callers;
using Splot.Access.Demo;
using Splot.Access.Forgot;
using Splot.Access.Invite;
using Splot.Access.Join;
using Splot.Access.KeepAccount;
using Splot.Access.Letters;
using Splot.Access.Links;
using Splot.Access.MyWork;
using Splot.Access.OwnSessions;
using Splot.Access.Passkeys;
using Splot.Access.Password;
using Splot.Access.Prove;
using Splot.Access.ReadAudit;
using Splot.Access.Refusals;
using Splot.Access.SeeAccounts;
using Splot.Access.SeeOrganisations;
using Splot.Access.SendInvitation;
using Splot.Access.SignIn;
using Splot.Access.Signing;
using Splot.Access.Store;
using Splot.Access.Substitutions;
using Splot.Contracts.Access;
using Splot.Contracts.Demo;
using Splot.Contracts.Desk;
using Splot.Data;
using Splot.Ui;

namespace Splot.Access;

/// <summary>The door of the module: organisations, accounts, what they may do, and signing in.</summary>
public static class AccessModule
{
    /// <summary>Registers tables, the caller (<see cref="ICaller"/>), signing in and verbs.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services, SplotOptions options)
    {
        services.AddModuleSchema(new ModuleSchema("access", StoreRole.Main, typeof(AccessContext)));
        services.AddDataProtection();
        services.AddScoped<Caller>();
        services.AddScoped<ICaller>(s => s.GetRequiredService<Caller>());
        services.AddOrganisations();
        services.AddSingleton<IAccounts, AccountAnswers>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<AppSecrets>();
        services.AddSingleton<CommonPasswords>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<CodeCheck>();
        services.AddSingleton<SignInHandler>();
        services.AddSingleton<PasskeyCeremony>();
        services.AddSingleton<PasskeySignInHandler>();
        services.AddScoped<KeepPasskeysHandler>();
        services.AddScoped<ProveHandler>();
        services.AddScoped<ProvePasskeyHandler>();
        services.AddScoped<OwnSessionsHandler>();
        services.AddSingleton<AccessLinks>();
        services.AddSingleton<ILinks>(s => s.GetRequiredService<AccessLinks>());
        services.AddScoped<SignOutHandler>();
        services.AddSingleton<AccessLetters>();
        services.AddScoped<KeepPasswordHandler>();
        services.AddSingleton<ForgotHandler>();
        services.AddSingleton<ResetHandler>();
        services.AddSingleton<JoinHandler>();
        services.AddSingleton<InviteHandler>();
        services.AddScoped<SeeOrganisationsHandler>();
        services.AddScoped<IDeskFinder, FindOrganisations>();
        services.AddScoped<SeeAccountsHandler>();
        services.AddScoped<IDeskFinder, FindAccounts>();
        services.AddScoped<IDeskWork, AccessWork>();
        services.AddScoped<SeeAccountHandler>();
        services.AddScoped<KeepAccountHandler>();
        services.AddScoped<GrantPlaces>();
        services.AddScoped<InviteAgain>();
        services.AddScoped<InvitationForm>();
        services.AddScoped<StandIns>();
        services.AddScoped<KeepStandIns>();
        services.AddScoped<ReadAuditHandler>();
        services.AddSingleton<IAuditWords, AccessWords>();
        services.AddSingleton(InviteVerb.Verb);
        services.AddSingleton<DemoAccounts>();
        services.AddSingleton<IDemoPreset>(s => s.GetRequiredService<DemoAccounts>());
        if (options.Demo)
        {
            services.AddSingleton<DemoDoor>();
            services.AddSingleton<IDemoDoor>(s => s.GetRequiredService<DemoDoor>());
        }

        services.Configure<DeskOptions>(desk =>
        {
            desk.Navigation.Add(new DeskEntry(new NavEntry("organisations", SeeOrganisationsEndpoints.Path, () => SeeOrganisations.Text.Title, 50), Acts.SeeOrganisations));
            desk.Navigation.Add(new DeskEntry(new NavEntry("accounts", SeeAccountsEndpoints.Path, () => SeeAccounts.Text.Title, 60), Acts.SeeAccounts));
            desk.Navigation.Add(new DeskEntry(new NavEntry("audit", ReadAuditEndpoints.Path, () => ReadAudit.Text.Title, 70), Acts.SeeAudit));
            desk.Navigation.Add(new DeskEntry(new NavEntry("substitutions", SubstitutionsEndpoints.Path, () => Substitutions.Text.Title, 80) { Personal = true }, Acts.NameStandIn));
            desk.Forms[InvitationForm.FormKey] = () => SendInvitation.Text.Title;
            desk.Navigation.Add(new DeskEntry(new NavEntry("sessions", OwnSessionsEndpoints.Path, () => OwnSessions.Text.Entry, 90) { Personal = true }, Acts.UseDesk));
        });
        return services;
    }

    /// <summary>The steps of the pipeline that find out who asks, and keep what they are refused; they come after routing.</summary>
    public static IApplicationBuilder UseCaller(this IApplicationBuilder app) => app.Use(CallerStep.FindAsync).Use(RefusalStep.RecordAsync);

    /// <summary>Maps signing in and, in the demo alone, its doors.</summary>
    public static IEndpointRouteBuilder MapAccess(this IEndpointRouteBuilder endpoints, SplotOptions options)
    {
        var pages = endpoints.MapGroup("/{lang}");
        pages.MapSignIn();
        pages.MapPasskeySignIn();
        pages.MapJoin();
        pages.MapProve();
        pages.MapOwnSessions();
        pages.MapPasskeys();
        pages.MapKeepPassword();
        pages.MapForgot();
        pages.MapSeeOrganisations();
        pages.MapSeeAccounts();
        pages.MapStepForm<InvitationForm>(InvitationForm.Address, Acts.KeepAccounts);
        pages.MapKeepAccount();
        pages.MapSubstitutions();
        pages.MapReadAudit();
        pages.MapOrganisations();
        if (options.Demo)
        {
            pages.MapDemoDoor();
        }

        return endpoints;
    }
}
