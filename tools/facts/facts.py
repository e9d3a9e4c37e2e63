#!/usr/bin/env python3
"""Writes the fact tables that Splot.Territory embeds, from published registers.

Usage: python3 tools/facts/facts.py SHARED_DATA_FOLDER [TARGET_FOLDER]

The same input gives the same bytes: rows are sorted, nothing depends on the clock. Needs Python 3.9 or later and nothing else.
The format of the tables stands in docs/guide/reference-data.md. Tables written by hand (names of objectives, themes, funds,
programmes, ceilings) are not touched.
"""

import sys
from pathlib import Path

import bulgaria
import codelists
import nuts
import poland
import rates

DEFAULT_TARGET = Path(__file__).resolve().parents[2] / "src" / "Modules" / "Splot.Territory" / "Facts"


def main() -> int:
    if len(sys.argv) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 2
    source = Path(sys.argv[1])
    target = Path(sys.argv[2]) if len(sys.argv) == 3 else DEFAULT_TARGET
    target.mkdir(parents=True, exist_ok=True)
    polish = poland.read(source)
    bulgarian = bulgaria.read(source)
    nuts.write(source, target, polish, bulgarian)
    poland.write(target, polish)
    bulgaria.write(target, bulgarian)
    codelists.write(source, target)
    rates.write(source, target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
