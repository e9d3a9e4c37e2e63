Projects = Projekty
About = O serwisie
OpenData = Otwarte dane i API
Accessibility = Deklaracja dostępności
ReportError = Zgłoś błąd
FindProject = Znajdź projekt
Map = Mapa
