"""Monthly exchange rates derived from the daily reference rates of the European Central Bank."""

from collections import defaultdict

import tables

COMMENT = (
    "Units of currency for one euro. BGN: the legal conversion rate. PLN: the last fixing but one of the month before, derived from the reference rates of the European Central Bank "
    "(free reuse with attribution), 1999-01-04 to 2026-04-13; kind = derived until official monthly rates of the Commission are imported. Collected 2026-11-21."
)
LEGAL = {
    "currency": "BGN", "from": "2026-01-01", "rate": "1.95583", "fixed": "2025-07-08", "kind": "legal",
    "source": "Council decision of 8 July 2025: conversion rate of the lev",
}


def write(source, target):
    fixings = defaultdict(list)
    for row in tables.rows(source / "fx" / "ecb_eur_pln_bgn_1999_2026.csv"):
        if row["EUR_PLN"]:
            fixings[row["date"][:7]].append((row["date"], row["EUR_PLN"]))
    records = [LEGAL]
    # The last month of the file may be incomplete: it gives no rate.
    for month in sorted(fixings)[:-1]:
        day, rate = sorted(fixings[month])[-2]
        records.append({"currency": "PLN", "from": following(month) + "-01", "rate": rate, "fixed": day, "kind": "derived",
                        "source": "ECB reference rate"})
    tables.write(target / "rates.tsv", COMMENT, tables.RATE_COLUMNS, records)


def following(month):
    year, number = int(month[:4]), int(month[5:])
    return f"{year + number // 12:04d}-{number % 12 + 1:02d}"
