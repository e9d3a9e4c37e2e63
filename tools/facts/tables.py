"""Reading the registers' CSV files and writing fact tables: tab-separated UTF-8, one comment line, one header line."""

import csv

UNIT_COLUMNS = (
    "kind", "code", "parent", "from", "to", "versions", "type", "lang", "national", "latin", "en", "pl", "bg",
    "aliases", "population", "degurba", "lat", "lon",
)
RELATION_COLUMNS = ("relation", "predecessor", "successor", "on", "verified", "source")
CODE_COLUMNS = ("list", "code", "from", "to", "parent", "en", "pl", "bg", "translated", "aliases", "value", "verified", "source")
RATE_COLUMNS = ("currency", "from", "to", "rate", "fixed", "kind", "source")


def rows(path, delimiter=","):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def write(path, comment, columns, records):
    """Writes the records (dictionaries; an absent key is an empty cell) in the order given."""
    lines = ["# " + comment, "\t".join(columns)]
    for record in records:
        unknown = set(record) - set(columns)
        if unknown:
            raise ValueError(f"{path.name}: unknown columns {sorted(unknown)}")
        cells = [str(record.get(column, "") or "") for column in columns]
        if any(character in cell for cell in cells for character in "\t\r\n"):
            raise ValueError(f"{path.name}: a cell of {record} holds a tab or a line break")
        lines.append("\t".join(cells).rstrip("\t"))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(f"{path.name}: {len(records)} rows, {path.stat().st_size} bytes")
