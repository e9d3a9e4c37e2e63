"""Countries and NUTS regions of the versions 2013 to 2024."""

from collections import defaultdict

import shapes
import tables

COMMENT_UNITS = (
    "Countries and NUTS regions, versions 2013, 2016, 2021 and 2024. Sources: Eurostat GISCO, NUTS 2024 codes and names; Eurostat, valid NUTS codes by version "
    "((c) European Union, CC BY 4.0), both by way of rOpenGov; iso-codes 4.15 for names of countries in en, pl, bg (LGPL-2.1-or-later) and Polish names of oblasti; "
    "ISUN 2020 for English names in Bulgaria (EUPL-1.2); populations are sums of the LAU list 2019. Codes that ended before 2024 have no name in these sources; "
    "names of UK NUTS 1 and of Poland before 2018 are general knowledge; so are the Bulgarian names of voivodeships and the places of Bulgarian "
    "provinces, which are those of their seats, rounded. "
    "Collected 2026-11-21."
)
COMMENT_RELATIONS = (
    "Successors of NUTS codes of Poland when version 2016 replaced 2013. General knowledge, to be checked against the Eurostat correspondence table; hence verified = no. "
    "recode: same territory; redrawn: other borders. Collected 2026-11-21."
)

VERSIONS = ("2013", "2016", "2021", "2024")
FIRST_DAY = {"2013": "2015-01-01", "2016": "2018-01-01", "2021": "2021-01-01", "2024": "2024-01-01"}
LAST_DAY = {"2013": "2017-12-31", "2016": "2020-12-31", "2021": "2023-12-31"}
KINDS = ("country", "nuts1", "nuts2", "nuts3")
ISO = {"EL": "GR", "UK": "GB"}
# Countries where every region's national name is in one language; others (BE, CH, CY, FI, LU, BA, XK, IE, MT) stay undetermined.
LANGUAGES = {
    "AL": "sq", "AT": "de", "BG": "bg", "CZ": "cs", "DE": "de", "DK": "da", "EE": "et", "EL": "el", "FR": "fr", "HR": "hr", "HU": "hu",
    "IS": "is", "IT": "it", "LI": "de", "LT": "lt", "LV": "lv", "ME": "cnr", "MK": "mk", "NL": "nl", "NO": "no", "PL": "pl", "PT": "pt",
    "RO": "ro", "RS": "sr", "SE": "sv", "SI": "sl", "SK": "sk", "TR": "tr", "UA": "uk", "UK": "en",
}
UK_NAMES = {
    "UK": "United Kingdom", "UKC": "North East (England)", "UKD": "North West (England)", "UKE": "Yorkshire and the Humber",
    "UKF": "East Midlands (England)", "UKG": "West Midlands (England)", "UKH": "East of England", "UKI": "London",
    "UKJ": "South East (England)", "UKK": "South West (England)", "UKL": "Wales", "UKM": "Scotland", "UKN": "Northern Ireland",
}
ALIASES = {
    "EL": ["GR"], "UK": ["GB", "Great Britain", "England"], "PL": ["Rzeczpospolita Polska"], "BG": ["Република България", "Republic of Bulgaria"],
    "PL9": ["Mazowieckie"], "BG411": ["София-Град", "София град", "Sofia cap."], "BG412": ["София-Област", "Софийска", "София област"],
}
KOSOVO = {"en": "Kosovo", "pl": "Kosowo", "bg": "Косово"}
# The translation in iso-codes is misspelt.
POLISH_CORRECTIONS = {"Grabrowo": "Gabrowo"}
# Codes of version 2016 that do not begin with the code of the region above them.
PARENTS = {f"UKN1{number}": "UKN0" for number in range(7)}
# No outlines of Bulgaria with an open licence were found: a province is placed where its seat lies, the one around the capital east of it.
SEATS = {
    "BG311": (43.99, 22.88), "BG312": (43.41, 23.23), "BG313": (43.20, 23.55), "BG314": (43.42, 24.62), "BG315": (43.14, 24.72), "BG321": (43.08, 25.63),
    "BG322": (42.87, 25.32), "BG323": (43.85, 25.96), "BG324": (43.53, 26.52), "BG325": (44.12, 27.26), "BG331": (43.21, 27.91), "BG332": (43.57, 27.83),
    "BG333": (43.27, 26.93), "BG334": (43.25, 26.57), "BG341": (42.50, 27.47), "BG342": (42.68, 26.33), "BG343": (42.48, 26.51), "BG344": (42.43, 25.63),
    "BG411": (42.70, 23.32), "BG412": (42.75, 23.90), "BG413": (42.02, 23.10), "BG414": (42.61, 23.03), "BG415": (42.28, 22.69), "BG421": (42.14, 24.75),
    "BG422": (41.93, 25.56), "BG423": (42.19, 24.33), "BG424": (41.58, 24.70), "BG425": (41.65, 25.37),
}
# Bulgarian names of voivodeships, by the Polish ones; they follow the established adjectives.
BULGARIAN_VOIVODESHIPS = {
    "Dolnośląskie": "Долносилезко", "Kujawsko-pomorskie": "Куявско-Поморско", "Lubelskie": "Люблинско", "Lubuskie": "Любушко",
    "Łódzkie": "Лодзко", "Małopolskie": "Малополско", "Mazowieckie": "Мазовецко", "Opolskie": "Ополско",
    "Podkarpackie": "Подкарпатско", "Podlaskie": "Подляско", "Pomorskie": "Поморско", "Śląskie": "Силезко",
    "Świętokrzyskie": "Швентокшиско", "Warmińsko-mazurskie": "Варминско-Мазурско", "Wielkopolskie": "Великополско", "Zachodniopomorskie": "Западнопоморско",
}
# Polish NUTS codes of version 2013 -> successors in 2016; one successor means the same territory.
POLAND_2013 = {
    "PL1": ("Region centralny", ["PL7", "PL9"]), "PL3": ("Region wschodni", ["PL7", "PL8"]),
    "PL11": ("Łódzkie", ["PL71"]), "PL113": ("Miasto Łódź", ["PL711"]), "PL114": ("Łódzki", ["PL712"]), "PL115": ("Piotrkowski", ["PL713"]),
    "PL116": ("Sieradzki", ["PL714"]), "PL117": ("Skierniewicki", ["PL715"]),
    "PL12": ("Mazowieckie", ["PL9"]), "PL127": ("Miasto Warszawa", ["PL911"]), "PL128": ("Radomski", ["PL921"]),
    "PL129": ("Warszawski wschodni", ["PL912"]), "PL12A": ("Warszawski zachodni", ["PL913", "PL926"]),
    "PL31": ("Lubelskie", ["PL81"]), "PL311": ("Bialski", ["PL811"]), "PL312": ("Chełmsko-zamojski", ["PL812"]),
    "PL314": ("Lubelski", ["PL814"]), "PL315": ("Puławski", ["PL815"]),
    "PL32": ("Podkarpackie", ["PL82"]), "PL323": ("Krośnieński", ["PL821"]), "PL324": ("Przemyski", ["PL822"]),
    "PL325": ("Rzeszowski", ["PL823"]), "PL326": ("Tarnobrzeski", ["PL824"]),
    "PL33": ("Świętokrzyskie", ["PL72"]), "PL331": ("Kielecki", ["PL721"]), "PL332": ("Sandomiersko-jędrzejowski", ["PL722"]),
    "PL34": ("Podlaskie", ["PL84"]), "PL343": ("Białostocki", ["PL841"]), "PL344": ("Łomżyński", ["PL842"]), "PL345": ("Suwalski", ["PL843"]),
}


