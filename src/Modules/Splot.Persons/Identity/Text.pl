BirthHint = Na przykład 15 6 1980
SexHint = Zgodnie z dokumentem tożsamości
AsWritten = Taki numer widnieje w dokumencie, choć nie może być poprawny
NumberWrong = Numer nie może być poprawny. Sprawdź cyfry albo zaznacz, że tak jest w dokumencie.
BirthToCome = Data urodzenia jeszcze nie nadeszła. Sprawdź ją.
NobodyNamed = Wpisz imię, nazwisko lub numer
