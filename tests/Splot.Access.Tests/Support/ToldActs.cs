using Microsoft.Extensions.DependencyInjection;
using Splot.Data;
using Splot.Testing;

namespace Splot.Access.Tests.Support;

/// <summary>What the audit holds.</summary>
internal static class ToldActs
{
    /// <summary>Every act in its order, with the state after it where there is one.</summary>
    public static Task<List<string>> ActsAsync(this SplotApp app) => app.Services.GetRequiredService<MainStore>().ReadAsync(
        async session =>
        {
            var found = new List<string>();
            await using var reader = await session.Command("SELECT act, after FROM data_audit ORDER BY id").ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                found.Add((reader.GetString(0) + " " + reader.Text(1)).Trim());
            }

            return found;
        },
        CancellationToken.None);
}
