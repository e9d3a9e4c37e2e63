"""Powiats and gminas of Poland: TERC register, LAU list 2019, outlines of 2021."""

from collections import defaultdict

import shapes
import tables

SNAPSHOT = "2026-01-01"
DAY_BEFORE_SNAPSHOT = "2025-12-31"
TYPES = {"1": "urban", "2": "rural", "3": "urban-rural"}

COMMENT_UNITS = (
    "Powiats and gminas of Poland. Sources: GUS, TERYT register TERC, state of 2026-01-01 (free reuse with attribution); Eurostat, LAU 2019 "
    "(population and degree of urbanisation as bounded then, (c) European Union, CC BY 4.0); outlines of 2021-09 from GUGiK PRG by way of "
    "PolandGeoJson (Unlicense) for centroids and former types. A date 2026-01-01 or 2025-12-31 is that of the register's snapshot: the legal change may be earlier. "
    "Collected 2026-11-21."
)
COMMENT_RELATIONS = (
    "Splits, merges and changes of type of Polish gminas. Changes of type: outlines of 2021-09 compared with TERC of 2026-01-01, dated by the snapshot. "
    "Rows with verified = no are general knowledge, to be checked. Collected 2026-11-21."
)

# Gminas whose parts or neighbours changed; TERC and the LAU list show that they came or went, not from or to whom.
KNOWN = (
    ("split", "3203042", "3203023", "2019-01-01", "no", "Act of 5 July 2018 on the gmina Ostrowice"),
    ("split", "3203042", "3203063", "2019-01-01", "no", "Act of 5 July 2018 on the gmina Ostrowice"),
    ("split", "1207052", "1207132", SNAPSHOT, "no", "TERC of 2026-01-01 shows the new gmina"),
    ("split", "2002093", "2002162", SNAPSHOT, "no", "TERC of 2026-01-01 shows the new gmina"),
)


def read(source):
    folder = source / "territory-pl"
    register = tables.rows(folder / "TERC_Adresowy_2026-02-16.csv", ";")
    lau = {row["lau_code"][4:6] + row["lau_code"][-4:]: row for row in tables.rows(source / "nuts-lau" / "lau2019_pl.csv")}
    outlines = shapes.read(folder / "poland.municipalities.geojson")
    counties = shapes.read(folder / "poland.counties.geojson")
    former = {code[:6]: code for code in outlines}
    names_2021 = {code: name for code, name in read_names(folder / "poland.municipalities.geojson")}

    region = {code[:4]: row["code_2016"] for code, row in lau.items()}
    population = defaultdict(int)
    for code, row in lau.items():
        population[code[:4]] += int(row["population"])

    powiats, gminas, relations = [], [], list(KNOWN)
    for row in register:
        if row["POW"] and not row["GMI"]:
            code = row["WOJ"] + row["POW"]
            powiats.append({
                "kind": "powiat", "code": code, "parent": region[code],
                "type": "land" if row["NAZWA_DOD"] == "powiat" else "city", "lang": "pl", "national": row["NAZWA"],
                "population": population[code], **shapes.cells(counties[code]),
            })
    for six, kind, name in present(register, lau):
        code = six + kind
        known = lau.get(six)
        record = {
            "kind": "lau", "code": code, "parent": six[:4], "type": TYPES[kind], "lang": "pl", "national": name,
            "aliases": ";".join(sorted({other for other in (
                known and known["lau_name_national"], names_2021.get(former.get(six, ""))) if other and other != name})),
            "population": known and known["population"], "degurba": known and known["degurba"],
            **shapes.cells(outlines.get(former.get(six, ""))),
        }
        if six not in former:
            record["from"] = SNAPSHOT
        elif former[six] != code:
            record["from"] = SNAPSHOT
            gminas.append({**record, "code": former[six], "from": "", "to": DAY_BEFORE_SNAPSHOT, "type": TYPES[former[six][6]],
                           "national": names_2021[former[six]], "aliases": ""})
            relations.append(("type-change", former[six], code, SNAPSHOT, "yes", "GUGiK PRG 2021-09 and TERC 2026-01-01"))
        gminas.append(record)
    gone = lau["320304"]
    gminas.append({
        "kind": "lau", "code": "3203042", "parent": "3203", "to": "2018-12-31", "type": "rural", "lang": "pl", "national": gone["lau_name_national"],
        "population": gone["population"], "degurba": gone["degurba"],
    })
    powiat_shapes = {powiat["code"]: counties[powiat["code"]] for powiat in powiats}
    return {"powiats": powiats, "gminas": gminas, "relations": relations, "shapes": powiat_shapes,
            "population": {powiat["code"]: powiat["population"] for powiat in powiats}, "region": region}


def read_names(path):
    import json
    with open(path, encoding="utf-8") as file:
        return [(feature["properties"]["terc"], feature["properties"]["name"]) for feature in json.load(file)["features"]]


def present(register, lau):
    """Six digits, type and name of every gmina. The address edition lists mixed gminas by their parts and five cities by districts only."""
    gminas = {}
    for row in register:
        six = row["WOJ"] + row["POW"] + row["GMI"]
        if row["RODZ"] in ("1", "2"):
            gminas[six] = (row["RODZ"], row["NAZWA"])
        elif row["RODZ"] == "4":
            gminas[six] = ("3", row["NAZWA"])
        elif row["RODZ"] in ("8", "9"):
            city = six[:4] + "01"
            gminas[city] = ("1", lau[city]["lau_name_national"])
    return [(six, kind, name) for six, (kind, name) in sorted(gminas.items())]


def write(target, data):
    records = sorted(data["powiats"] + data["gminas"], key=lambda unit: (unit["code"], unit.get("from", "")))
    tables.write(target / "units-pl.tsv", COMMENT_UNITS, tables.UNIT_COLUMNS, records)
    relations = [dict(zip(tables.RELATION_COLUMNS, relation)) for relation in sorted(data["relations"])]
    tables.write(target / "relations-pl.tsv", COMMENT_RELATIONS, tables.RELATION_COLUMNS, relations)
