Title = Znaleziono
Lede = Wpisz powyżej nazwisko, nazwę, numer albo słowo. Znajdziesz tylko to, co wolno Ci zobaczyć.
Nothing = Nic nie znaleziono dla „{text}”
NothingNext = Sprawdź pisownię albo wpisz krótszy fragment. Tego, czego nie wolno Ci zobaczyć, nie da się znaleźć.
More = Jest ich więcej. Wpisz dłuższy fragment.
