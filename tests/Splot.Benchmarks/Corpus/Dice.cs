namespace Splot.Benchmarks.Corpus;

/// <summary>Quick random numbers that depend on the seed alone (SplitMix64); one for each operation, so that operation n is the same in whatever order they are made.</summary>
internal struct Dice(ulong seed)
{
    private ulong state = seed * 0x9E3779B97F4A7C15UL;

    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15UL;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>0 ≤ number &lt; <paramref name="end"/>.</summary>
    public int Below(int end) => (int)((Next() >> 32) * (ulong)end >> 32);

    /// <summary>0 ≤ number &lt; 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double share) => Share() < share;

    /// <summary>Small numbers often, large ones seldom: rank r with a frequency of about 1 / (r + 1).</summary>
    public int Zipf(int end) => Math.Min(end - 1, (int)Math.Exp(Share() * Math.Log(end + 1)) - 1);
}
