namespace Splot.Projects.GenerateOperations;

/// <summary>What an invented operation is about.</summary>
/// <param name="Key">Own key; the demo's texts are found by it.</param>
/// <param name="Theme">Theme of the portal.</param>
/// <param name="Objective">Specific objective 2021-2027.</param>
/// <param name="Fields">Intervention fields 2021-2027.</param>
/// <param name="OldObjective">Investment priority 2014-2020.</param>
/// <param name="OldFields">Intervention fields 2014-2020.</param>
/// <param name="Building">True where the money goes into a building (ERDF).</param>
/// <param name="Weight">How often it comes up.</param>
/// <param name="Openers">First words of a title: pl, bg, en.</param>
internal sealed record InventedTopic(
    string Key, string Theme, string Objective, string[] Fields, string OldObjective, string[] OldFields, bool Building, int Weight, string[] Openers);

/// <summary>The topics: the field of social policy, mostly paid by the ESF and ESF+.</summary>
internal static class InventedTopics
{
    /// <summary>All topics.</summary>
    public static IReadOnlyList<InventedTopic> All { get; } =
    [
        Topic("seniors", "help-close-to-home", "ESO4.11", "159 161", "9iv", "112", 10, "Usługi opiekuńcze dla osób starszych", "Грижа за възрастните хора", "Care for older people"),
        Topic("assistance", "help-close-to-home", "ESO4.11", "158 159", "9iv", "112", 9, "Wsparcie osób z niepełnosprawnościami", "Подкрепа за хората с увреждания", "Support for people with disabilities"),
        Topic("youth", "active-inclusion", "ESO4.1", "136", "8ii", "103", 9, "Aktywizacja zawodowa młodych", "Младежка заетост", "Youth employment"),
        Topic("inclusion", "active-inclusion", "ESO4.8", "153", "9i", "109", 11, "Aktywna integracja", "Активно приобщаване", "Active inclusion"),
        Topic("childcare", "family-support", "ESO4.3", "143", "8iv", "105", 6, "Opieka nad dziećmi do lat trzech", "Грижа за деца до три години", "Childcare under three"),
        Topic("school", "education-skills", "ESO4.6", "149", "10i", "115", 9, "Kompetencje kluczowe uczniów", "Ключови умения на учениците", "Key competences of pupils"),
        Topic("adults", "education-skills", "ESO4.7", "145 151", "10iii", "117", 8, "Uczenie się dorosłych", "Учене през целия живот", "Adult learning"),
        Topic("family", "family-support", "ESO4.11", "159 163", "9iv", "112", 6, "Wsparcie rodziny i piecza zastępcza", "Подкрепа за семейството и приемна грижа", "Family support and foster care"),
        Topic("homeless", "active-inclusion", "ESO4.12", "163", "9i", "109", 3, "Wychodzenie z bezdomności", "Излизане от бездомност", "Ways out of homelessness"),
        Topic("migrants", "active-inclusion", "ESO4.9", "157", "9i", "109", 4, "Integracja cudzoziemców", "Интеграция на чужденци", "Integration of foreigners"),
        Topic("mind", "health-care", "ESO4.11", "158 160", "9iv", "112", 5, "Zdrowie psychiczne blisko ludzi", "Психично здраве в общността", "Mental health in the community"),
        Topic("enterprise", "social-economy", "ESO4.8", "138", "9v", "113", 5, "Rozwój ekonomii społecznej", "Развитие на социалната икономика", "Growing the social economy"),
        Topic("centre", "coordination", "ESO4.11", "158", "9iv", "112", 4, "Centrum usług społecznych", "Център за социални услуги", "Social services centre"),
        Topic("staff", "coordination", "ESO4.11", "158 162", "9iv", "112", 4, "Rozwój kadr pomocy społecznej", "Развитие на социалните работници", "Developing social work staff"),
        Topic("communities", "active-inclusion", "ESO4.10", "154", "9ii", "110", 3, "Wsparcie społeczności marginalizowanych", "Подкрепа за маргинализирани общности", "Support for marginalised communities"),
        Topic("building", "health-care", "RSO4.3", "127", "9a", "055", 4, "Budowa domu dziennej opieki", "Изграждане на дневен център", "Building a day care house") with { Building = true },
    ];

    private static readonly InventedTopic[] Weighted = [.. All.SelectMany(topic => Enumerable.Repeat(topic, topic.Weight))];

    /// <summary>A topic, by weight.</summary>
    public static InventedTopic Draw(Random random) => Weighted[random.Next(Weighted.Length)];

    private static InventedTopic Topic(
        string key, string theme, string objective, string fields, string oldObjective, string oldFields, int weight, string pl, string bg, string en) =>
        new(key, theme, objective, fields.Split(' '), oldObjective, oldFields.Split(' '), Building: false, weight, [pl, bg, en]);
}