def write(source, target, polish, bulgarian):
    current = {row["NUTS_ID"]: row for row in tables.rows(source / "nuts-lau" / "nuts2024_codes.csv")}
    editions = defaultdict(set)
    for row in tables.rows(source / "nuts-lau" / "all_valid_nuts_codes.csv"):
        # The list writes "(part)" behind a code that a correspondence splits; the code itself is meant.
        editions[row["geo"].removesuffix(" (part)")].add(row["nuts"].removeprefix("code_"))
    for code in current:
        editions[code].add("2024")
    countries_in = defaultdict(set)
    for code, found in editions.items():
        countries_in[code[:2]] |= found
    countries = {row["alpha2"]: row for row in tables.rows(source / "iso" / "iso_3166-1_en_pl_bg.csv")}
    polish_names = polish_oblasts(source)
    populations = sums(polish, bulgarian)
    outlines = centroids(polish)

    records = []
    for code in sorted(editions):
        versions = [version for version in VERSIONS if version in editions[code]]
        if not versions:
            continue
        extra = "Z" in code[2:3]
        if extra and "2024" not in versions and code[:2] != "UK":
            versions.append("2024")
        row = current.get(code, {})
        country = code[:2]
        national = clean(row.get("NUTS_NAME")) or UK_NAMES.get(code) or POLAND_2013.get(code, ("",))[0] or ("Extra-Regio" if extra else "")
        latin = clean(row.get("NAME_LATN"))
        record = {
            "kind": KINDS[len(code) - 2], "code": code, "parent": PARENTS.get(code, code[:-1] if len(code) > 2 else ""),
            "from": first_day(versions, editions[code], countries_in[country], code), "to": "" if len(code) == 2 else LAST_DAY.get(versions[-1], ""),
            "versions": " ".join(versions), "lang": ("en" if extra else LANGUAGES.get(country, "und")) if national else "",
            "national": national, "latin": latin if latin != national else "",
            "en": bulgarian["english"].get(code, "") if not extra else "", "pl": polish_names.get(code, ""),
            "bg": bulgarian_voivodeship(code, national),
            "aliases": ";".join(aliases(code, bulgarian)), "population": populations.get(code), **shapes.cells(outlines.get(code) or ((0, *SEATS[code]) if code in SEATS else None)),
        }
        if len(code) == 2:
            names = countries.get(ISO.get(code, code), KOSOVO)
            record.update(en=names["en"], pl=names["pl"], bg=names["bg"])
        records.append(record)
    tables.write(target / "units-nuts.tsv", COMMENT_UNITS, tables.UNIT_COLUMNS, records)

    relations = [
        {"relation": "recode" if len(successors) == 1 else "redrawn", "predecessor": code, "successor": successor, "on": FIRST_DAY["2016"],
         "verified": "no", "source": "NUTS 2016"}
        for code, (_, successors) in sorted(POLAND_2013.items()) for successor in successors
    ]
    tables.write(target / "relations-nuts.tsv", COMMENT_RELATIONS, tables.RELATION_COLUMNS, relations)


