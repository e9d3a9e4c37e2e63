using System.Globalization;
using Splot.Benchmarks;

// dotnet run -c Release --project tests/Splot.Benchmarks -- search [--documents N] [--folder DIR] [--keep]
var options = args.Skip(1).ToList();
string Option(string name, string otherwise) => options.IndexOf(name) is >= 0 and var at && at + 1 < options.Count ? options[at + 1] : otherwise;
if (args.FirstOrDefault() != "search")
{
    await Console.Error.WriteLineAsync("Usage: Splot.Benchmarks search [--documents N] [--folder DIR] [--keep]");
    return 2;
}

var folder = Option("--folder", Path.Combine(Path.GetTempPath(), "splot-benchmark"));
await new SearchBenchmark(int.Parse(Option("--documents", "200000"), CultureInfo.InvariantCulture), folder, options.Contains("--keep")).RunAsync();
return 0;
