using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Splot.Projects.Tests.ImportOperations;

/// <summary>
/// Whatever bytes are given: an answer, never an exception, and nothing visible of a refused file. A time budget of a few seconds;
/// SPLOT_FUZZ_SECONDS makes it longer. The seed is fixed, so that a failure comes again.
/// </summary>
public class ImportFuzzTests
{
    // The corpus: small lists of the kinds seen, each with something awkward in it.
    private static readonly string[] Corpus =
    [
        "Project name,Start date,Total cost (EUR),Beneficiary\nA,31/12/2023,\"1,234.56\",X\n\"B, \"\"quoted\"\"\",01/02/2024,10,Y\n",
        "Tytuł projektu;Numer umowy;Wartość projektu;Wkład unijny;Data rozpoczęcia\nŻłobek;X/1;1 200,50;1 000,00;01.01.2024\n;;;;\nRazem;;1 200,50;1 000,00;\n",
        "title above\n\nНаименование на проекта\tНомер\tОбща стойност (лв.)\nГрижа\tBG05-С01\t12 345,67\n",
        "[{\"project name\":\"A\",\"total cost\":12.5,\"currency\":\"EUR\"},{\"project name\":\"B\"}]",
        "<html><table><tr><th>Project name<th>Total cost (EUR)<tr><td>A &amp; B<td>1.234,50</table>",
        "Operation_Unique_Identifier,Operation_Name_Programme_Language,Project_EU_Budget,Location_Indicator_latitude_longitude\nQ1,A,10.5,\"50.1,20.2\"\n",
    ];

    private static readonly string[] Awkward = ["\0", "\"", "\r", "\n", ",", ";", "\t", "=cmd()", "£", "\uFEFF", "99999999999999999999999999", "-1", "1,2,3", "31.02.2020", "\u202E", "ł", "С", "|||", "<td>", "{", "]", "NaN", "1e308", "%", "'"];

    [Fact]
    public async Task Import_AnyBytes_AnswersAndShowsNothingOfARefusedFile()
    {
        await using var importing = await Importing.CreateAsync();
        var seconds = int.TryParse(Environment.GetEnvironmentVariable("SPLOT_FUZZ_SECONDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 4;
        var random = new Random(20261122);
        var watch = Stopwatch.StartNew();
        var outcomes = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var run = 0; run < 60 || watch.Elapsed.TotalSeconds < seconds; run++)
        {
            var bytes = Mutate(random, Encoding.UTF8.GetBytes(Corpus[run % Corpus.Length]));
            var before = (await importing.OperationsAsync()).Count;

            var report = await importing.ImportAsync(bytes, s => s with { List = "fuzz " + run.ToString(CultureInfo.InvariantCulture), Country = random.Next(2) == 0 ? "PL" : null });

            outcomes[report.Outcome] = outcomes.GetValueOrDefault(report.Outcome) + 1;
            if (report.Outcome == "refused")
            {
                Assert.NotEmpty(report.Issues);
                Assert.Equal(before, (await importing.OperationsAsync()).Count);
            }

            Assert.NotEmpty(report.ToJson());
        }

        Assert.True(outcomes.GetValueOrDefault("done") > 0 && outcomes.GetValueOrDefault("refused") > 0, "Both ways out must have been taken.");
    }

    private static byte[] Mutate(Random random, byte[] bytes)
    {
        var result = bytes.ToList();
        for (var n = random.Next(0, 8); n > 0; n--)
        {
            var at = random.Next(result.Count + 1);
            switch (random.Next(5))
            {
                case 0 when result.Count > 0:
                    result[Math.Min(at, result.Count - 1)] = (byte)random.Next(256);
                    break;
                case 1:
                    result.InsertRange(at, Encoding.UTF8.GetBytes(Awkward[random.Next(Awkward.Length)]));
                    break;
                case 2 when result.Count > 2:
                    result.RemoveRange(Math.Min(at, result.Count - 2), random.Next(1, 3));
                    break;
                case 3:
                    result.InsertRange(at, result.Take(random.Next(40)).ToList());
                    break;
                default:
                    result = result.Take(Math.Max(1, at)).ToList();
                    break;
            }
        }

        return [.. result];
    }
}
