using Splot.Testing;

namespace Splot.Cli.Tests;

/// <summary>Small lists of operations.</summary>
internal static class Lists
{
    public const string Good = "Title,Code,Beneficiary,Total,Currency,Start,End,Country\nCare at home,A1,Town of Nowhere,1000.50,EUR,2023-01-13,2024-01-31,PL\nHelp,A2,City of Somewhere,2000.00,EUR,2023-02-13,2024-03-31,PL\n";

    /// <summary>A list of many operations.</summary>
    public static string Long(int rows) => "Title,Code,Total,Currency,Country\n" + string.Concat(Enumerable.Range(1, rows).Select(i => FormattableString.Invariant($"Operation {i},L{i},{i}.00,EUR,PL\n")));

    /// <summary>The list as a file of the folder.</summary>
    public static string In(TemporaryFolder folder, string text = Good, string name = "list.csv")
    {
        File.WriteAllText(folder.File(name), text);
        return folder.File(name);
    }

    /// <summary>What the public sees, as one text.</summary>
    public static async Task<string> PublicAsync(string data) => (await Run.InAsync(data, "export operations")).Answer;
}
