using FsCheck;
using FsCheck.Fluent;

namespace Splot.Search.Tests;

/// <summary>Checks a law on many invented inputs; the seed is fixed, so that a run repeats the last one.</summary>
internal static class Law
{
    /// <summary>Any UTF-16, halves of surrogate pairs included, with letters, marks, joints and signs of the query language more often than not.</summary>
    public static Gen<string> AnyText { get; } = Gen.OneOf(
            Gen.Choose(0, 0xFFFF).Select(c => (char)c),
            Gen.Elements("aąźЖяйСC09.-/_'’&,*:\"()„”  \u0301\u0306\u00AD\uD800\uDC00\uFFFEﬁ".ToCharArray()))
        .ArrayOf()
        .Select(letters => new string(letters));

    public static void Holds<T>(int cases, Gen<T> inputs, Action<T> law) => Check.One(Settings(cases), Prop.ForAll(inputs.ToArbitrary(), law));

    public static void Holds<T1, T2>(int cases, Gen<T1> first, Gen<T2> second, Action<T1, T2> law) =>
        Check.One(Settings(cases), Prop.ForAll(first.ToArbitrary(), second.ToArbitrary(), law));

    private static Config Settings(int cases) =>
        Config.QuickThrowOnFailure.WithMaxTest(cases).WithQuietOnSuccess(true).WithReplay(20_260_101UL, 1_955_831UL);
}
