Found[one] = {count} projekt
Found[few] = {count} projekty
Found[many] = {count} projektów
For = dla „{words}”
EuMoney = Wkład Unii Europejskiej:
MapTitle = Gdzie są projekty
AsTable = Mapa jako tabela
