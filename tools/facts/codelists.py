"""Code lists that published files give whole: countries, and the categories of intervention of 2014-2020."""

from pathlib import Path

import tables

COMMENT_COUNTRIES = (
    "Countries. Source: iso-codes 4.15, ISO 3166-1 with its translations (LGPL-2.1-or-later). EL and UK are the Union's own codes for GR and GB: aliases. Collected 2026-11-21."
)
COMMENT_CATEGORIES = (
    "Categories of intervention 2014-2020 (Reg. (EU) 215/2014, Annex I, seven dimensions). Source: ISUN 2020 code lists, Council of Ministers of Bulgaria (EUPL-1.2), bg and en; pl is our translation. Collected 2026-11-21."
)
DIMENSIONS = {
    "1": "intervention-field-2014", "2": "form-of-finance-2014", "3": "territory-type-2014", "4": "delivery-mechanism-2014",
    "5": "thematic-objective-2014", "6": "esf-theme-2014", "7": "economic-activity-2014",
}
# Slips of the source.
CORRECTIONS = {"upport through": "Support through", "throughactions": "through actions"}
UNION_CODES = {"GR": "EL", "GB": "UK"}


def write(source, target):
    countries = [
        {"list": "country", "code": row["alpha2"], "en": row["en"], "pl": row["pl"], "bg": row["bg"],
         "aliases": ";".join(filter(None, [UNION_CODES.get(row["alpha2"]), row["alpha3"]])), "verified": "yes", "source": "ISO 3166-1"}
        for row in tables.rows(source / "iso" / "iso_3166-1_en_pl_bg.csv")
    ]
    tables.write(target / "codes-country.tsv", COMMENT_COUNTRIES, tables.CODE_COLUMNS, sorted(countries, key=lambda row: row["code"]))
    polish = {(row["list"], row["code"]): row["pl"] for row in polish_names()}
    categories = [
        {"list": DIMENSIONS[row["Dimension"]], "code": row["Code"], "from": "2014-01-01", "to": "2020-12-31",
         "en": clean(row["NameAlt"]), "bg": clean(row["Name"]),
         "pl": polish.get((DIMENSIONS[row["Dimension"]], row["Code"]), ""), "translated": "pl", "verified": "yes", "source": "Reg. (EU) 215/2014"}
        for row in tables.rows(source / "codelists" / "esif1420_intervention_categories.csv")
    ]
    tables.write(target / "codes-categories-2014.tsv", COMMENT_CATEGORIES, tables.CODE_COLUMNS,
                 sorted(categories, key=lambda row: (row["list"], row["code"])))


def clean(text):
    text = " ".join(text.split())
    for slip, right in CORRECTIONS.items():
        text = text.replace(slip, right) if right not in text else text
    return text


def polish_names():
    lines = (Path(__file__).parent / "categories-2014-pl.tsv").read_text(encoding="utf-8").splitlines()
    return [dict(zip(("list", "code", "pl"), line.split("\t"))) for line in lines[2:]]
