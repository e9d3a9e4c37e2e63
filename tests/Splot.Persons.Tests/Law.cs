using FsCheck;
using FsCheck.Fluent;

namespace Splot.Persons.Tests;

/// <summary>Checks a law on many invented inputs; the seed is fixed, so that a run repeats the last one.</summary>
internal static class Law
{
    public static void Holds<T>(int cases, Gen<T> inputs, Action<T> law) => Check.One(Settings(cases), Prop.ForAll(inputs.ToArbitrary(), law));

    public static void Holds<T1, T2>(int cases, Gen<T1> first, Gen<T2> second, Action<T1, T2> law) =>
        Check.One(Settings(cases), Prop.ForAll(first.ToArbitrary(), second.ToArbitrary(), law));

    public static void HoldsAsync<T1, T2>(int cases, Gen<T1> first, Gen<T2> second, Func<T1, T2, Task> law) =>
        Check.One(Settings(cases), Prop.ForAll(first.ToArbitrary(), second.ToArbitrary(), law));

    private static Config Settings(int cases) =>
        Config.QuickThrowOnFailure.WithMaxTest(cases).WithQuietOnSuccess(true).WithReplay(20_260_101UL, 1_955_831UL);
}