def clean(name):
    return " ".join((name or "").split())


def first_day(versions, editions, country_editions, code):
    """The first day of the first version that has the code; empty where the code is older than the versions held, or its country new to them."""
    older = editions - set(VERSIONS)
    first = versions[0]
    country_first = next(version for version in VERSIONS if version in country_editions)
    return "" if len(code) == 2 or older or first == country_first else FIRST_DAY[first]


def bulgarian_voivodeship(code, national):
    """The Bulgarian name of a voivodeship that is a NUTS region; Mazowieckie is the whole region PL9, which has a longer name of its own."""
    name = "Mazowieckie" if code == "PL9" else national
    return BULGARIAN_VOIVODESHIPS.get(name, "") if code.startswith("PL") else ""


def polish_oblasts(source):
    """Polish names of Bulgarian oblasti, where iso-codes translates them; matched by the Latin name that both sources print."""
    named = {row["name"]: row["pl"] for row in tables.rows(source / "iso" / "iso_3166-2_pl_bg.csv") if row["code"].startswith("BG-")}
    names = {}
    for row in tables.rows(source / "nuts-lau" / "nuts2024_codes.csv"):
        name = clean(row["NAME_LATN"])
        if row["CNTR_CODE"] == "BG" and row["LEVL_CODE"] == "3" and named.get(name, name) != name:
            names[row["NUTS_ID"]] = POLISH_CORRECTIONS.get(named[name], named[name])
    return names


def aliases(code, bulgarian):
    found = list(ALIASES.get(code, []))
    if code in bulgarian["oblast"]:
        found = list(bulgarian["oblast"][code]) + found
    return found + VOIVODESHIPS.get(code, [])


# TERC number of the voivodeship -> the NUTS region with its borders (Mazowieckie is a whole NUTS 1 region).
VOIVODESHIPS = {
    "PL51": ["02"], "PL61": ["04"], "PL81": ["06"], "PL43": ["08"], "PL71": ["10"], "PL21": ["12"], "PL9": ["14"], "PL52": ["16"],
    "PL82": ["18"], "PL84": ["20"], "PL63": ["22"], "PL22": ["24"], "PL72": ["26"], "PL62": ["28"], "PL41": ["30"], "PL42": ["32"],
}


def sums(polish, bulgarian):
    found = defaultdict(int)
    parts = [(polish["region"][code], count) for code, count in polish["population"].items()] + list(bulgarian["population"].items())
    for region, count in parts:
        for length in (2, 3, 4, 5):
            found[region[:length]] += count
    return found


def centroids(polish):
    parts = defaultdict(list)
    for code, shape in polish["shapes"].items():
        for length in (2, 3, 4, 5):
            parts[polish["region"][code][:length]].append(shape)
    return {code: shapes.total(found) for code, found in parts.items()}
