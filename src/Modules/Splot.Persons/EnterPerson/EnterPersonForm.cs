using Microsoft.AspNetCore.Http;
using Splot.Contracts.Access;
using Splot.Contracts.Persons;
using Splot.Persons.Asking;
using Splot.Persons.CreatePerson;
using Splot.Persons.FindDuplicates;
using Splot.Persons.Identity;
using Splot.Persons.MergePersons;
using Splot.Persons.SeePersons;
using Splot.Ui;

namespace Splot.Persons.EnterPerson;

/// <summary>/{lang}/desk/persons/new: enters a person: where the record belongs, who it is, how they are reached; before it is sent, who may be the same.</summary>
internal sealed class EnterPersonForm(
    Asker asker, PersonPlaces places, FindDuplicatesHandler duplicates, CreatePersonHandler create, DuplicateModel model, TimeProvider clock) : StepForm
{
    public const string FormKey = "persons.enter";
    public const string FormPath = SeePersonsEndpoints.Path + "/new";

    private IReadOnlyList<PersonPlace> open = [];
    private IReadOnlyList<DuplicateHint>? hints;

    public override string Key => FormKey;

    public override string Path => FormPath;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public override async Task<IReadOnlyList<FormStep>> StepsAsync(PostedForm form, CancellationToken cancellation)
    {
        open = await places.OpenAsync(cancellation);
        var steps = new List<FormStep>
        {
            new("who", Text.StepWho, f => IdentityPosted.ReadWho(f, Today)),
            new("contact", Text.StepContact, f => IdentityPosted.ReadContact(f)),
        };

        // Who works at one place is not asked where.
        return open.Count == 1 ? steps : [new FormStep("where", Text.StepWhere, f => f.RequiredChoice("where", open.Select(p => p.Code), Text.ChooseWhere)), .. steps];
    }

    public override async Task<IResult> ShowAsync(HttpContext http, StepView step, CancellationToken cancellation)
    {
        IReadOnlyList<DuplicateLine> alike = [];
        if (step.IsCheck)
        {
            hints ??= await duplicates.HandleAsync(new FindDuplicates.FindDuplicates(IdentityPosted.Read(Copy(step.Form), Today), await asker.ToAsync(Acts.SeePersons, cancellation)), cancellation);
            alike = await model.OfAsync(hints, cancellation);
        }

        return Html.Page<EnterPersonPage>(
            http,
            new { Step = step, Places = (IReadOnlyList<Choice>)[.. open.Select(p => new Choice(p.Code, p.Label))], Identity = step.IsCheck ? IdentityPosted.Read(Copy(step.Form), Today) : null, Alike = alike },
            Answers.Status(step.Form));
    }

    public override async Task<IResult?> SendAsync(HttpContext http, PostedForm form, CancellationToken cancellation)
    {
        if ((open.Count == 1 ? open[0] : open.FirstOrDefault(p => p.Code == form["where"].Value)) is not { } place)
        {
            form.Reject("", Text.NoPlace);
            return null;
        }

        // The last page is not kept with the draft: what is ticked on it holds for this sending alone.
        var despite = http.Request.HasFormContentType && (await http.Request.ReadFormAsync(cancellation))["despite"] == "yes";
        var command = new CreatePerson.CreatePerson(
            place.Organisation, place.Unit, asker.Account, IdentityPosted.Read(form, Today), (await asker.ToAsync(Acts.SeePersons, cancellation)).Sight, despite, await asker.ToAsync(Acts.KeepPersons, cancellation))
        {
            Operations = place.Operation is null ? [] : [place.Operation],
        };
        switch (await create.HandleAsync(command, cancellation))
        {
            case CreatePersonOutcome.Created created:
                return Answers.To(created.Person.Value, "entered");
            case CreatePersonOutcome.Known known:
                hints = known.Alike;
                form.Reject("despite", Text.SeeAlike);
                return null;
            case CreatePersonOutcome.OutOfReach:
                form.Reject("", Text.NoPlace);
                return null;
            default:
                form.Reject("", Splot.Persons.Text.NobodyLeft);
                return null;
        }
    }

    // Reading says what is wrong, which the check has no use for: it was said on the pages.
    private static PostedForm Copy(PostedForm form) => new(
        IdentityPosted.WhoFields.Concat(IdentityPosted.ContactFields).Where(f => form[f].Values.Count > 0).ToDictionary(f => f, f => form[f].Values, StringComparer.Ordinal));
}
