Title = Popraw dane
Lede = Poprzednie dane pozostają w historii, zaszyfrowane.
WhyHint = Na jakiej podstawie, na przykład dowód osobisty
