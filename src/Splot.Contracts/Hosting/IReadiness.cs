namespace Splot.Contracts.Hosting;

/// <summary>
/// Something that must be so before a process may be sent requests, such as a projection that has caught up. Modules register theirs;
/// <c>GET /health/ready</c> asks all of them. Answers come quickly (one small query at most) and hold no personal data.
/// </summary>
public interface IReadiness
{
    /// <summary>Null when ready; otherwise one plain English sentence that says what is missing.</summary>
    Task<string?> ReasonNotReadyAsync(CancellationToken cancellation);
}
