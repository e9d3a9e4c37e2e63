namespace Splot.Portal.OpenData;

/// <summary>Under what the published data may be used again: pages, catalogue and API say the same.</summary>
internal static class Licence
{
    // Commission Decision 2011/833/EU and its practice; Directive (EU) 2019/1024, Art. 8: standard licences.
    public const string Name = "CC BY 4.0";
    public const string Url = "https://creativecommons.org/licenses/by/4.0/";

    /// <summary>The licence in the authority table of the Publications Office, as catalogues name it.</summary>
    public const string Authority = "http://publications.europa.eu/resource/authority/licence/CC_BY_4_0";
}
