# Head
Home = Strona główna
Projects = Projekty
About = O projekcie
Whole = Wartość ogółem
FromUnion = Wkład Unii Europejskiej
Length = Czas trwania
Months[one] = {count} miesiąc
Months[few] = {count} miesiące
Months[many] = {count} miesięcy
Planned = w planie
OfTarget = z {target}
Unpublished = nie opublikowano
MapOf = Gdzie działa projekt: {places}
ShowOriginal = Pokaż tekst oryginalny
InventedNote = Ten projekt jest zmyślony. Pokazuje, jak wygląda pełny wpis; nie ma takiego projektu, takiej instytucji ani takich kwot.
Feed = Zmiany w tym projekcie
ShareOfWhole = {share} całości
Missing = Nie opublikowano

# Money
MoneyTitle = Skąd są pieniądze
Union = Unia Europejska
UnionBy = Unia Europejska, {fund}
National = Wkład krajowy
Own = Wkład własny
NationalAndOwn = Środki krajowe i własne
Rest = Pozostałe środki
Sum = Razem
AsPublished = (opublikowano jako {amount})
NoBudget = Wartości ogółem nie opublikowano.
AmountsTitle = Kwoty opublikowane i w euro
AmountName = Kwota
AmountPublished = Jak opublikowano
AmountEuro = W euro
NoRate = brak kursu
CurrencyAsPublished = Waluta według źródła: nikt jeszcze nie sprawdził, czy kwoty są rzeczywiście w tej walucie.
Rate = Przeliczono po kursie {rate} {currency} za 1 EUR.
RateMonth = Kurs za miesiąc: {month}.
RateSource = Źródło kursu: {source}.
EachConverted = Każdą kwotę przeliczono osobno, dlatego części różnią się od całości o cent.
Residual = Ostatnia część w euro to reszta całości po odjęciu pozostałych, dlatego kwoty się sumują.
RateFixed = To stały kurs ustawowy.
WithoutRate = Dla tej waluty nie ma kursu euro. Projekt nie wchodzi do sum w euro.
RatePublished = Lista podaje poziom dofinansowania {share}, bez kwot, z których dałoby się go wyliczyć.
SlicesTitle = Finansowanie według funduszu, priorytetu i kategorii regionu
SliceWhat = Fundusz
SliceRegions = Kategoria regionu

# Time
TimeTitle = Czas
NoDates = Daty rozpoczęcia nie opublikowano.

# Facts
NaturalPerson = osoba fizyczna
StatusByDates = wynika z dat
PlaceAsPublished = opublikowano jako
PrecisionPoint = dokładne miejsce
PrecisionPostcode = z dokładnością do kodu pocztowego
PrecisionSeat = siedziba beneficjenta
PrecisionSettlement = z dokładnością do miejscowości
PrecisionMunicipality = z dokładnością do gminy
PrecisionCounty = z dokładnością do powiatu
PrecisionOblast = z dokładnością do obwodu
PrecisionSubregion = z dokładnością do podregionu
PrecisionRegion = z dokładnością do regionu
PrecisionCountry = z dokładnością do kraju

# Text
TargetsTitle = Cele i to, co już jest
TargetsCaption = Wskaźniki projektu
TargetsAsOf = Wskaźniki projektu, stan na {date}
Output = wskaźnik produktu
Result = wskaźnik rezultatu
Baseline = wartość bazowa {value}
UnitPerson = osoby
UnitEntity = podmioty
UnitPlan = plany
Unnamed = bez nazwy
SummaryTitle = Co robi projekt
TasksTitle[one] = {count} zadanie
TasksTitle[few] = {count} zadania
TasksTitle[many] = {count} zadań
SharesTitle = Partnerzy i ich udziały
PartnerName = Partner
PartnerRole = Rola
PartnerShare = Udział w budżecie
PaymentDate = Data
PaymentAmount = Kwota
HistoryTitle = Historia zmian
HistoryCaption[one] = {count} zmiana opublikowanych danych
HistoryCaption[few] = {count} zmiany opublikowanych danych, od najnowszej
HistoryCaption[many] = {count} zmian opublikowanych danych, od najnowszej
NoHistory = Od pierwszej publikacji nic się nie zmieniło.
NoHistoryNext = Gdy zmieni się opublikowana wartość, pojawi się tu dawna i nowa.
WholeHistory = Cała historia
FollowChanges = Śledź zmiany kanałem Atom

# Sources
SourcesTitle = Źródła
NoSource = Źródła nie opublikowano.
SourceMain = Lista
SourceOther = Także na liście
SourceEdition = wydanie: {edition}, wczytano {read}
SourceRow = wydanie: {edition}, wiersz {row}, wczytano {read}
SameAs = Ten sam projekt w serwisie {host}
LinkWebsite = Strona projektu
LinkProgramme = Strona programu
LinkDocument = Dokument
LinkSocial = Media społecznościowe
DoTitle = Zrób coś z tą stroną
Share = Udostępnij
CiteTitle = Zacytuj
CiteAs = „{title}”, {site}, stan danych: {date}.
Download = Pobierz dane
ReportError = Zgłoś błąd w tych danych
Kit = Plakat, tablica i teksty o wsparciu Unii
OnMap = Pokaż na mapie
