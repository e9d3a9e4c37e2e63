using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Splot.Data;
using Splot.Ui;

namespace Splot.Web.Hosting;

/// <summary>
/// Keeps one address from taking the service away from all others. A bucket refills with the allowed number of requests each second
/// and holds two seconds' worth, so that a page with its neighbours may be opened at once. Files and health checks do not count.
/// </summary>
internal static class RateLimit
{
    // Forms that are sent without signing in are stored: nobody types ten in as many minutes.
    private const int Forms = 10;
    private const int SignIns = 60;
    private const int Links = 60;
    private static readonly TimeSpan FormsWindow = TimeSpan.FromMinutes(10);

    public static void AddRateLimit(this IServiceCollection services, SplotOptions options) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        limiter.AddPolicy(FormEndpoints.RateLimitPolicy, http => Window(http, Forms));
        limiter.AddPolicy(FormEndpoints.SignInRateLimitPolicy, http => Window(http, SignIns));
        limiter.AddPolicy(FormEndpoints.LinkRateLimitPolicy, http => Window(http, Links));
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => RateLimitPartition.GetTokenBucketLimiter(Sender(http.Connection.RemoteIpAddress), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = 2 * options.RateLimit,
            TokensPerPeriod = options.RateLimit,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        }));
    });

    public static void UseRateLimit(this WebApplication app, SplotOptions options)
    {
        if (options.RateLimit > 0)
        {
            app.UseRateLimiter();
        }
    }

    private static RateLimitPartition<string> Window(HttpContext http, int permitted) => RateLimitPartition.GetFixedWindowLimiter(
        Sender(http.Connection.RemoteIpAddress),
        _ => new FixedWindowRateLimiterOptions { PermitLimit = permitted, Window = FormsWindow, QueueLimit = 0 });

    /// <summary>The address; of IPv6 the network of 64 bits, since one customer commands all addresses in it.</summary>
    public static string Sender(IPAddress? address)
    {
        if (address is null)
        {
            return "unknown";
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4().ToString();
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes(), 0, 8) : address.ToString();
    }
}
