using Microsoft.Data.Sqlite;
using Npgsql;
using Splot.Data.Terminal;

namespace Splot.Data.Tests.Terminal;

public class FailuresTests
{
    public static TheoryData<Exception, string> Surroundings => new()
    {
        { new SqliteException("disk I/O error", 10), "disk" },
        { new SqliteException("full", 13), "The disk is full." },
        { new SqliteException("readonly", 8), "may only be read" },
        { new UnauthorizedAccessException("Access to 'x' is denied."), "may not read or write there: Access to 'x' is denied." },
        { new InvalidOperationException("outer", new IOException("No space left on device")), "No space left on device" },
        { new PostgresException("terminating connection due to administrator command", "FATAL", "FATAL", PostgresErrorCodes.AdminShutdown), "starting or stopping" },
        { new RequirementException("pg_dump is not installed."), "pg_dump is not installed." },
    };

    [Theory, MemberData(nameof(Surroundings))]
    public void Sentence_OfWhatLiesAroundTheProgram_SaysIt(Exception failure, string says) =>
        Assert.Contains(says, Failures.Sentence(failure), StringComparison.Ordinal);

    [Fact]
    public void Sentence_OfABug_IsNone() => Assert.Null(Failures.Sentence(new InvalidOperationException("bug")));
}
