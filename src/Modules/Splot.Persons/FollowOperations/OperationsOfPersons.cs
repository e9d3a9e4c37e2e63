using Microsoft.EntityFrameworkCore;
using Splot.Contracts.Persons;
using Splot.Data;
using Splot.Persons.Model;
using Splot.Persons.Store;

namespace Splot.Persons.FollowOperations;

/// <summary>Keeps the vault's note of which persons belong to which operations, as those modules tell that know; the reach over an operation's records follows it.</summary>
internal sealed class OperationsOfPersons(MainStore main) : IConsumer
{
    public string Name => "persons.operations";

    public IReadOnlySet<string> Events { get; } = new HashSet<string>(StringComparer.Ordinal) { PersonInOperation.Name };

    public Task HandleAsync(Delivery delivery, CancellationToken cancellation)
    {
        var told = delivery.Read<PersonInOperation>();
        return main.WriteAsync(session => NoteAsync(session.Context<PersonsContext>(), told, cancellation), cancellation);
    }

    private static async Task NoteAsync(PersonsContext context, PersonInOperation told, CancellationToken cancellation)
    {
        var held = await context.Operations.FirstOrDefaultAsync(o => o.PersonId == told.Person.Value && o.OperationId == told.Operation, cancellation);
        if (held is not null && !told.Belongs)
        {
            context.Operations.Remove(held);
        }
        else if (held is null && told.Belongs && await context.Persons.AnyAsync(p => p.Id == told.Person.Value && p.ErasedAt == null, cancellation))
        {
            context.Operations.Add(new PersonOperationRow { PersonId = told.Person.Value, OperationId = told.Operation });
        }
    }
}
