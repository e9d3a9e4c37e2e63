BadRequest = Na to zapytanie nie można odpowiedzieć
NoProject = Nie ma projektu o tym identyfikatorze
NoProjectDetail = Sprawdź identyfikator albo znajdź projekt pod adresem /api/v1/projects?q=.
ProjectWithdrawn = Ten projekt nie jest już publikowany
WithdrawnWithoutReason = Instytucja, która go opublikowała, wycofała go i nie podała powodu.
NoBeneficiary = Nie ma beneficjenta o tym identyfikatorze
NoBeneficiaryDetail = Identyfikator znajdziesz w polu beneficiary projektu.
NoAddress = Pod tym adresem nic nie ma
NoAddressDetail = Projekty są pod adresem /api/v1/projects, jeden projekt pod /api/v1/projects, beneficjent pod /api/v1/beneficiaries.
TooManyRows = Skoroszyt nie pomieści tylu wierszy
TooManyRowsDetail = Zawęź wyszukiwanie albo pobierz projects.csv lub projects.ndjson: nie mają limitu.
NotReady = Wyszukiwanie jest przygotowywane
NotReadyDetail = Trwa budowa indeksu. Spróbuj ponownie za kilka sekund.
NoFile = Nie ma takiego pliku
NoFileDetail = Nazwa pliku składa się z kraju i okresu, na przykład PL-2021-2027.csv; wszystkie wymienia /data/catalog.jsonld.
