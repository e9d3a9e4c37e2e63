Title = Pobierz listę osób
Lede = W pliku są osoby i kolumny, które pokazuje lista. Pobranie z powodem trafia do rejestru przy każdej z tych osób.
WhyHint = Czyta go inspektor ochrony danych, a na wniosek także sama osoba
Format = Plik
ChooseFormat = Wybierz rodzaj pliku
Go = Pobierz
