using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Splot.Data;

/// <summary>The door of the floor: stores, migrations, outbox, jobs.</summary>
public static class DataModule
{
    /// <summary>
    /// Registers both stores by the installation's options. Under a host the outbox and the jobs are looked after in the background,
    /// unless the process serves the portal only; without a host <see cref="OutboxPump.DrainAsync"/> and
    /// <see cref="JobRunner.RunDueAsync"/> do it on demand. An <see cref="OutboxOptions"/> or <see cref="JobOptions"/> registered
    /// before wins over the defaults.
    /// </summary>
    public static IServiceCollection AddSplotData(this IServiceCollection services, SplotOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(s => new MainStore(StoreTarget.Of(StoreRole.Main, options), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new PublicStore(StoreTarget.Of(StoreRole.Public, options), s.GetRequiredService<TimeProvider>()));
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
        if (options.Serve == ServedPart.All)
        {
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
