using System.Globalization;
using Microsoft.AspNetCore.Http;
using Splot.Contracts.Persons;
using Splot.Persons.ReadHistory;
using Splot.Persons.SeePerson;
using Splot.Persons.Vault;
using Splot.Ui;

namespace Splot.Persons.Asking;

/// <summary>What came of a change to one record, translated for the browser. Where somebody else was faster, who, when and what they changed.</summary>
internal sealed class ChangeAnswers(Asker asker, ReadHistoryHandler history, PersonHistoryModel model)
{
    /// <summary>
    /// The answer; null where the form is to be shown again, which then says why, with everything that was typed. After a conflict it is based on the
    /// newest version: sending it once more keeps what was typed, now that the reader knows.
    /// </summary>
    public async Task<IResult?> OfAsync(ChangeOutcome outcome, string person, string done, PostedForm form, CancellationToken cancellation)
    {
        switch (outcome)
        {
            case ChangeOutcome.Changed:
                return Answers.To(person, done);
            case ChangeOutcome.Unknown:
                return Results.NotFound();
            case ChangeOutcome.VersionSuperseded superseded:
                form.Reject("", await ConflictAsync(person, cancellation));
                form.Renew("version", superseded.Current.ToString(CultureInfo.InvariantCulture));
                return null;
            case ChangeOutcome.StandsUnder:
                form.Reject("", Text.StandsUnder);
                return null;
            default:
                form.Reject("surnames", Text.NobodyLeft);
                return null;
        }
    }

    private async Task<string> ConflictAsync(string person, CancellationToken cancellation)
    {
        if (await history.HandleAsync(new ReadHistory.ReadHistory(new PersonId(person), await asker.SeeingAsync(cancellation)), cancellation) is not { Changes: [var newest, ..] } found)
        {
            return Text.Superseded;
        }

        var change = (await model.OfAsync(found with { Changes = [newest], Merges = [] }, cancellation)).Changes[0];
        var what = change.Differences.Count == 0 ? change.What : string.Join("; ", change.Differences.Select(d => $"{d.Label}: {d.Before ?? Text.NotRecorded} → {d.After ?? Text.NotRecorded}"));
        return Text.SupersededBy(change.By, change.At, what);
    }
}
