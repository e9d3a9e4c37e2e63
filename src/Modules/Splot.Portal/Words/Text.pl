# Status
StatusPlanned = Planowany
StatusRunning = W realizacji
StatusFinished = Zakończony
StatusEndedEarly = Zakończony przed terminem
StatusWithdrawn = Wycofany

# Time
Since = od: {month}
Until = do: {month}

# Parts of a project
Title = Tytuł
Summary = Streszczenie
Aims = Cele
Achievements = Osiągnięcia
Start = Początek
End = Planowany koniec
ActualEnd = Rzeczywisty koniec
Status = Status
Fund = Fundusz
Programme = Program
Priority = Priorytet
Objective = Cel szczegółowy
Call = Nabór
Field = Zakres interwencji
Fields = Zakresy interwencji
Theme = Temat
Period = Okres programowania
Contracts = Numer umowy
LocalId = Numer projektu
Budget = Wartość ogółem
EuContribution = Wkład Unii Europejskiej
NationalContribution = Wkład krajowy
OwnContribution = Wkład własny
PublishedRate = Poziom dofinansowania
Slices = Finansowanie według źródeł
Beneficiary = Beneficjent
Partners = Partnerzy
Contractors = Wykonawcy
Country = Kraj
Region = Region
Locations = Miejsce realizacji
Tasks = Zadania
TargetGroups = Grupy docelowe
ExpectedResults = Oczekiwane rezultaty
Indicators = Wskaźniki
Payments = Płatności
Links = Odnośniki
SameProject = Ten sam projekt gdzie indziej

# Filters
WithoutValue = {name}: nie opublikowano
NotPublished = nie opublikowano
SearchWords = Szukane słowa
Order = Kolejność
PageSize = Liczba wyników na stronie
PageAfter = Miejsce na liście
ModifiedSince = Zmienione od
WithoutWords = Słowa pominięte
BudgetFrom = Wartość ogółem od {value}
BudgetTo = Wartość ogółem do {value}
EuFrom = Wkład Unii od {value}
EuTo = Wkład Unii do {value}
StartFrom = Początek nie wcześniej niż {value}
StartTo = Początek najpóźniej {value}
EndFrom = Koniec nie wcześniej niż {value}
EndTo = Koniec najpóźniej {value}

# Withdrawal
Disappeared = Nie ma go już na liście „{list}”, wydanie: {edition}.
