# Rama każdej strony
SkipToContent = Przejdź do treści
MainNavigation = Główna
Menu = Menu
LanguageLabel = Język
HomePage = strona główna
Breadcrumb = Ścieżka nawigacji
CoFunded = Współfinansowane przez Unię Europejską
Disclaimer = Splot to publiczna infrastruktura o otwartym kodzie. Treści wyrażają poglądy autorów; Unia Europejska nie ponosi za nie odpowiedzialności.

# Wyszukiwanie i listy
Search = Szukaj
ActiveFilters = Wybrane filtry. Kliknij filtr, żeby go usunąć
RemoveFilter = Usuń:
ClearAll = Usuń wszystkie
PagesOfResults = Strony wyników
Invented = Przykład zmyślony
NotPublished = nie opublikowano

# Skąd pochodzi tekst
OriginOriginal = Tekst oryginalny {language}.
OriginHuman = Przetłumaczył człowiek {language}.
OriginMachine = Przetłumaczono maszynowo {language}.
InEnglish = po angielsku
InPolish = po polsku
InBulgarian = po bułgarsku
InOther = w innym języku ({code})
FromEnglish = z angielskiego
FromPolish = z polskiego
FromBulgarian = z bułgarskiego
FromOther = z innego języka ({code})


# Formularze
ErrorPrefix = Błąd
ErrorSummaryTitle[one] = Popraw {count} pole, żeby przejść dalej
ErrorSummaryTitle[few] = Popraw {count} pola, żeby przejść dalej
ErrorSummaryTitle[many] = Popraw {count} pól, żeby przejść dalej
Success = Gotowe
Important = Ważne
Warning = Uwaga
Back = Wstecz
Day = Dzień
Month = Miesiąc
Year = Rok
TextTooLong = Skróć tekst do {longest} znaków; ma ich {length}
NumberUnreadable = Wpisz liczbę, na przykład 1200,50
NumberUnreadableWhole = Wpisz liczbę całkowitą, na przykład 1200
NumberAmbiguous = „{typed}” można odczytać na dwa sposoby. Wpisz liczbę bez znaków między tysiącami
NumberWhole = Wpisz liczbę całkowitą, bez miejsc po przecinku
NumberDecimals[one] = Wpisz liczbę z najwyżej {count} miejscem po przecinku
NumberDecimals[few] = Wpisz liczbę z najwyżej {count} miejscami po przecinku
NumberDecimals[many] = Wpisz liczbę z najwyżej {count} miejscami po przecinku
NumberNegative = Wpisz liczbę nie mniejszą od zera
NumberTooLarge = Ta liczba jest za duża. Sprawdź, czy nie ma zbędnych cyfr
DateUnreadable = Wpisz datę, na przykład 31.12.2026
DateIncomplete = Wpisz dzień, miesiąc i rok
DateNoSuchMonth = Podaj istniejącą datę: miesiące mają numery od 1 do 12
DateNoSuchDay = Podaj istniejącą datę: {month} ma {days} dni
ChooseFromList = Wybierz jedną z pokazanych możliwości

# Fakty i wykresy
ShowResults = Pokaż wyniki
DataAsTable = Dane w tabeli
HistoryDate = Data
HistoryWhat = Co się zmieniło
HistoryBefore = Było
HistoryAfter = Jest
HistoryBy = Kto opublikował
HistoryNothing = brak
TimeToday = dziś, {share} czasu
TimeRunning = Trwa od {start} do {end}. Do {today} minęło {share} czasu.
TimeAhead = Zacznie się {start} i potrwa do {end}.
TimeOver = Trwał od {start} do {end} i się zakończył.
TimeOpen = Od {start}. Daty zakończenia nie opublikowano.
TargetName = Wskaźnik
TargetAchieved = Jest
TargetGoal = Cel
TargetProgress = Postęp
TargetShare = {share} celu
TargetAhead = {share} celu, powyżej tempa
TargetOnTime = {share} celu, zgodnie z planem
TargetBehind = {share} celu, poniżej tempa
TargetKey = Ciemna kreska na pasku: ile czasu projektu już minęło.

# Druk
PrintPreview = Podgląd wydruku
PrintHow = Naciśnij Ctrl+P, żeby wydrukować.

