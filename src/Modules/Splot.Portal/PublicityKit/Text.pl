Home = Strona główna
Projects = Projekty
Kit = Pokaż, że płaci Unia
Lede = Teksty, znak Unii, plakat i tablica dla tego projektu, przygotowane z tego, co o nim opublikowano. Sprawdź je, zanim ich użyjesz.
Invented = Ten projekt to zmyślony przykład, więc wszystko w tym zestawie też.
Statement = Dofinansowane przez Unię Europejską

# Duty
DutyTitle = Czego wymaga prawo
DutyPlaque = Koszt całkowity, {cost}, przekracza {threshold}. Jeżeli projekt obejmuje prace rzeczowe lub zakup sprzętu, trzeba postawić trwałą tablicę informacyjną albo billboard, gdy tylko ruszą prace lub sprzęt stanie na miejscu.
DutyElsePoster = W przeciwnym razie wystarczy co najmniej jeden plakat A3 albo wyświetlacz elektroniczny w miejscu widocznym dla wszystkich.
DutyPoster = Koszt całkowity, {cost}, nie przekracza {threshold}: wystarczy co najmniej jeden plakat A3 albo wyświetlacz elektroniczny w miejscu widocznym dla wszystkich.
DutyUnknown = Nie opublikowano funduszu lub kosztu całkowitego, więc stąd nie wiadomo, czy potrzebna jest tablica. Plakat A3 albo wyświetlacz elektroniczny potrzebny jest zawsze.
DutyOtherRules = Ten projekt należy do innego okresu programowania i obowiązują go tamte zasady. Teksty poniżej są według zasad na lata 2021–2027.
DutyEvent = Powyżej {threshold} organizuje się też wydarzenie informacyjne, na które w odpowiednim czasie zaprasza się Komisję i instytucję zarządzającą.
DutyAlways = Zawsze
DutyAlwaysText = Krótki opis na stronie internetowej i w mediach społecznościowych beneficjenta oraz informacja o wsparciu na dokumentach i materiałach dla ogółu i dla uczestników.
Source = Źródło
SourceText = Rozporządzenie (UE) 2021/1060, art. 50
SourceArticle = Rozporządzenie (UE) {law}, art. {article} ust. {paragraph} lit. {letter}
Breach = Gdy tego zabraknie
BreachText = Instytucja zarządzająca może anulować do 3% wsparcia.
AskAuthority = Instytucja zarządzająca może wymagać więcej, na przykład barw i znaków krajowych. Jej wytyczne mają pierwszeństwo.

# Texts
Website = Na stronę internetową
WebsiteHow = Umieść ten akapit obok znaku Unii tam, gdzie widać go bez szukania. Dopisuj cele i rezultaty, gdy się pojawią.
OtherLanguages = Aby mieć tekst w innym języku, zmień język u góry strony.
ParagraphWho = {who} realizuje projekt „{title}”.
ParagraphWhat = Realizowany jest projekt „{title}”.
ParagraphWhen = Okres realizacji: {span}.
ParagraphMoney = Koszt całkowity: {whole}, w tym {union} z Unii Europejskiej.
ParagraphCost = Koszt całkowity: {whole}.
ParagraphUnion = {statement} ({fund}).
FundUnknown = Fundusze Europejskie
Social = Do mediów społecznościowych
SocialHow = Wspomnij w poście o wsparciu Unii i podaj link do tej strony. Napisz ponownie, gdy będą rezultaty.
SocialText = Tekst do skopiowania
PostWhat = „{title}”.
PostMoney = {amount} z UE.

# Emblem
Emblem = Znak Unii
EmblemDownload = Pobierz znak (SVG)
EmblemSize = W druku co najmniej 1 cm wysokości; żaden inny znak na tej samej powierzchni nie jest od niego większy.
EmblemType = Informacja stoi w pełnym brzmieniu obok znaku, krojem Arial, Auto, Calibri, Garamond, Tahoma, Trebuchet, Ubuntu lub Verdana; bez kursywy, podkreśleń i efektów.
EmblemColour = Informacja jest niebieska (Reflex Blue), czarna lub biała. Na kolorowym tle znak ma białą obwódkę równą 1/25 jego wysokości.
EmblemWords = Nazwę Unia Europejska pisze się zawsze w całości; z symbolem nie łączy się żadnego innego tekstu.

# Paper
Paper = Plakat i tablica
PaperHow = To po jednej stronie A3. Otwórz ją i wydrukuj albo zapisz jako PDF dla drukarni.
Poster = Plakat A3
Plaque = Tablica
BackToKit = Wróć do zestawu
FromUnion = Z Unii Europejskiej
Whole = Koszt całkowity
RunBy = Realizuje
When = Okres realizacji

# Evidence
Evidence = Zachowaj jako dowód
Evidence1 = Zdjęcie plakatu lub tablicy
Evidence1Text = Z otoczeniem, żeby było widać, gdzie wisi, i z datą.
Evidence2 = Kopia strony internetowej
Evidence2Text = Jako PDF lub zrzut ekranu z adresem i datą; ponownie po każdej zmianie.
Evidence3 = Linki do postów
Evidence3Text = I zrzut każdego z nich, bo posty znikają.
Evidence4 = Dokumenty z informacją o wsparciu
Evidence4Text = Zaproszenia, listy obecności, zaświadczenia: po jednym z każdego rodzaju.
