namespace Splot.Architecture.Tests;

public sealed class SourceTests
{
    private static IEnumerable<HouseFile> Code => House.Files("src", ".cs");

    private static IEnumerable<HouseFile> Everything => House.Files(string.Empty, ".cs", ".razor", ".css", ".js", ".mjs", ".sql", ".sh", ".csproj", ".props", ".targets", ".md", ".en", ".pl", ".bg");

    /// <summary>Files that may put SQL together, and why that is safe there.</summary>
    private static readonly Dictionary<string, string> Builders = new(StringComparer.Ordinal)
    {
        ["src/Splot.Data/Bulk/BulkInsert.cs"] = "only table and column names go in, each checked to be a plain identifier",
    };

    [Fact]
    public void Sql_InTheHouse_IsNeverPutTogether() => Assert.Empty(Source.BuiltSql(Code.Where(f => !Builders.ContainsKey(f.Path))));

    [Fact]
    public void SqlBuilders_OnTheList_AreStillNeeded() => Assert.All(Builders.Keys, path => Assert.NotEmpty(Source.BuiltSql(Code.Where(f => f.Path == path))));

    /// <summary>Files that may name the switch of the audit: itself, the terminal that makes it, the bench that uses it.</summary>
    [Fact]
    public void AuditSwitch_InTheHouse_IsNamedByTheBenchAlone() => Assert.Equal(
        ["src/Modules/Splot.Persons/BenchDesk/BenchDeskVerb.cs", "src/Modules/Splot.Persons/BenchDesk/DeskRun.cs", "src/Modules/Splot.Persons/BenchDesk/MeasuringStore.cs", "src/Splot.Cli/Modules.cs", "src/Splot.Data/Audit/AuditSwitch.cs", "src/Splot.Data/Stores/Store.cs"],
        Code.Where(f => f.Text.Contains("AuditSwitch", StringComparison.Ordinal)).Select(f => f.Path).Order(StringComparer.Ordinal));

    [Fact]
    public void ForgettingAudit_InTheHouse_IsSetByTheSwitchAlone() => Assert.Equal(
        ["src/Splot.Data/Audit/AuditSwitch.cs", "src/Splot.Data/Stores/Store.cs", "src/Splot.Data/Stores/WriteSession.cs"],
        Code.Where(f => f.Text.Contains("ForgetsAudit", StringComparison.Ordinal)).Select(f => f.Path).Order(StringComparer.Ordinal));

    [Fact]
    public void Suppressions_InTheHouse_SayTheirReason() => Assert.Empty(Source.SilentSuppressions(House.Files("src", ".cs").Concat(House.Files("tests", ".cs").Where(f => !f.Path.EndsWith("SourceTests.cs", StringComparison.Ordinal)))));

    [Fact]
    public void Files_InTheHouse_PromiseNothing() => Assert.Empty(Source.Promises(Everything));

    [Fact]
    public void Files_InTheHouse_AreShortOrSayWhyNot() => Assert.Empty(Source.TooLong(Everything.Where(f => !f.Path.EndsWith(".md", StringComparison.Ordinal))));

    [Theory]
    [InlineData("""var sql = $"SELECT name FROM projects_operation WHERE id = {id}";""")]
    [InlineData("""var sql = $"DELETE FROM {table}";""")]
    [InlineData(""""var sql = $$"""UPDATE projects_operation SET name = '{{name}}'""";"""")]
    [InlineData("""var sql = "SELECT name FROM x WHERE id = " + id;""")]
    [InlineData("""var sql = start + " WHERE id = " + id;""")]
    [InlineData("""var sql = "INSERT INTO x VALUES (" + string.Join(",", values) + ")";""")]
    [InlineData("""sql.Append(" AND country = ").Append(country);""")]
    [InlineData("""var sql = string.Format(CultureInfo.InvariantCulture, "DELETE FROM x WHERE id = {0}", id);""")]
    [InlineData("""command.CommandText = "CREATE INDEX i ON " + table;""")]
    [InlineData("""command.CommandText = $"PRAGMA user_version = {version}";""")]
    [InlineData("""command.CommandText = $"WITH x AS (SELECT 1) SELECT * FROM {table}";""")]
    public void Canary_SqlPutTogether_IsFound(string statement)
    {
        Assert.Single(Source.BuiltSql([new HouseFile("x.cs", "class X { void M() { " + statement + " } }")]));
    }

    [Theory]
    [InlineData("""const string Columns = "id, name"; const string sql = "SELECT " + Columns + " FROM x"; const string s = $"SELECT {Columns} FROM x";""")]
    [InlineData("""command.CommandText = "SELECT name FROM x WHERE id = @id";""")]
    [InlineData("""var sentence = $"Select a region from the list of {count}" + " and where it lies.";""")]
    [InlineData("""throw new X($"Update the list {name} first.");""")]
    public void Sql_InConstants_IsAllowed(string statement)
    {
        Assert.Empty(Source.BuiltSql([new HouseFile("x.cs", "class X { void M() { " + statement + " } }")]));
    }

    [Theory]
    [InlineData("#pragma warning disable CA1031")]
    [InlineData("    [SuppressMessage(\"Design\", \"CA1031\")]")]
    [InlineData("[assembly: SuppressMessage(\"Design\", \"CA1031\")]")]
    public void Canary_SuppressionWithoutReason_IsFound(string line) => Assert.Single(Source.SilentSuppressions([new HouseFile("x.cs", line)]));

    [Fact]
    public void Suppression_WithReason_IsAllowed() => Assert.Empty(Source.SilentSuppressions([new HouseFile("x.cs", "#pragma warning disable CA1031 // the edge answers every failure")]));

    [Fact]
    public void Canary_Promise_IsFound() => Assert.Single(Source.Promises([new HouseFile("x.cs", "// TO" + "DO: later")]));

    [Fact]
    public void Canary_LongFile_IsFound()
    {
        var body = string.Concat(Enumerable.Repeat("x\n", 401));

        Assert.Single(Source.TooLong([new HouseFile("x.cs", "using System;\n" + body)]));
        Assert.Empty(Source.TooLong([new HouseFile("x.cs", "// One table of the regulation's Annex I, kept whole.\n" + body)]));
    }
}
