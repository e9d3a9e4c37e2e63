using System.Globalization;
using Splot.Access.Model;
using Splot.Access.Organisations;
using Splot.Ui;

namespace Splot.Access.KeepOrganisations;

/// <summary>The fields of an organisation in a form: reading them, and filling them in beforehand.</summary>
internal static class FactsForm
{
    /// <summary>The facts as typed; what is wrong on the spot is said in the form.</summary>
    public static async Task<OrganisationFacts> ReadAsync(PostedForm form, KeptOrganisations kept, Organisation? before, CancellationToken cancellation) => new()
    {
        Kind = form.Choice(Fields.Kind, OrganisationKind.All) ?? "",
        Country = form.Choice(Fields.Country, Countries) ?? "PL",
        Place = form.Text(Fields.Place, 20),
        ParentId = await kept.MeantAsync(form, Fields.Parent, before?.ParentId, cancellation),
        Email = form.Text(Fields.Email),
        Phone = form.Text(Fields.Phone),
        Address = form.Text(Fields.Address),
        Numbers = OfficialNumbers.Kinds.Select(k => (Kind: k, Value: form.Text(Fields.OfNumber(k), 40))).Where(n => n.Value is not null).ToDictionary(n => n.Kind, n => n.Value!, StringComparer.Ordinal),
    };

    /// <summary>The countries whose organisations are kept here.</summary>
    public static IReadOnlyList<string> Countries { get; } = ["PL", "BG"];

    /// <summary>A form that shows what is stored.</summary>
    public static PostedForm Of(Organisation organisation, string? parent)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            [Fields.Kind] = [organisation.Kind],
            [Fields.Country] = [organisation.Country],
            [Fields.Place] = [organisation.Place ?? ""],
            [Fields.Parent] = [parent ?? ""],
            [Fields.Email] = [organisation.Email ?? ""],
            [Fields.Phone] = [organisation.Phone ?? ""],
            [Fields.Address] = [organisation.Address ?? ""],
        };
        if (Days.From(organisation.FromDay) is { } first)
        {
            foreach (var (part, value) in new[] { ("day", first.Day), ("month", first.Month), ("year", first.Year) })
            {
                values[Fields.FirstDay + "-" + part] = [value.ToString(CultureInfo.InvariantCulture)];
            }
        }

        foreach (var number in organisation.Identifiers)
        {
            values[Fields.OfNumber(number.Kind)] = [number.Value];
        }

        return new PostedForm(values);
    }
}
