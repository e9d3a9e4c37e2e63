Title = Czy to Ty?
Why = Następny krok dotyczy kont lub danych innych osób. Potwierdź świeżym kodem, że to Ty; wystarczy na dziesięć minut.
Code = Kod
CodeHint = Sześć cyfr, które aplikacja pokazuje teraz, albo jeden z kodów zapasowych
CodeMissing = Wpisz kod
CodeRefused = Kod jest błędny lub był już użyty. Poczekaj na następny i wpisz go.
GoOn = Dalej
