namespace Splot.Projects.GenerateOperations;

/// <summary>
/// Words of the field in the forms in which they stand in texts, the most frequent first. From them the summaries of long lists are
/// drawn: rows of words that search engines find as they find real ones, not sentences.
/// </summary>
internal static class InventedWords
{
    public const string Polish = """
        w i na z do oraz dla się projektu jest przez o od wsparcia osób projekt które usług społecznych pracy rozwoju społecznej celem ramach działań
        realizacji zakresie uczestników zostanie wsparcie będzie edukacji województwa potrzeb integracji zawodowej także oraz poprzez po których ich
        usługi społeczne osoby zagrożonych wykluczeniem społecznym ubóstwem mieszkańców gminy powiatu lokalnej społeczności regionu rodzin dzieci
        młodzieży starszych niepełnosprawnościami niesamodzielnych opieki opiekuńczych zastępczej pieczy rodziny dziennej domowej długoterminowej
        zdrowia psychicznego zdrowotnych pomocy pomoc społeczna szkolenia kursy doradztwo staże zatrudnienia zatrudnienie bezrobotnych biernych zawodowo
        kwalifikacji kompetencji umiejętności podniesienie zwiększenie poprawa rozwój dostęp dostępu dostępności jakości liczba wskaźnik rezultatu
        produktu grupa docelowa grupy docelowej uczestnicy uczestniczek kobiet mężczyzn nauczycieli uczniów szkoły szkół przedszkolnej zajęcia zajęć
        dodatkowych wyrównawczych indywidualne indywidualnych indywidualnego planu ścieżka ścieżki reintegracji aktywizacji aktywizacja aktywnej
        kontrakt socjalny pracownik socjalny pracowników socjalnych asystent asystenci rodzinny środowiskowe środowiskowego specjalistyczne terapia
        psychologiczne prawne poradnictwo superwizja deinstytucjonalizacji deinstytucjonalizacja centrum centra ośrodek ośrodka placówki placówek
        mieszkania wspomagane treningowe chronione wytchnieniowa opiekunów faktycznych sąsiedzkie transport teleopieka klub seniora świetlica
        ekonomii społecznej przedsiębiorstwa społeczne podmioty spółdzielnia fundacja stowarzyszenie partner partnerstwie samorządu terytorialnego
        jednostek instytucji organizacji pozarządowych pracodawców przedsiębiorców cudzoziemców migrantów uchodźców języka polskiego integracja
        romskiej mniejszości równości szans płci niedyskryminacji zgodnie zasadą standardem dostępność cyfrowe cyfrowych cyfrowa technologie sprzęt
        wyposażenie remont budynku adaptacja pomieszczeń zakup koszty kwalifikowalne budżet wkład własny dofinansowanie środków europejskiego
        funduszu plus unii europejskiej krajowych regionalnych lokalnych strategia strategii plan diagnoza diagnozy analiza badania monitoring
        ewaluacja informacja promocja rekrutacja rekrutacji kryteria obszar obszarze terenie wiejskich miejskich okresie roku lat miesięcy
        najmniej ponad około więcej nowych innowacyjnych trwałość trwałości efekt efekty współpraca współpracy sieć koordynacja koordynator
        bezdomności bezdomnych kryzysie przemocy uzależnień profilaktyka rehabilitacja rehabilitacji autyzmem wczesne wspomaganie
        """;

    public const string Bulgarian = """
        на и за в с от да се по ще проекта са е социални услуги подкрепа хора чрез проектът към при дейности лица които като целева група социално
        общината община заетост развитие достъп качеството включване приобщаване грижа деца семейства възрастни увреждания обучение обучения
        работа работни места безработни младежи пазара труда изпълнение дейност резултати резултат цел целта специфични основна бъдат създаване
        осигуряване предоставяне повишаване подобряване укрепване капацитет капацитета служители персонал наемане супервизия социалните услугите
        потребители потребителите доставчици лична помощ асистентска асистенти домашна среда дневен център дневни центрове резидентна
        здравни здравно образование ученици учители училище училища детска градина ранно детство кариерно ориентиране стаж стажове професионална
        квалификация умения ключови компетентности дигитални преквалификация уязвими групи неравностойно положение риск бедност изключване маргинализирани
        общности роми ромската медиатори медиатор местно ниво местни власти национално съфинансиране европейски социален фонд плюс европейския съюз
        програма развитие човешките ресурси процедура договор безвъзмездна финансова бенефициент партньор партньори срок месеца бюджет стойност
        лева евро индикатор индикатори анализ анализи проучвания планиране план годишен информационни кампании разяснителни изнесени фронт офиси
        психологическа подкрепа консултиране рехабилитация терапия мобилни екипи екип водач интегрирани интегрирана иновативни нови модел
        деинституционализация приемна грижа приемни семейства осиновяване превенция насилие бездомни подслон жилища защитени настаняване
        мигранти бежанци бежанки украйна език интеграция социална икономика социални предприятия кооперация предприемачество самостоятелна
        оборудване ремонт сграда достъпност достъпна среда транспорт дистанционна възможности равни жени мъже баланс личния живот родители
        старост активен дълголетие доброволци участие граждански съвет въпросите мониторинг оценка качество стандарти реформа закона
        област района селски градски малки населени през години година повече над близо всеки както също така
        """;

    public const string English = """
        the of and to in for with will on is by people project social support services as be their from that work training access local care region
        employment are through skills who participants young development education older persons inclusion living activities community health
        disabilities families children women men unemployed long term integration quality programme european fund plus union funding partners
        municipalities local authorities staff social workers counselling advice individual plan plans path pathway pathways guidance mentoring
        coaching traineeships apprenticeships vocational qualifications certificate digital basic competences learning adults school schools
        pupils teachers early childhood kindergarten nursery disadvantaged vulnerable groups risk poverty exclusion marginalised roma migrants
        refugees language third country nationals homeless housing flats supported day centre centres home respite foster family assistants personal
        assistance independent life deinstitutionalisation institutional transition reform standards supervision capacity institutions
        organisations entities enterprises economy cooperative jobs created labour market employers self employment start entrepreneurship
        increase improve improved improving strengthen strengthening better equal opportunities gender balance rural urban areas innovative
        model network cooperation coordination diagnosis analysis monitoring evaluation information campaign outreach mobile team psychological
        therapy rehabilitation addiction violence crisis intervention prevention wellbeing mental disability accessible accessibility transport
        equipment renovation building energy infrastructure purchase costs eligible budget contribution national co financing target targets
        indicator indicators result results output achieved number years months period during after before new more than least about over
        citizens residents volunteers civil society participation council strategy strategic objective objectives aim aims main specific task
        tasks implementation implemented provided delivered carried out covered reached beneficiary beneficiaries carers informal neighbours
        """;

    /// <summary>Syllables of rare words: names that occur once or twice in a whole list, as in real ones.</summary>
    public const string LatinSyllables = "ba be bi bo da de do ga go ka ki ko la le lo lu ma me mi mo na ne no pa pe po ra re ri ro sa se so ta te to wa we wi wo za ze";

    /// <summary>The same for Cyrillic letters.</summary>
    public const string CyrillicSyllables = "ба бе би бо да де до га го ка ки ко ла ле ло лу ма ме ми мо на не но па пе по ра ре ри ро са се со та те то ва ве ви во за зе";
}
