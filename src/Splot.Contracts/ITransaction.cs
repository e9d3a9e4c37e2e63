namespace Splot.Contracts;

/// <summary>
/// The transaction of the command that is being worked on: what other modules do in it (a mail, a link) is kept together with the command's own
/// changes or not at all. The floor's write session is one; nothing else is.
/// </summary>
public interface ITransaction
{
    /// <summary>Writes what is pending, without committing.</summary>
    Task SaveAsync(CancellationToken cancellation);
}
