# Co import organizacji mówi o plikach i wierszach
NoHeader = Nie znaleziono wiersza nagłówka, który wskazuje organizacje (nazwa albo numer i co najmniej jeszcze jedna znana kolumna). Sprawdź, czy to lista organizacji, albo nazwij kolumny w pliku mapowania.
MappingColumnMissing = Mapowanie wymienia kolumnę, której w liście nie ma.
ColumnTwice = Pole „{field}” jest też w innej kolumnie; użyto pierwszej.
TooManyRows = Lista ma więcej niż {count} wierszy. Podziel ją.
NoRows = Lista ma nagłówek i żadnego wiersza pod nim.
NoOrganisations = Nie udało się przyjąć żadnego wiersza, więc nic się nie zmieniło.
KindMissing = Wiersz nie mówi, jaki to rodzaj organizacji. Dodaj taką kolumnę albo wybierz rodzaj dla całej listy.
NamesNothing = Wiersz nie wskazuje organizacji: nie ma nazwy ani znanego numeru.
RowTwice = Wiersz {row} wskazuje tę samą organizację; ten pominięto.
NameAmbiguous = Kilka organizacji ma tę nazwę w tym miejscu. Dodaj numer, który je rozróżni.
NumbersContradict = Numery w tym wierszu należą do różnych organizacji.
OrganisationEnded = Organizacja o tym numerze zakończyła działalność ({name}). Jeśli to pomyłka, przywróć ją.
DateUnreadable = To nie jest data; pominięto ją.
NameFormer = Organizacja miała tę nazwę dawniej, dziś nazywa się {name}; nazwy nie zmieniono.
NameChanged = Organizacja nazywała się dotąd {name}; dostaje nazwę z tego wiersza.
ChangedMeanwhile = Ktoś zmienił tę organizację podczas czytania listy. Zaimportuj listę jeszcze raz.
