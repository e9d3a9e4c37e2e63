# What a map shows
MeasureProjects = Projekty
MeasureEu = Wkład Unii Europejskiej
MeasurePerInhabitant = Wkład Unii na mieszkańca
PerInhabitantShort = na mieszkańca
InMillions = mln euro
LaidByRule = Jeden kwadrat to jedno miejsce; kwadraty leżą mniej więcej tam, gdzie te miejsca.
ProjectsIn[one] = {count} projekt
ProjectsIn[few] = {count} projekty
ProjectsIn[many] = {count} projektów
Place = Miejsce

# Kinds of places
KindCountry = Kraj
KindVoivodeship = Województwo
KindOblast = Obwód (oblast)
KindNuts = Region NUTS {level}
KindPowiat = Powiat
KindGmina = Gmina
KindObshtina = Gmina (obsztina)
KindMunicipality = Gmina
KindSettlement = Miejscowość

# What lies in a place
Voivodeships = Województwa
Oblasti = Obwody
Powiats = Powiaty
Gminas = Gminy
Municipalities = Gminy
Settlements = Miejscowości
Regions = Regiony
