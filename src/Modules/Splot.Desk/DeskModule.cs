using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Access;
using Splot.Contracts.Desk;
using Splot.Contracts.Hosting;
using Splot.Data;
using Splot.Desk.Drafts;
using Splot.Desk.Find;
using Splot.Desk.Home;
using Splot.Desk.Kept;
using Splot.Desk.Mail;
using Splot.Desk.Store;
using Splot.Desk.Views;
using Splot.Ui;

namespace Splot.Desk;

/// <summary>The door of the module: everybody's own work, once signed in; drafts, saved views, the search box, mail.</summary>
public static class DeskModule
{
    /// <summary>Registers tables, what other modules use (<see cref="IDrafts"/>, <see cref="ISavedViews"/>, <see cref="IMail"/>), and the desk's own entry; modules add theirs.</summary>
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddModuleSchema(new ModuleSchema("desk", StoreRole.Main, typeof(DeskContext)));
        services.AddSingleton<SavedViews>();
        services.AddSingleton<ISavedViews>(s => s.GetRequiredService<SavedViews>());
        services.AddSingleton<KeptDrafts>();
        services.AddSingleton(KeptDrafts.Holding);
        services.AddSingleton<IDrafts>(s => s.GetRequiredService<KeptDrafts>());
        services.AddScoped<HomeHandler>();
        services.AddDailyJob<RemoveOldDrafts>(RemoveOldDrafts.JobKind, new TimeOnly(2, 30));
        services.AddSingleton<IMail, MailQueue>();
        services.AddSingleton(MailQueue.Holding);
        services.AddSingleton<IDelivery>(s => DeliveryOf(s.GetRequiredService<SplotOptions>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<MailSender>();
        services.AddSingleton<ICatchUp>(s => s.GetRequiredService<MailSender>());
        services.AddHostedService<MailService>();
        return services.Configure<DeskOptions>(desk => desk.Navigation.Add(new DeskEntry(new NavEntry("desk", HomeEndpoints.Path, () => Home.Text.MyWork, 0), Acts.UseDesk)));
    }

    /// <summary>Maps the desk.</summary>
    public static IEndpointRouteBuilder MapDesk(this IEndpointRouteBuilder endpoints)
    {
        var pages = endpoints.MapGroup("/{lang}");
        pages.MapHome();
        pages.MapViews();
        pages.MapDrafts();
        pages.MapKept();
        pages.MapFind();
        return endpoints;
    }

    /// <summary>A demo's people have no mailboxes, so its mail is written to files whatever server is given.</summary>
    private static IDelivery DeliveryOf(SplotOptions options, TimeProvider clock) =>
        options is { Smtp: { } server, Demo: false } ? new SmtpDelivery(SmtpServer.Parse(server), options, clock) : new FileDelivery(options, clock);
}
