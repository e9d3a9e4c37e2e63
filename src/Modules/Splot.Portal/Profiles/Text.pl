# Years
MostInYear = Najwięcej pieniędzy z Unii mają projekty rozpoczęte w {year} r.: {amount}
MostStartIn[one] = Najwięcej projektów rozpoczęto w {year} r.: {count}
MostStartIn[few] = Najwięcej projektów rozpoczęto w {year} r.: {count}
MostStartIn[many] = Najwięcej projektów rozpoczęto w {year} r.: {count}
YearsProjects = Projekty według roku rozpoczęcia
YearsThousands = Wkład Unii według roku rozpoczęcia projektów, tys. euro
YearsMillions = Wkład Unii według roku rozpoczęcia projektów, mln euro
YearsBillions = Wkład Unii według roku rozpoczęcia projektów, mld euro
YearUnfinished = * Ten rok jeszcze trwa: projektów może przybyć.
YearsBefore[one] = {count} projekt zaczął się przed {year} r.
YearsBefore[few] = {count} projekty zaczęły się przed {year} r.
YearsBefore[many] = {count} projektów zaczęło się przed {year} r.
YearsTable = Wkład Unii i liczba projektów według roku rozpoczęcia
Year = Rok
Projects = Projekty
EuMoney = Wkład Unii
ProjectsIn[one] = {count} projekt
ProjectsIn[few] = {count} projekty
ProjectsIn[many] = {count} projektów

# Shares
SharesMoney = Wkład Unii i jego udział w całości
SharesProjects = Projekty
MostGoesTo = {title}. Najwięcej: {name}
CountsInEach = Projekt o kilku wartościach liczy się w całości przy każdej, więc udziały mogą razem przekraczać całość.

# Projects and organisations
LargestTitle = Największe projekty
Project = Projekt
Whole = Wartość ogółem
NotPublished = nie opublikowano
AllOf[one] = Ten projekt na liście
AllOf[few] = Wszystkie {count} projekty
AllOf[many] = Wszystkie {count} projektów
BeneficiariesTitle = Kto prowadzi najwięcej projektów
InventedAmong[one] = Liczby obejmują {count} zmyślony przykład; jest wszędzie oznaczony.
InventedAmong[few] = Liczby obejmują {count} zmyślone przykłady; są wszędzie oznaczone.
InventedAmong[many] = Liczby obejmują {count} zmyślonych przykładów; są wszędzie oznaczone.
WithoutEuro[one] = Sumy nie obejmują {count} projektu bez kwoty w euro.
WithoutEuro[few] = Sumy nie obejmują {count} projektów bez kwoty w euro.
WithoutEuro[many] = Sumy nie obejmują {count} projektów bez kwoty w euro.

# Tables and maps
EuShare = Udział Unii
WhereTitle = Gdzie realizuje się projekty
WhereLabel = Wkład Unii według regionu: {country}
AsTable = Dane w tabeli
Unplaced[one] = {count} projekt nie podaje regionu
Unplaced[few] = {count} projekty nie podają regionu
Unplaced[many] = {count} projektów nie podaje regionu