# Błędy
ErrorNumber = Jeśli do nas napiszesz, podaj ten numer:
ErrorHome = Strona główna
Error400Title = Nie można odczytać tego adresu
Error400Advice = Jest w nim wartość, której nie znamy. Popraw adres albo zacznij od strony głównej.
Error401Title = Sesja wygasła
Error401Advice = Niczego nie zapisano. Zaloguj się ponownie w innej karcie, wróć tutaj, cofnij się o jedną stronę i wyślij jeszcze raz: to, co wpisano, nadal tam jest.
SignInBeside = Zaloguj się w innej karcie
HandedBack = Niczego nie zapisano i nic nie przepadło: ta strona ma to, co wpisano. Zaloguj się ponownie w innej karcie, wróć tutaj i wyślij jeszcze raz. Hasła, kody i pliki trzeba będzie podać ponownie.
SendOnceMore = Wyślij jeszcze raz
ErrorProveTitle = Potwierdź jeszcze raz, że to Ty
ErrorProveAdvice = Niczego nie zapisano: ten krok wymaga potwierdzenia z ostatnich dziesięciu minut. Potwierdź w innej karcie, że to Ty, wróć tutaj, cofnij się o jedną stronę i wyślij jeszcze raz: to, co wpisano, nadal tam jest.
ProveBeside = Potwierdź w innej karcie
ErrorNotYoursTitle = Ta strona nie jest dla Ciebie dostępna
ErrorNotYoursAdvice = Twoja rola jej nie obejmuje. Jeśli potrzebujesz jej w pracy, zwróć się do osoby, która prowadzi konta w Twojej organizacji.
Error403Title = To nie zostało wysłane z naszej strony
Error403Advice = Otwórz ponownie stronę w tym serwisie i wyślij z niej. Nic nie zostało zmienione.
Error404Title = Nie ma takiej strony
Error404Advice = Sprawdź adres albo zacznij od strony głównej.
Error405Title = Ten adres nie przyjmuje takich zapytań
Error405Advice = Otwórz go z odnośnika albo zacznij od strony głównej.
Error410Title = Ta strona została wycofana
Error410Advice = Była tutaj, ale wycofał ją ten, kto ją opublikował.
Error413Title = To za dużo, by wysłać naraz
Error413Advice = Skróć treść i wyślij ją ponownie. Nic nie zostało zmienione.
Error429Title = Za dużo zapytań naraz
Error429Advice = Poczekaj chwilę i otwórz stronę jeszcze raz.
ErrorDeskHome = Moja praca
Error400DeskAdvice = Jest w nim wartość, której nie znamy. Popraw adres albo zacznij od swojej pracy.
Error404DeskAdvice = Albo jej nie ma, albo nie jest dla Ciebie otwarta. Sprawdź adres albo zacznij od swojej pracy.
Error405DeskAdvice = Otwórz go z odnośnika albo zacznij od swojej pracy.
OutdatedTitle = Ta strona była otwarta zbyt długo
OutdatedKept = Nic nie zapisano i nic nie przepadło: ta strona zawiera to, co wpisano. Wyślij to jeszcze raz. O hasła i kody zapytamy ponownie.
OutdatedLost = Nic nie zapisano. Wróć do poprzedniej strony: to, co wpisano, nadal tam jest. Skopiuj to, otwórz stronę na nowo i wyślij z niej.
Error500Title = Coś nie działa po naszej stronie
Error500Advice = Zapisaliśmy ten błąd. Spróbuj ponownie za chwilę.

# Islands and frames
Suggestions = Podpowiedzi
PointsFailed = Nie udało się otworzyć mapy. To samo pokazuje tabela.
OpenIn = Otwórz w serwisie {name}
PrintA3 = Drukuj na A3 bez skalowania. Drukarnia przyjmie tę samą stronę jako PDF.
Desk = Pulpit
SignOut = Wyloguj
LinkGoneTitle = Ten link już nie działa
LinkGoneWhy = Został użyty, cofnięty albo jest za stary. Poproś nadawcę o nowy, a jeśli masz konto, zaloguj się.
LinkGoneSignIn = Zaloguj się

# Lists and longer forms of the desk
ListStates = Stany
Filters = Filtry
Any = wszystkie
Columns = Kolumny
ColumnsShown = Widoczne kolumny
Show = Pokaż
TickNone = Odznacz wszystkie
TickPage = Zaznacz wszystkie na tej stronie
Tick = Zaznacz: {name}
NothingFits = Nic nie pasuje do tych filtrów
FiltersUnreadable = Tego, czego nie można odczytać, lista nie uwzględnia:
PagesOf = Strony listy: {list}
FirstPage = Wróć na początek
Next = Następne
Download = Pobierz:
DownloadWithReason = Pobierz listę, z podaniem powodu
SavedViews = Zapisane widoki
ViewName = Nazwa widoku
ViewNameHint = Pod tą nazwą zapiszą się obecne filtry, kolejność i kolumny.
SaveView = Zapisz widok
RemoveView = Usuń widok „{name}”
ListCount = {list}: {total}
StepsOf = Kroki formularza: {form}
StepNumber = Krok {number} z {pages}
StepDone = (gotowe)
DraftKept = Szkic zapisano: {when}. Możesz przerwać i wrócić.
SaveAndGoOn = Zapisz i przejdź dalej
SaveAndLeave = Zapisz i wróć później
CheckAnswers = Sprawdź odpowiedzi
Change = Zmień
NoAnswer = nie podano
FindOnDesk = Nazwisko, numer
Find = Szukaj
ErrorSummaryProblem = Wystąpił problem
