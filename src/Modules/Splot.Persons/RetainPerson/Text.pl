Title = Okres przechowywania i wstrzymanie usunięcia
Until = Przechowywać do
UntilHint = Ostatni dzień; zostaw puste, jeśli jeszcze nie wiadomo
Hold = Nie usuwać bez względu na datę
HoldHint = Gdy danych wymaga sąd, kontrola lub spór
