NoParticipationsYet = Uczestnictwa nie można jeszcze wygenerować; pomiń opcję --participations.
BadCount = Opcja --operations to liczba całkowita od 1 do {count}.
BadSummaryWords = Średnia długość streszczenia to liczba słów od 1 do {count}.
NoFolder = --out musi wskazywać folder; {folder} to plik.
