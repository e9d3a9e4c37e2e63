# Rama każdej strony
SkipToContent = Przejdź do treści
MainNavigation = Główne
Menu = Menu
LanguageLabel = Język
HomePage = {site}, strona główna
Breadcrumb = Ścieżka
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

