"""Obshtini and settlements (EKATTE) of Bulgaria: the geography tables of ISUN 2020 and the LAU list 2019."""

from collections import defaultdict

import tables

TYPES = {"гр": "town", "с": "village"}

COMMENT_UNITS = (
    "Obshtini of Bulgaria. Sources: ISUN 2020 geography tables, Council of Ministers of Bulgaria (EUPL-1.2), state of 2022-08; Eurostat, LAU 2019 "
    "(codes, population, degree of urbanisation; (c) European Union, CC BY 4.0). The alias of four digits is the number of the national statistical institute. Collected 2026-11-21."
)
COMMENT_SETTLEMENTS = (
    "Settlements of Bulgaria by EKATTE. Source: ISUN 2020 geography tables, Council of Ministers of Bulgaria (EUPL-1.2), state of 2022-08. Collected 2026-11-21."
)

# The register names these three otherwise in its two languages; the law's own names, the others as aliases.
NAMES = {
    "DOB15": ("Добричка", "", ["Добрич-селска", "Dobrich-selska"]),
    "DOB28": ("Добрич", "Dobrich", ["Добрич-град"]),
    "SOF46": ("Столична", "Stolichna", ["Столична община", "Sofia Cap."]),
}


def read(source):
    folder = source / "territory-bg"
    districts = {row["DistrictId"]: row for row in tables.rows(folder / "bg_districts.csv")}
    lau = {(row["code_2016"], row["lau_code"][-2:]): row for row in tables.rows(source / "nuts-lau" / "lau2019_bg.csv")}
    municipalities, codes, population, oblast = [], {}, defaultdict(int), {}
    for row in tables.rows(folder / "bg_municipalities.csv"):
        region = districts[row["DistrictId"]]["NutsCode"]
        known = lau[(region, row["LauCode"][2:])]
        code = known["lau_code"]
        national, latin, others = NAMES.get(code, (row["Name"], row["NameAlt"], []))
        codes[row["MunicipalityId"]] = code
        population[region] += int(known["population"])
        oblast[region] = (code[:3], row["LauCode"][:2])
        municipalities.append({
            "kind": "lau", "code": code, "parent": region, "type": "obshtina", "lang": "bg", "national": national, "latin": latin,
            "aliases": ";".join([row["LauCode"]] + others), "population": known["population"], "degurba": known["degurba"],
        })
    settlements = []
    for row in tables.rows(folder / "bg_settlements.csv"):
        prefix, dot, name = row["Name"].partition(".")
        settlements.append({
            "kind": "settlement", "code": row["LauCode"], "parent": codes[row["MunicipalityId"]],
            "type": TYPES[prefix] if dot else "other", "lang": "bg", "national": name if dot else row["Name"], "latin": row["NameAlt"],
        })
    names = {}
    for table, column in (("bg_nuts1.csv", "NutsCode"), ("bg_nuts2.csv", "NutsCode")):
        for row in tables.rows(folder / table):
            names[row[column]] = row["NameAlt"].rsplit(" (", 1)[0]
    return {"municipalities": municipalities, "settlements": settlements, "population": population, "oblast": oblast, "english": names}


def write(target, data):
    by_code = lambda unit: unit["code"]
    tables.write(target / "units-bg.tsv", COMMENT_UNITS, tables.UNIT_COLUMNS, sorted(data["municipalities"], key=by_code))
    tables.write(target / "settlements-bg.tsv", COMMENT_SETTLEMENTS, tables.UNIT_COLUMNS, sorted(data["settlements"], key=by_code))
