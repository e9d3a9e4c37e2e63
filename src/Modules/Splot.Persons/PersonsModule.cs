using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Splot.Contracts.Access;
using Splot.Contracts.Demo;
using Splot.Contracts.Desk;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.Asking;
using Splot.Persons.BenchDesk;
using Splot.Persons.BenchPersons;
using Splot.Persons.CorrectPerson;
using Splot.Persons.CreatePerson;
using Splot.Persons.Demo;
using Splot.Persons.EmergencyAccess;
using Splot.Persons.EnterPerson;
using Splot.Persons.ErasePerson;
using Splot.Persons.ExportPersons;
using Splot.Persons.FindDuplicates;
using Splot.Persons.FindPersons;
using Splot.Persons.FollowOperations;
using Splot.Persons.HandOver;
using Splot.Persons.InformSubject;
using Splot.Persons.KeepClauses;
using Splot.Persons.KeepConsents;
using Splot.Persons.KeepPurposes;
using Splot.Persons.KeepRequests;
using Splot.Persons.ListPersons;
using Splot.Persons.MergePersons;
using Splot.Persons.NightlyJobs;
using Splot.Persons.PackSubjectData;
using Splot.Persons.ReadHistory;
using Splot.Persons.ReadPerson;
using Splot.Persons.RecordTraits;
using Splot.Persons.RestrictPerson;
using Splot.Persons.RetainPerson;
using Splot.Persons.SeenPerson;
using Splot.Persons.SeePerson;
using Splot.Persons.SeePersons;
using Splot.Persons.Store;
using Splot.Persons.Vault;
using Splot.Ui;

namespace Splot.Persons;

/// <summary>The door of the module: who persons are, sealed; duplicates, links, retention, erasure.</summary>
public static class PersonsModule
{
    /// <summary>Registers tables, queries (<see cref="IPersons"/>), handlers, nightly jobs, people of the demo and entries of the desk.</summary>
    public static IServiceCollection AddPersons(this IServiceCollection services)
    {
        services.AddModuleSchema(new ModuleSchema("persons", StoreRole.Main, typeof(PersonsContext)));
        services.AddSingleton<IPersons, VaultPersons>();
        services.AddSingleton<Sights>();
        services.AddSingleton<IConsumer, OperationsOfPersons>();
        services.AddSingleton<CreatePersonHandler>();
        services.AddSingleton<ReadPersonHandler>();
        services.AddSingleton<ReadHistoryHandler>();
        services.AddSingleton<FindPersonsHandler>();
        services.AddSingleton<ListPersonsHandler>();
        services.AddSingleton<ExportPersonsHandler>();
        services.AddSingleton<HandOverHandler>();
        services.AddSingleton<OpenInEmergencyHandler>();
        services.AddSingleton<WatchEmergenciesHandler>();
        services.AddSingleton<Watchers>();
        services.AddSingleton<IConsumer, TellSupervisors>();
        services.AddSingleton<KeepRequestsHandler>();
        services.AddSingleton<ReadRequestsHandler>();
        services.AddSingleton<SeenPersonHandler>();
        services.AddSingleton<CorrectPersonHandler>();
        services.AddSingleton<RecordTraitsHandler>();
        services.AddSingleton<FindDuplicatesHandler>();
        services.AddSingleton<CallDistinctHandler>();
        services.AddSingleton<MergePersonsHandler>();
        services.AddSingleton<UndoMergeHandler>();
        services.AddSingleton<RestrictPersonHandler>();
        services.AddSingleton<RetainPersonHandler>();
        services.AddSingleton<ErasePersonHandler>();
        services.AddSingleton<InformSubjectHandler>();
        services.AddSingleton<KeepConsentsHandler>();
        services.AddSingleton<ReadConsentsHandler>();
        services.AddSingleton<MakeClauseHandler>();
        services.AddSingleton<ReadClausesHandler>();
        services.AddSingleton<KeepPurposesHandler>();
        services.AddSingleton<ReadPurposesHandler>();
        services.AddSingleton<DemoClauses>();
        services.AddScoped<Offices>();
        services.AddSingleton<PackSubjectDataHandler>();
        services.AddSingleton<IDemoPreset, DemoPersons>();
        services.AddScoped<Asker>();
        services.AddScoped<PersonOf>();
        services.AddScoped<Keepers>();
        services.AddSingleton<NamedPeople>();
        services.AddScoped<SeePersonsModel>();
        services.AddScoped<SeePersonModel>();
        services.AddScoped<PersonHistoryModel>();
        services.AddScoped<ChangeAnswers>();
        services.AddScoped<DuplicateModel>();
        services.AddScoped<PersonPlaces>();
        services.AddScoped<EnterPersonForm>();
        services.AddScoped<IDeskFinder, PersonFinder>();
        services.AddScoped<IDeskWork, PersonsWork>();
        services.AddSingleton<NameBook>();
        services.AddSingleton<IAuditWords, SeenWords>();
        services.AddSingleton<FindElsewhereHandler>();
        services.AddSingleton(BenchPersonsVerb.Verb);
        services.AddSingleton(BenchDeskVerb.Verb);
        services.AddSingleton(RewrapKeys.Holding);
        services.AddDailyJob<RewrapKeys>(RewrapKeys.JobKind, new TimeOnly(2, 10));
        services.AddDailyJob<RefilePersons>(RefilePersons.JobKind, new TimeOnly(2, 20));
        services.AddDailyJob<NameLifters>(NameLifters.JobKind, new TimeOnly(2, 40));
        return services.Configure<DeskOptions>(desk =>
        {
            desk.Forms[EnterPersonForm.FormKey] = () => EnterPerson.Text.Title;
            desk.Navigation.Add(new DeskEntry(new NavEntry("persons", SeePersonsEndpoints.Path, () => Text.Persons, 10), Acts.SeePersons));
            desk.Navigation.Add(new DeskEntry(new NavEntry("requests", RequestEndpoints.Path, () => Text.Requests, 20), Acts.AnswerSubjects));
            desk.Navigation.Add(new DeskEntry(new NavEntry("emergency", EmergencyEndpoints.Path, () => Text.Emergencies, 30), Acts.WatchEmergencies));
            desk.Navigation.Add(new DeskEntry(new NavEntry("clauses", ClauseEndpoints.Path, () => Text.Clauses, 40), Acts.KeepClauses));
        });
    }

    /// <summary>Maps the pages of persons.</summary>
    public static IEndpointRouteBuilder MapPersons(this IEndpointRouteBuilder endpoints)
    {
        var pages = endpoints.MapGroup("/{lang}");
        pages.MapSeePersons();
        pages.MapExportPersons();
        pages.MapStepForm<EnterPersonForm>(EnterPersonForm.FormPath, Acts.KeepPersons);
        pages.MapHandOver();
        pages.MapEmergency();
        pages.MapRequests();
        pages.MapSeePerson();
        pages.MapCorrectPerson();
        pages.MapRecordTraits();
        pages.MapRestrictPerson();
        pages.MapRetainPerson();
        pages.MapErasePerson();
        pages.MapConsents();
        pages.MapClauses();
        pages.MapPurposes();
        pages.MapSeenPerson();
        pages.MapMergePersons();
        return endpoints;
    }
}
