using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.Model;
using Splot.Persons.Store;
using Splot.Persons.Vault;

namespace Splot.Persons.RecordTraits;

/// <summary>Records answers about special categories of data.</summary>
/// <param name="Person">Whose.</param>
/// <param name="Version">The version of the record that the answers were given on.</param>
/// <param name="Answers">By code of the question (small letters, digits and hyphens); questions that are not named keep their answers.</param>
/// <param name="By">Who does it.</param>
internal sealed record RecordTraits(PersonId Person, long Version, IReadOnlyDictionary<string, TraitAnswer> Answers, Doer By);

internal sealed class RecordTraitsHandler(MainStore main, KeyRing keys, TimeProvider clock)
{
    public async Task<ChangeOutcome> HandleAsync(RecordTraits command, CancellationToken cancellation)
    {
        await keys.ReadyAsync(cancellation);
        return await main.WriteAsync(
            async session =>
            {
                var opened = await OpenedPerson.FindAsync(session, keys, command.Person, command.By, cancellation);
                if (ChangeOutcome.WhyNot(opened, command.Version) is { } refusal)
                {
                    return refusal;
                }

                var before = await TraitColumns.ReadAsync(session, opened!.Key, opened.Row.Id, cancellation);
                await AnswerAsync(session, opened, command.Answers, cancellation);
                opened.Touch(clock);
                session.Record(Recording.Change("persons.record-traits", opened.Row, opened.Key, command.By, new PersonalState { Traits = Of(command, before) }, new PersonalState { Traits = command.Answers }) with
                {
                    After = Recording.Plain(new { questions = command.Answers.Keys.Order(StringComparer.Ordinal) }),
                });
                session.Publish(new PersonChanged(command.Person));
                return new ChangeOutcome.Changed(opened.Row.Version);
            },
            cancellation);
    }

    // Of the state before, what was asked about now.
    private static Dictionary<string, TraitAnswer> Of(RecordTraits command, Dictionary<string, TraitAnswer> answers) =>
        command.Answers.Keys.ToDictionary(t => t, t => answers.GetValueOrDefault(t), StringComparer.Ordinal);

    private async Task AnswerAsync(WriteSession session, OpenedPerson person, IReadOnlyDictionary<string, TraitAnswer> answers, CancellationToken cancellation)
    {
        var context = session.Context<PersonsContext>();
        var held = await context.Traits.Where(t => t.PersonId == person.Row.Id).ToDictionaryAsync(t => t.Trait, StringComparer.Ordinal, cancellation);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        foreach (var (trait, answer) in answers)
        {
            if (trait.Length is 0 or > 60 || !trait.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            {
                throw new ArgumentException("The code of a trait holds small letters, digits and hyphens only.", nameof(answers));
            }

            var sealedAnswer = TraitColumns.Seal(person.Key, trait, answer);
            if (held.TryGetValue(trait, out var row))
            {
                (row.Answer, row.ChangedAt) = (sealedAnswer, now);
            }
            else
            {
                context.Traits.Add(new TraitRow { PersonId = person.Row.Id, Trait = trait, Answer = sealedAnswer, ChangedAt = now });
            }
        }
    }
}
