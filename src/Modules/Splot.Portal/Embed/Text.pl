Found[one] = {count} projekt
Found[few] = {count} projekty
Found[many] = {count} projektów
For = dla „{words}”
MapTitle = Gdzie są projekty
AsTable = Mapa jako tabela
