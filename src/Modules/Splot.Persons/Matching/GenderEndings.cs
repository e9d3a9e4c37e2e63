namespace Splot.Persons.Matching;

/// <summary>
/// What is left of a surname when the ending goes that men and women carry differently: Polish -ski/-ska, -cki/-cka, -dzki/-dzka and every
/// adjective in -y or -i against -a; Bulgarian -ов/-ова, -ев/-ева, -ин/-ина, -ски/-ска. Works on spelling keys, where y is i and w is v.
/// A word without such an ending is its own stem.
/// </summary>
internal static class GenderEndings
{
    // Marks the place of an adjective's ending, so that Nowak is no form of Nowaka.
    private const string Ending = "\u00B7";

    public static string Stem(string key)
    {
        if (key.Length >= 6 && (Ends(key, "ova") || Ends(key, "eva") || Ends(key, "ina")))
        {
            return key[..^1];
        }

        if (key.Length >= 6 && Ends(key, "kaia"))
        {
            return key[..^3] + Ending;
        }

        return key.Length >= 4 && key[^1] is 'i' or 'a' ? key[..^1] + Ending : key;
    }

    private static bool Ends(string key, string ending) => key.EndsWith(ending, StringComparison.Ordinal);
}
