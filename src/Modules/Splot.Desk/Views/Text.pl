NotSaved = Widoku nie zapisano
Back = Wróć do listy
Name = Nazwa widoku
NameMissing = Podaj nazwę widoku
Save = Zapisz
TooMany[one] = Masz już {count} zapisany widok, więcej się nie zmieści. Usuń niepotrzebny widok na jego liście i zapisz ponownie.
TooMany[few] = Masz już {count} zapisane widoki, więcej się nie zmieści. Usuń niepotrzebny widok na jego liście i zapisz ponownie.
TooMany[many] = Masz już {count} zapisanych widoków, więcej się nie zmieści. Usuń niepotrzebny widok na jego liście i zapisz ponownie.
