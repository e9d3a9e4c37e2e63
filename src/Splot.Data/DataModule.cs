using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Splot.Contracts.Hosting;

namespace Splot.Data;

/// <summary>The door of the floor: stores, migrations, keys, outbox, audit, jobs.</summary>
public static class DataModule
{
    /// <summary>
    /// Registers both stores by the installation's options. Under a host the outbox, the jobs and the audit are looked after in the background,
    /// unless the process serves the portal only; without a host <see cref="OutboxPump.DrainAsync"/>, <see cref="JobRunner.RunDueAsync"/> and
    /// <see cref="AuditSealer.RunAsync"/> do it on demand. An <see cref="OutboxOptions"/>, <see cref="JobOptions"/> or <see cref="AuditOptions"/>
    /// registered before wins over the defaults.
    /// </summary>
    public static IServiceCollection AddSplotData(this IServiceCollection services, SplotOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(s => new MainStore(StoreTarget.Of(StoreRole.Main, options), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new PublicStore(StoreTarget.Of(StoreRole.Public, options), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<KeyRing>();
        services.AddSingleton<Migrator>();
        services.AddSingleton<Preparation>();
        services.AddSingleton<Backup>();
        services.AddSingleton<Restore>();
        services.AddModuleSchema(new ModuleSchema("data", StoreRole.Main, typeof(DataContext)));

        services.TryAddSingleton(new OutboxOptions());
        services.TryAddSingleton(new JobOptions());
        services.AddSingleton<OutboxPump>();
        services.AddSingleton<Jobs>();
        services.AddSingleton<JobRunner>();
        services.AddSingleton<IJobHandler, CleanUp>();
        services.AddSingleton(new DailyJob(CleanUp.JobKind, new TimeOnly(3, 30)));
        services.TryAddSingleton(new AuditOptions());
        services.AddSingleton<AuditAnchors>();
        services.AddSingleton<AuditSealer>();
        services.AddSingleton<AuditCheck>();
        services.AddSingleton<AuditReads>();
        services.AddSingleton(AuditVerbs.Verify);
        services.AddSingleton(KeyVerbs.Rotate);
        services.AddSingleton(KeyVerbs.Status);
        services.AddSingleton<FolderSeal>();
        if (options.Serve == ServedPart.All)
        {
            services.AddHostedService<AuditService>();
            services.AddSingleton<IReadiness, AuditReadiness>();
            services.AddHostedService<OutboxService>();
            services.AddHostedService<JobService>();
        }

        return services;
    }

    /// <summary>Registers a module's part of a store; doing it twice is doing it once.</summary>
    public static IServiceCollection AddModuleSchema(this IServiceCollection services, ModuleSchema schema) =>
        services.Any(s => schema.Equals(s.ImplementationInstance)) ? services : services.AddSingleton(schema);

    /// <summary>Registers a job that comes round every day.</summary>
    public static IServiceCollection AddDailyJob<THandler>(this IServiceCollection services, string kind, TimeOnly at)
        where THandler : class, IJobHandler => services.AddSingleton<IJobHandler, THandler>().AddSingleton(new DailyJob(kind, at));
}
