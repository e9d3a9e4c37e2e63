using System.Diagnostics;
using System.Globalization;
using Splot.Search.Suggesting;
using Splot.Search.Text;
using Splot.Search.Words;

namespace Splot.Search.Tests;

/// <summary>
/// Figures, not checks; run by hand from a release build: <c>Splot.Search.Tests -explicit only -showLiveOutput</c>. The texts are the seeds beside the
/// repository, repeated.
/// </summary>
public sealed class Measurements(ITestOutputHelper output)
{
    private static readonly string Seeds = Path.Combine(Root(), "../shared/seeds");

    [Fact(Explicit = true)]
    public void Lexicon_Loading()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = Stopwatch.StartNew();
        var lexicon = Lexicon.Load();
        var cold = clock.Elapsed.TotalMilliseconds;
        clock.Restart();
        lexicon = Lexicon.Load();
        var warm = clock.Elapsed.TotalMilliseconds;
        var memory = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1048576.0;
        Say($"load {cold:F0} ms cold, {warm:F0} ms again; {memory:F1} MiB managed; resident {Environment.WorkingSet / 1048576} MiB; {string.Join(' ', lexicon.States.Select(s => s.Words))} words");
        GC.KeepAlive(lexicon);
    }

    [Theory(Explicit = true)]
    [InlineData("000*", TextLanguage.English)]
    [InlineData("002*", TextLanguage.Bulgarian)]
    [InlineData("003*", TextLanguage.Polish)]
    public void Analyze_KnownWords(string files, TextLanguage language)
    {
        var text = string.Join('\n', Directory.GetFiles(Seeds, files).Select(File.ReadAllText));
        var analyzer = new Analyzer(Lexicon.Load());
        var words = new List<AnalysedWord>(10_000);
        analyzer.Analyze(text, language, words);
        var terms = words.Sum(w => w.Terms.Length) / (double)words.Count;
        foreach (var threads in new[] { 1, 2 })
        {
            var count = 0L;
            var clock = Stopwatch.StartNew();
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ =>
            {
                var own = new List<AnalysedWord>(10_000);
                while (clock.ElapsedMilliseconds < 2_000)
                {
                    own.Clear();
                    analyzer.Analyze(text, language, own);
                    Interlocked.Add(ref count, own.Count);
                }
            });
            Say($"{language}: {count / clock.Elapsed.TotalSeconds / 1e6:F1} M words/s on {threads} threads; {words.Count} words in the text, {terms:F2} terms a word");
        }
    }

    [Fact(Explicit = true)]
    public void Analyze_WideVocabulary()
    {
        var forms = File.ReadLines(Path.Combine(Lexicon.DefaultFolder, "pl.dic")).Skip(1).Select(l => l.Split('/')[0]).Where(w => w.All(char.IsLetter)).ToArray();
        var random = new Random(1);
        random.Shuffle(forms);
        var text = string.Join(' ', Enumerable.Range(0, 5_000_000).Select(_ => forms[(int)Math.Pow(150_000, random.NextDouble()) - 1]));
        var analyzer = new Analyzer(Lexicon.Load());
        var words = new List<AnalysedWord>(5_000_000);
        foreach (var run in new[] { "first", "second" })
        {
            words.Clear();
            var clock = Stopwatch.StartNew();
            analyzer.Analyze(text, TextLanguage.Polish, words);
            var speed = words.Count / clock.Elapsed.TotalSeconds / 1e6;
            Say($"{run} run over {words.Count} words, {words.Select(w => w.Surface).Distinct().Count()} different: {speed:F1} M words/s");
        }
    }

    [Fact(Explicit = true)]
    public void Analyze_NewWords()
    {
        var lexicon = Lexicon.Load();
        foreach (var (code, language) in new[] { ("pl", TextLanguage.Polish), ("bg", TextLanguage.Bulgarian), ("en", TextLanguage.English) })
        {
            var forms = File.ReadLines(Path.Combine(Lexicon.DefaultFolder, code + ".dic")).Skip(1).Select(l => l.Split('/')[0]).Where(w => w.All(char.IsLetter)).ToArray();
            var analyzer = new Analyzer(lexicon);
            var words = new List<AnalysedWord>();
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var clock = Stopwatch.StartNew();
            foreach (var form in forms)
            {
                words.Clear();
                analyzer.Analyze(form, language, words);
            }

            var each = clock.Elapsed.TotalMicroseconds / forms.Length;
            var memory = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1048576.0;
            Say($"{code}: {forms.Length} new words, {each:F1} µs each; {memory:F0} MiB remembered");
            GC.KeepAlive(analyzer);
        }
    }

    [Theory(Explicit = true)]
    [InlineData("000*", TextLanguage.English)]
    [InlineData("001*", TextLanguage.English)]
    [InlineData("002*", TextLanguage.Bulgarian)]
    [InlineData("003*", TextLanguage.Polish)]
    [InlineData("004*", TextLanguage.Polish)]
    public void Words_ThatMeet(string files, TextLanguage language)
    {
        var words = Directory.GetFiles(Seeds, files).SelectMany(f => Given.Analyzer.Words(File.ReadAllText(f), language)).DistinctBy(w => w.Surface).ToList();
        var meeting = words.SelectMany(w => w.Terms.Select(t => (Term: t, w.Surface))).GroupBy(p => p.Term, p => p.Surface, StringComparer.Ordinal).Where(g => g.Count() > 1);
        Say($"{language}: {string.Join("; ", meeting.Select(g => $"{g.Key}: {string.Join(' ', g)}"))}");
        Say($"unknown: {string.Join(' ', words.Where(w => w.Terms.Any(t => t.EndsWith('~'))).Select(w => w.Surface))}");
    }

    [Fact(Explicit = true)]
    public void Query_Terms()
    {
        foreach (var word in "praca usługi społecznych rady dom projekt woda more services child training plan społeczna szkolenia social work deinstytucjonalizacji sotsialni uslugi помощ lodz zdrowie park most".Split(' '))
        {
            Say($"{word}: {string.Join(' ', Given.Analyzer.QueryTerms(word))}");
        }
    }

    [Fact(Explicit = true)]
    public void Suggest_AmongAMillion()
    {
        var words = Directory.GetFiles(Seeds).SelectMany(f => Given.Analyzer.Words(File.ReadAllText(f))).Select(w => w.Surface).Distinct().ToArray();
        var random = new Random(1);
        var entries = Enumerable.Range(0, 1_000_000).Select(i => string.Join(' ', Enumerable.Range(0, 4).Select(_ => words[random.Next(words.Length)])))
            .Select(t => new SuggestionEntry(t, t, random.Next(1_000_000))).ToArray();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = Stopwatch.StartNew();
        var suggester = Suggester.Build(entries);
        var build = clock.Elapsed.TotalSeconds;
        Say($"{suggester.Count} entries built in {build:F1} s; {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1048576.0:F0} MiB");
        foreach (var (kind, make) in new (string, Func<string, string>)[] { ("as written", t => t), ("one typo", Swapped), ("two typos", t => Swapped(t) + "x") })
        {
            var typed = entries.Take(2_000).SelectMany(e => new[] { 3, 5, 9, 14 }.Select(n => make(e.Folded[..Math.Min(n, e.Folded.Length)]))).ToArray();
            var times = new double[typed.Length];
            var found = 0;
            for (var i = 0; i < typed.Length; i++)
            {
                clock.Restart();
                found += suggester.Suggest(typed[i], 8).Count > 0 ? 1 : 0;
                times[i] = clock.Elapsed.TotalMilliseconds;
            }

            Array.Sort(times);
            Say($"{kind}: p50 {times[times.Length / 2]:F3} ms, p95 {times[times.Length * 95 / 100]:F3} ms, max {times[^1]:F3} ms; {found * 100 / typed.Length} % answered");
        }
    }

    private static string Swapped(string text) => text.Length < 3 ? text : text[..1] + text[2] + text[1] + text[3..];

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Splot.slnx")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    private void Say(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
