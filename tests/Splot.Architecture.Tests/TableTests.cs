namespace Splot.Architecture.Tests;

public sealed class TableTests
{
    private static IEnumerable<HouseFile> Migrations => House.Files("src", ".sqlite.sql", ".postgres.sql").Where(f => f.Path.Contains("/Migrations/", StringComparison.Ordinal));

    [Fact]
    public void Migrations_OfEveryRoom_TouchTheirOwnTablesOnly()
    {
        Assert.NotEmpty(Migrations);
        Assert.Empty(Tables.Violations(Migrations));
    }

    [Fact]
    public void Migrations_OfEveryRoom_ExistForBothEngines() => Assert.Empty(Tables.Lonely(Migrations.Select(m => m.Path)));

    [Theory]
    [InlineData("CREATE TABLE operation (id INTEGER)")]
    [InlineData("CREATE TABLE IF NOT EXISTS \"Projects_operation\" (id INTEGER)")]
    [InlineData("CREATE TABLE projects_location (region TEXT REFERENCES territory_region (code))")]
    [InlineData("ALTER TABLE projects_location ADD CONSTRAINT x FOREIGN KEY (region) REFERENCES territory_region(code)")]
    [InlineData("CREATE INDEX ix ON territory_region (name)")]
    [InlineData("INSERT INTO projects_location SELECT code FROM territory_region")]
    [InlineData("UPDATE data_job SET state = 'new'")]
    [InlineData("ALTER TABLE projects_location RENAME TO location")]
    public void Canary_TableOfAnotherRoom_IsFound(string sql)
    {
        Assert.Single(Tables.Violations([new HouseFile("src/Modules/Splot.Projects/Store/Migrations/0001_x.sqlite.sql", sql)]));
    }

    [Theory]
    [InlineData("CREATE TABLE projects_operation (id INTEGER, parent INTEGER REFERENCES projects_operation (id)); -- references territory_region by code only")]
    [InlineData("CREATE TABLE projects_grant (kind TEXT CHECK (kind IN ('from abroad')), FOREIGN KEY (kind) REFERENCES projects_kind (code) ON DELETE CASCADE)")]
    public void OwnTables_AreAllowed(string sql)
    {
        Assert.Empty(Tables.Violations([new HouseFile("src/Modules/Splot.Projects/Store/Migrations/0001_x.sqlite.sql", sql)]));
    }

    [Fact]
    public void Canary_MigrationOfOneEngine_IsFound()
    {
        Assert.Equal(["a/0002_y.postgres.sql"], Tables.Lonely(["a/0001_x.sqlite.sql", "a/0001_x.postgres.sql", "a/0002_y.postgres.sql"]));
    }
}
