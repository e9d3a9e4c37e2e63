using Splot.Data;

namespace Splot.Portal.OpenData;

/// <summary>How catalogues name licences.</summary>
internal static class Licence
{
    private const string Authority = "http://publications.europa.eu/resource/authority/licence/";

    // The deeds of Creative Commons that the authority table of the Publications Office has.
    private static readonly Dictionary<string, string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["creativecommons.org/publicdomain/zero/1.0"] = "CC0",
        ["creativecommons.org/licenses/by/4.0"] = "CC_BY_4_0",
        ["creativecommons.org/licenses/by-sa/4.0"] = "CC_BYSA_4_0",
        ["creativecommons.org/licenses/by-nd/4.0"] = "CC_BYND_4_0",
        ["creativecommons.org/licenses/by-nc/4.0"] = "CC_BYNC_4_0",
        ["creativecommons.org/licenses/by-nc-sa/4.0"] = "CC_BYNCSA_4_0",
        ["creativecommons.org/licenses/by-nc-nd/4.0"] = "CC_BYNCND_4_0",
    };

    /// <summary>The licence in the authority table, else its own address.</summary>
    public static string Term(this DataLicence licence) =>
        Known.TryGetValue(licence.Address.Host + licence.Address.AbsolutePath.TrimEnd('/'), out var code) ? Authority + code : licence.Address.AbsoluteUri;
}
