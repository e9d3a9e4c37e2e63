NoParticipationsYet = Uczestnictwa nie można jeszcze wygenerować; pomiń opcję --participations.
BadCount = Opcja --operations to liczba całkowita od 1 do {count}.
BadSummaryWords = Średnia długość streszczenia to liczba słów od 1 do {count}.
CannotWrite = Nie można zapisać w folderze {folder}: {reason}
