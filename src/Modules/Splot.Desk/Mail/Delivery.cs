using Splot.Contracts.Desk;

namespace Splot.Desk.Mail;

/// <summary>A way for letters to leave: the mail server, or files for demo and tests.</summary>
internal interface IDelivery
{
    /// <summary>Hands the letter over; returns when it is safe there.</summary>
    /// <exception cref="DeliveryException">It was not taken.</exception>
    Task SendAsync(string id, Letter letter, CancellationToken cancellation);
}

/// <summary>A letter was not taken. The message is shown to whoever runs the installation: it names no address.</summary>
public sealed class DeliveryException(string message, bool forGood, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>True where trying again would change nothing.</summary>
    public bool ForGood => forGood;
}
