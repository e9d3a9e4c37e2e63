using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Access;
using Splot.Contracts.Desk;
using Splot.Contracts.Hosting;
using Splot.Data;
using Splot.Desk.Home;
using Splot.Desk.Mail;
using Splot.Desk.Store;
using Splot.Ui;

namespace Splot.Desk;

/// <summary>The door of the module: everybody's own work once signed in, and mail.</summary>
public static class DeskModule
{
    /// <summary>Registers tables, mail (<see cref="IMail"/>) and the desk's own entry; modules add theirs.</summary>
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddModuleSchema(new ModuleSchema("desk", StoreRole.Main, typeof(DeskContext)));
        services.AddSingleton<IMail, MailQueue>();
        services.AddSingleton<IDelivery>(s => DeliveryOf(s.GetRequiredService<SplotOptions>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<MailSender>();
        services.AddSingleton<ICatchUp>(s => s.GetRequiredService<MailSender>());
        services.AddHostedService<MailService>();
        return services.Configure<DeskOptions>(desk => desk.Navigation.Add(new DeskEntry(new NavEntry("desk", HomeEndpoints.Path, () => Home.Text.MyWork, 0), Acts.UseDesk)));
    }

    /// <summary>Maps the desk.</summary>
    public static IEndpointRouteBuilder MapDesk(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGroup("/{lang}").MapHome();
        return endpoints;
    }

    /// <summary>A demo's people have no mailboxes, so its mail is written to files whatever server is given.</summary>
    private static IDelivery DeliveryOf(SplotOptions options, TimeProvider clock) =>
        options is { Smtp: { } server, Demo: false } ? new SmtpDelivery(SmtpServer.Parse(server), options, clock) : new FileDelivery(options, clock);
}
