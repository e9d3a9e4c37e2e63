using System.Globalization;

namespace Splot.Projects.GenerateOperations;

/// <summary>
/// Names of invented bodies and people of one country. The name is a function of the number: the same number is the same body in every
/// row. Numbers from zero on run through kinds, then places, then the places' by-names, then branches.
/// </summary>
internal sealed class InventedNames
{
    private readonly string[] kinds;
    private readonly IReadOnlyList<InventedPlace> places;
    private readonly string[] byNames;
    private readonly string[] charities;
    private readonly string branch;
    private readonly string[] people;

    private InventedNames(string[] kinds, IReadOnlyList<InventedPlace> places, string[] byNames, string[] charities, string branch, string[] people)
    {
        this.kinds = kinds;
        this.places = places;
        this.byNames = byNames;
        this.charities = charities;
        this.branch = branch;
        this.people = people;
    }

    /// <summary>Poland.</summary>
    public static InventedNames Poland { get; } = new(
        [
            "Gmina {0}", "Powiat {2}", "Miejski Ośrodek Pomocy Społecznej {1}", "Gminny Ośrodek Pomocy Społecznej {1}",
            "Powiatowe Centrum Pomocy Rodzinie {1}", "Centrum Usług Społecznych {1}", "Fundacja {3} z siedzibą {1}", "Stowarzyszenie „{3}” {1}",
            "Spółdzielnia Socjalna „{3}” {1}", "Szkoła Podstawowa {1}", "Powiatowy Urząd Pracy {1}", "{0} Usługi sp. z o.o.",
        ],
        InventedPlaces.Poland,
        ["", " nad Zmyślanką", " pod Lasem", " nad Stawem", " przy Moście", " za Rzeką", " przy Młynie", " nad Wzorą"],
        ["Próbny Krok", "Zmyślony Most", "Przykładowy Dom", "Umowny Start", "Niebywały Horyzont", "Wyobrażony Kompas", "Szkicowany Parasol"],
        " (oddział {0})",
        ["Jan Przykładowski", "Anna Przykładowska", "Piotr Zmyślony", "Maria Zmyślona", "Adam Fikcyjny", "Ewa Fikcyjna", "Tomasz Szablonowski", "Zofia Szablonowska"]);

    /// <summary>Bulgaria.</summary>
    public static InventedNames Bulgaria { get; } = new(
        [
            "Община {0}", "Сдружение „{3}“ – {0}", "Фондация „{3}“ – {0}", "Комплекс за социални услуги – {0}", "Домашен социален патронаж – {0}",
            "Основно училище – {0}", "Професионална гимназия – {0}", "Читалище „{3}“ – {0}", "Дирекция „Бюро по труда“ – {0}", "{0} Услуги ЕООД",
        ],
        InventedPlaces.Bulgaria,
        ["", " край Извора", " под Хълма", " до Реката", " при Моста", " над Язовира", " край Гората", " до Мелницата"],
        ["Пробна крачка", "Измислен мост", "Примерен дом", "Условен старт", "Небивал хоризонт", "Въображаем компас", "Нарисуван чадър"],
        " (клон {0})",
        ["Иван Примерски", "Мария Примерска", "Петър Измислен", "Елена Измислена", "Георги Небивал", "Рада Небивала", "Стоян Въображаемов", "Яна Въображаемова"]);

    /// <summary>Ireland.</summary>
    public static InventedNames Ireland { get; } = new(
        [
            "{0} County Council", "{0} Education and Training Board", "{0} Family Resource Centre", "{3} Foundation – {0}", "{0} Community Trust",
            "{0} Primary School", "{0} Local Partnership", "{0} Services Ltd",
        ],
        InventedPlaces.Ireland,
        ["", " by the Wood", " under Hill", " at Bridge", " on Sea", " by the Mill", " over Lake", " at Weir"],
        ["Trial Step", "Imagined Bridge", "Sample Home", "Notional Start", "Unheard-of Horizon", "Pretend Compass", "Sketched Umbrella"],
        " (branch {0})",
        ["John Example", "Mary Example", "Patrick Sample", "Nora Sample", "James Placeholder", "Una Placeholder", "Conor Mockname", "Aoife Mockname"]);

    /// <summary>How many kinds of bodies there are.</summary>
    public int Kinds => kinds.Length;

    /// <summary>The places without by-names.</summary>
    public IReadOnlyList<InventedPlace> Places => places;

    /// <summary>The number of the body of <paramref name="kind"/> in the place with the index <paramref name="place"/>.</summary>
    public int Number(int kind, int place) => kind + (kinds.Length * place);

    /// <summary>The name of the body with this number.</summary>
    public string Body(int number)
    {
        var rest = Math.DivRem(number, kinds.Length, out var kind);
        rest = Math.DivRem(rest, places.Count, out var place);
        rest = Math.DivRem(rest, byNames.Length, out var byName);
        var name = Fill(kinds[kind], places[place], byNames[byName], charities[(place + byName) % charities.Length]);
        return rest == 0 ? name : name + branch.Replace("{0}", (rest + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    /// <summary>A place with its by-name, for titles.</summary>
    public string Place(int number)
    {
        var rest = Math.DivRem(number, places.Count, out var place);
        return places[place].Name + byNames[rest % byNames.Length];
    }

    /// <summary>An invented person.</summary>
    public string Person(int number) => people[number % people.Length];

    private static string Fill(string kind, InventedPlace place, string byName, string charity)
    {
        // A county has no river of its own in its name; its by-name tells it from the county of the plain place.
        var adjective = byName.Length == 0 ? place.Adjective : place.Adjective + byName;
        return kind.Replace("{0}", place.Name + byName, StringComparison.Ordinal)
            .Replace("{1}", place.In + byName, StringComparison.Ordinal)
            .Replace("{2}", adjective, StringComparison.Ordinal)
            .Replace("{3}", charity, StringComparison.Ordinal);
    }
}
