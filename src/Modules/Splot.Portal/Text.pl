Projects = Projekty
About = O serwisie
OpenData = Otwarte dane i API
Coverage = Czego brakuje
