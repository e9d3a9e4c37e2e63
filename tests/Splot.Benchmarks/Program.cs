using System.Globalization;
using Splot.Benchmarks;

const string Usage = """
    Usage: Splot.Benchmarks search [--documents N] [--folder DIR] [--keep]
           Splot.Benchmarks live [--documents N] [--changes N] [--folder DIR]

    search   builds an index over N invented operations (200000) and measures the mix of searches; --keep uses the index that is there
    live     changes an index of N operations while it is searched
    """;

var options = args.Skip(1).ToList();
var folder = Option("--folder", Path.Combine(Path.GetTempPath(), "splot-benchmark"));
var documents = Number("--documents", 200_000);
switch (args.FirstOrDefault())
{
    case "search":
        await new SearchBenchmark(documents, folder, options.Contains("--keep")).RunAsync();
        return 0;
    case "live":
        await new LiveBenchmark(documents, Number("--changes", documents / 4), folder).RunAsync();
        return 0;
    default:
        await Console.Error.WriteLineAsync(Usage);
        return 2;
}

string Option(string name, string otherwise) => options.IndexOf(name) is >= 0 and var at && at + 1 < options.Count ? options[at + 1] : otherwise;

int Number(string name, int otherwise) => int.Parse(Option(name, otherwise.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);
