using FsCheck;
using FsCheck.Fluent;

namespace Splot.Kernel.Tests;

/// <summary>Checks a law on many invented inputs; the seed is fixed, so that a run repeats the last one.</summary>
internal static class Law
{
    private static readonly Config Settings = Config.QuickThrowOnFailure.WithMaxTest(1_000).WithQuietOnSuccess(true).WithReplay(20_260_101UL, 1_955_831UL);

    public static void Holds<T>(Func<T, bool> law) => Check.One(Settings, Prop.ForAll(law));

    public static void Holds<T>(Gen<T> inputs, Func<T, bool> law) => Check.One(Settings, Prop.ForAll(inputs.ToArbitrary(), law));

    public static void Holds<T1, T2>(Gen<T1> first, Gen<T2> second, Func<T1, T2, bool> law) =>
        Check.One(Settings, Prop.ForAll(first.ToArbitrary(), second.ToArbitrary(), law));
}

/// <summary>Inputs for laws.</summary>
internal static class Some
{
    /// <summary>Minor units from −10¹² to 10¹²: up to ten thousand million euro, either sign.</summary>
    public static Gen<long> MinorUnits => Gen.Choose(-1_000_000, 1_000_000).SelectMany(h => Gen.Choose(0, 999_999).Select(l => (h * 1_000_000L) + l));

    /// <summary>Every code unit on its own, halves of surrogate pairs included, and every character of the next plane.</summary>
    public static IEnumerable<string> EveryCharacter =>
        Enumerable.Range(0, 0x10000).Select(c => ((char)c).ToString()).Concat(Enumerable.Range(0x10000, 0x10000).Select(char.ConvertFromUtf32));

    public static Gen<Currency> Currency => Gen.Elements("EUR", "BGN", "PLN", "GBP", "JPY", "KWD", "CLF", "HUF").Select(Splot.Kernel.Currency.Parse);

    public static Gen<Money> Euro => MinorUnits.Select(m => Money.FromMinorUnits(m, Splot.Kernel.Currency.Eur));

    public static Gen<Money> Lev => MinorUnits.Select(m => Money.FromMinorUnits(m, Splot.Kernel.Currency.Bgn));

    /// <summary>Any characters, broken surrogate pairs and controls included.</summary>
    public static Gen<string> Text => Gen.Choose(0, 0xFFFF).Select(c => (char)c).ArrayOf().Select(c => new string(c));

    /// <summary>Texts of letters that occur in European names.</summary>
    public static Gen<string> EuropeanText => Gen.Elements("aąbćłńóśźżÄßøđÅéžßİıВЕПщйѝёїΑάς  -–„“’№０ﬁ½\u00A0\u200B\t".ToCharArray()).ArrayOf().Select(c => new string(c));
}
