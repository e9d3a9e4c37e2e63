using Splot.Territory.Tables;
using Splot.Testing;

namespace Splot.Territory.Tests.Facts;

/// <summary>The shipped tables as files.</summary>
public class TableTests
{
    public static TheoryData<string> Tables => [.. Directory.EnumerateFiles(Folder, "*.tsv").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(Repository.Root, "src/Modules/Splot.Territory/Facts");

    [Theory, MemberData(nameof(Tables))]
    public void Table_FirstLine_NamesSourceAndDay(string name) =>
        Assert.Matches("^# .{20,}\\b202\\d-\\d\\d-\\d\\d\\.$", File.ReadLines(Path.Combine(Folder, name)).First());

    [Theory, MemberData(nameof(Tables))]
    public void Table_Header_TellsWhatItIs(string name) =>
        Assert.NotEqual(FactTableKind.Unknown, FactTables.KindOf(FactTable.Read(name, File.ReadAllText(Path.Combine(Folder, name)))));

    [Fact]
    public void Tables_Together_AreSmallerThanOneAndAHalfMegabytes() =>
        Assert.InRange(Directory.EnumerateFiles(Folder).Sum(f => new FileInfo(f).Length), 1, 1_500_000);
}
