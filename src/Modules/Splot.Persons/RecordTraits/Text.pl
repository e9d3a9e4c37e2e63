Title = Dane szczególnych kategorii
Lede = Pytaj tylko o to, co potrzebne. Osoba może odmówić odpowiedzi; odmowa jest odpowiedzią i nie pociąga za sobą konsekwencji.
