using System.Globalization;
using System.Text;
using Splot.Kernel;
using Splot.Persons.KeepClauses;

namespace Splot.Persons.Demo;

/// <summary>The wording of the demo's information clause: invented, and nobody's template.</summary>
internal static class DemoClauseTexts
{
    private static readonly CompositeFormat Polish = CompositeFormat.Parse("""
        To jest tekst przykładowy, wymyślony na potrzeby demonstracji. Nie jest wzorem.

        Na podstawie art. 13 i 14 rozporządzenia (UE) 2016/679 (RODO) informujemy:

        1. Administratorem Pani/Pana danych osobowych jest {0}.

        2. Z inspektorem ochrony danych można się skontaktować pod adresem {1}.

        3. Dane przetwarzamy, aby:
        – udzielać pomocy społecznej (art. 6 ust. 1 lit. c RODO, ustawa z dnia 12 marca 2004 r. o pomocy społecznej),
        – prowadzić i rozliczać projekty Europejskiego Funduszu Społecznego Plus (art. 6 ust. 1 lit. c i art. 9 ust. 2 lit. g RODO, rozporządzenie (UE) 2021/1057),
        – za Pani/Pana zgodą publikować zdjęcia z wydarzeń (art. 6 ust. 1 lit. a RODO).

        4. Dane otrzymujemy od Pani/Pana, a w sprawach świadczeń także od innych urzędów. Są to dane identyfikacyjne, kontaktowe oraz dane o sytuacji życiowej.

        5. Odbiorcami danych mogą być podmioty realizujące usługi, instytucja zarządzająca i instytucje kontrolujące wydatki oraz podmioty, które utrzymują nasze systemy.

        6. Dane przechowujemy przez okres wynikający z przepisów o archiwizacji, a w projektach do końca okresu, w którym trzeba wykazać prawidłowość wydatków.

        7. Ma Pani/Pan prawo dostępu do danych, ich sprostowania, usunięcia lub ograniczenia przetwarzania oraz prawo sprzeciwu – w przypadkach określonych w RODO. Zgodę można wycofać w każdej chwili; nie wpływa to na zgodność z prawem tego, co zrobiono wcześniej.

        8. Przysługuje Pani/Panu skarga do Prezesa Urzędu Ochrony Danych Osobowych.

        9. Podanie danych jest wymagane ustawą, gdy ubiega się Pani/Pan o pomoc, i potrzebne do udziału w projekcie; w pozostałych przypadkach jest dobrowolne. Danych nie używamy do decyzji podejmowanych automatycznie.
        """);

    private static readonly CompositeFormat Bulgarian = CompositeFormat.Parse("""
        Това е примерен текст, измислен за демонстрацията. Не е образец.

        На основание чл. 13 и 14 от Регламент (ЕС) 2016/679 (ОРЗД) Ви уведомяваме:

        1. Администратор на Вашите лични данни е {0}.

        2. С длъжностното лице по защита на данните можете да се свържете на адрес {1}.

        3. Обработваме данните, за да:
        – предоставяме социална помощ (чл. 6, пар. 1, буква в) ОРЗД, полският закон от 12 март 2004 г. за социалната помощ),
        – изпълняваме и отчитаме проекти на Европейския социален фонд плюс (чл. 6, пар. 1, буква в) и чл. 9, пар. 2, буква ж) ОРЗД, Регламент (ЕС) 2021/1057),
        – с Ваше съгласие публикуваме снимки от събития (чл. 6, пар. 1, буква а) ОРЗД).

        4. Получаваме данните от Вас, а за помощи и от други служби. Това са данни за самоличност, за връзка и за житейското Ви положение.

        5. Получатели на данните могат да бъдат доставчици на услуги, управляващият орган и органите, които проверяват разходите, както и онези, които поддържат системите ни.

        6. Съхраняваме данните за срока, който следва от правилата за архивиране, а при проекти – до края на срока, в който трябва да се докаже редовността на разходите.

        7. Имате право на достъп до данните, на коригиране, изтриване или ограничаване на обработването и право на възражение – в случаите по ОРЗД. Съгласието може да се оттегли по всяко време; това не засяга законосъобразността на направеното дотогава.

        8. Имате право на жалба до полския надзорен орган – председателя на Службата за защита на личните данни.

        9. Предоставянето на данни се изисква по закон, когато кандидатствате за помощ, и е необходимо за участие в проект; в останалите случаи е доброволно. Не използваме данните за автоматизирани решения.
        """);

    private static readonly CompositeFormat English = CompositeFormat.Parse("""
        This text is an example, invented for the demonstration. It is no template.

        Under Articles 13 and 14 of Regulation (EU) 2016/679 (GDPR) we inform you:

        1. The controller of your personal data is {0}.

        2. The data protection officer can be reached at {1}.

        3. We process your data in order to:
        – give social assistance (Art. 6(1)(c) GDPR, the Polish act of 12 March 2004 on social assistance),
        – run and account for projects of the European Social Fund Plus (Art. 6(1)(c) and Art. 9(2)(g) GDPR, Regulation (EU) 2021/1057),
        – publish photos of events, with your consent (Art. 6(1)(a) GDPR).

        4. We have the data from you and, for benefits, from other offices too. They are data of identity and contact, and data on your situation.

        5. Recipients may be providers of services, the managing authority and those who audit expenditure, and those who maintain our systems.

        6. We keep the data for as long as the rules on archives say, in projects until the end of the time in which expenditure must be accounted for.

        7. You have the right of access, to rectification, erasure or restriction of processing and to object, in the cases that the GDPR names. Consent can be withdrawn at any time; what was done before stays lawful.

        8. You may lodge a complaint with the Polish supervisory authority, the President of the Personal Data Protection Office.

        9. The law requires the data where you apply for assistance, and taking part in a project needs them; otherwise giving them is voluntary. We do not use them for automated decisions.
        """);

    public static IReadOnlyDictionary<Language, ClauseText> Of(string controller, string officer) => new Dictionary<Language, ClauseText>
    {
        [Language.Polish] = new("Informacja o przetwarzaniu danych osobowych (przykład)", Fill(Polish, controller, officer)),
        [Language.Bulgarian] = new("Информация за обработването на лични данни (пример)", Fill(Bulgarian, controller, officer)),
        [Language.English] = new("Information on the processing of personal data (example)", Fill(English, controller, officer)),
    };

    private static string Fill(CompositeFormat text, string controller, string officer) => string.Format(CultureInfo.InvariantCulture, text, controller, officer).ReplaceLineEndings("\n");
}
