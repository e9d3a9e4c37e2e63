using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.AnswerObjections;
using Splot.Persons.BenchDesk;
using Splot.Persons.BenchPersons;
using Splot.Persons.CorrectPerson;
using Splot.Persons.CreatePerson;
using Splot.Persons.ErasePerson;
using Splot.Persons.FindDuplicates;
using Splot.Persons.FindPersons;
using Splot.Persons.InformSubject;
using Splot.Persons.KeepConsents;
using Splot.Persons.MergePersons;
using Splot.Persons.NightlyJobs;
using Splot.Persons.PackSubjectData;
using Splot.Persons.ReadPerson;
using Splot.Persons.RecordTraits;
using Splot.Persons.RestrictPerson;
using Splot.Persons.RetainPerson;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons;

/// <summary>The door of the module: who persons are, sealed; duplicates, links, retention, erasure.</summary>
public static class PersonsModule
{
    /// <summary>Registers tables, queries (<see cref="IPersons"/>), handlers and nightly jobs.</summary>
    public static IServiceCollection AddPersons(this IServiceCollection services)
    {
        services.AddModuleSchema(new ModuleSchema("persons", StoreRole.Main, typeof(PersonsContext)));
        services.AddSingleton<IPersons, VaultPersons>();
        services.AddSingleton<CreatePersonHandler>();
        services.AddSingleton<ReadPersonHandler>();
        services.AddSingleton<FindPersonsHandler>();
        services.AddSingleton<CorrectPersonHandler>();
        services.AddSingleton<RecordTraitsHandler>();
        services.AddSingleton<FindDuplicatesHandler>();
        services.AddSingleton<CallDistinctHandler>();
        services.AddSingleton<MergePersonsHandler>();
        services.AddSingleton<UndoMergeHandler>();
        services.AddSingleton<RestrictPersonHandler>();
        services.AddSingleton<RetainPersonHandler>();
        services.AddSingleton<DueForErasure>();
        services.AddSingleton<ErasePersonHandler>();
        services.AddSingleton<InformSubjectHandler>();
        services.AddSingleton<KeepConsentsHandler>();
        services.AddSingleton<DeclarePurposeHandler>();
        services.AddSingleton<AnswerObjectionsHandler>();
        services.AddSingleton<PackSubjectDataHandler>();
        services.AddSingleton(BenchPersonsVerb.Verb);
        services.AddSingleton(BenchDeskVerb.Verb);
        services.AddSingleton(RewrapKeys.Holding);
        services.AddDailyJob<RewrapKeys>(RewrapKeys.JobKind, new TimeOnly(2, 10));
        services.AddDailyJob<RefilePersons>(RefilePersons.JobKind, new TimeOnly(2, 20));
        return services;
    }
}
