Projects = Projekty
About = O serwisie
OpenData = Otwarte dane
Coverage = Czego brakuje
Accessibility = Deklaracja dostępności
ReportError = Zgłoś błąd
FindProject = Znajdź projekt
Map = Mapa
