using System.Text;
using FsCheck;

namespace Splot.Tables.Tests;

/// <summary>Ways to make tables for tests, and the settings of property tests (seeded: every run checks the same cases).</summary>
internal static class Given
{
    public static Config Property { get; } = Config.QuickThrowOnFailure.WithMaxTest(300).WithQuietOnSuccess(true)
        .WithReplay(new Replay(new Rnd(20_261_121UL, 3UL), Microsoft.FSharp.Core.FSharpOption<int>.None));

    public static Encoding Encoding(string name) => TextEncoding.Parse(name)!.Strict;

    public static TableOpening Open(byte[] bytes, TableOptions? options = null) => TableFile.Open(new MemoryStream(bytes), options, TestContext.Current.CancellationToken);

    public static TableFile File(byte[] bytes, TableOptions? options = null) => Open(bytes, options) switch
    {
        TableOpening.Opened opened => opened.File,
        TableOpening.Refused refused => throw new InvalidOperationException(refused.Refusal.Message),
        _ => throw new InvalidOperationException(),
    };

    public static TableFile File(string text, TableOptions? options = null) => File(System.Text.Encoding.UTF8.GetBytes(text), options);

    public static TableRefusal Refusal(byte[] bytes, TableOptions? options = null)
    {
        var opening = Open(bytes, options);
        (opening as TableOpening.Opened)?.File.Dispose();
        return Assert.IsType<TableOpening.Refused>(opening).Refusal;
    }

    public static string[][] Rows(byte[] bytes, TableOptions? options = null)
    {
        using var file = File(bytes, options);
        return Rows(file);
    }

    public static string[][] Rows(string text, TableOptions? options = null) => Rows(System.Text.Encoding.UTF8.GetBytes(text), options);

    public static string[][] Rows(TableFile file)
    {
        var rows = new List<string[]>();
        using var reader = file.Read();
        while (reader.Read(TestContext.Current.CancellationToken))
        {
            rows.Add(reader.Row.ToArray());
        }

        return [.. rows];
    }

    public static ColumnProfile Profile(ColumnRole role, params string[] values) => Profile(0, role, values);

    public static ColumnProfile Profile(int column, ColumnRole role, params string[] values)
    {
        var profile = new ColumnProfile(column, "column", role);
        for (var index = 0; index < values.Length; index++)
        {
            profile.Add(new TableCell(values[index]), index + 2);
        }

        return profile;
    }

    public static ColumnFormat Format(InferenceHints hints, params ColumnProfile[] profiles) =>
        Assert.IsType<InferenceOutcome.Decided>(Inference.Decide(profiles, hints)).Formats[0];

    public static AmbiguousColumn Question(InferenceHints hints, params ColumnProfile[] profiles) =>
        Assert.IsType<InferenceOutcome.Ambiguous>(Inference.Decide(profiles, hints)).Columns[0];
}
