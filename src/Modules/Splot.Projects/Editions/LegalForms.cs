using Splot.Kernel;

namespace Splot.Projects.Editions;

/// <summary>
/// Words that tell an organisation from a person. Used only to choose which names are offered for review; what a name is, people
/// decide.
/// </summary>
internal static class LegalForms
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        // Polish
        "gmina", "miasto", "powiat", "wojewodztwo", "samorzad", "urzad", "osrodek", "centrum", "fundacja", "stowarzyszenie", "spolka", "sp.", "s.a.", "z", "o.o.", "spoldzielnia", "szpital", "szkola", "uniwersytet", "politechnika", "akademia", "instytut", "zaklad", "zespol", "caritas", "zwiazek", "izba", "agencja", "biblioteka", "muzeum", "przedszkole", "parafia", "diecezja", "mops", "gops", "pcpr", "rops", "dom", "przedsiebiorstwo", "s.c.", "komenda", "ministerstwo", "bank", "towarzystwo", "kolegium", "zgromadzenie",
        // Bulgarian, transliterated by the fold of the matcher where it stands in Cyrillic
        "община", "област", "министерство", "агенция", "фондация", "сдружение", "дружество", "оод", "еоод", "ад", "еад", "ет", "кооперация", "болница", "училище", "университет", "институт", "център", "дирекция", "дом", "нчи", "съюз", "асоциация", "комплекс", "детска",
        // English and other languages of lists
        "council", "limited", "ltd", "plc", "llp", "university", "college", "foundation", "association", "trust", "society", "centre", "center", "agency", "department", "ministry", "government", "enterprise", "enterprises", "company", "corporation", "authority", "partnership", "institute", "institution", "hospital", "school", "bank", "board", "commission", "group", "services", "service", "cic", "charity", "federation", "chamber", "union", "church", "gmbh", "ag", "e.v.", "s.r.o.", "a.s.", "d.o.o.", "sarl", "sas", "srl", "s.r.l.", "s.p.a.", "spa", "lda", "oy", "ab", "as", "uab", "sia", "kft", "zrt", "nyrt", "bv", "b.v.", "nv", "n.v.", "verein", "stadt", "landkreis", "commune", "departement", "region", "universite", "comune", "provincia", "universita", "ayuntamiento", "fundacion", "asociacion", "sociedad", "camara", "municipio", "primaria", "judetul", "obec", "mesto", "kraj", "vuc",
    };

    /// <summary>True where a word of the name is a legal form or a word for a body.</summary>
    public static bool IsNamedIn(string name)
    {
        foreach (var word in TextFold.Fold(name).Split([' ', ',', '-', '"', '„', '”', '“', '(', ')', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Words.Contains(word))
            {
                return true;
            }
        }

        return false;
    }
}
