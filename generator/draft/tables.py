"""Word lists of `templates/reading/<language>/*.txt`, written by hand for this project.

A line holds words and, behind a tab or two spaces, what is said of them; `#` begins a comment. Lists are read
once a process, and only those that are asked for.
"""

import re
from functools import lru_cache
from importlib import resources
from pathlib import Path

_GAP = re.compile(r"\t+| {2,}")


def reading_dir(language: str = "en") -> Path:
    """The folder of the lists: of the checkout, else of the installed package."""
    here = Path(__file__).resolve()
    for root in (here.parents[2], here.parents[1] / "_bundled"):
        folder = root / "templates" / "reading" / language
        if folder.is_dir():
            return folder
    return Path(str(resources.files("generator"))) / "_bundled" / "templates" / "reading" / language


@lru_cache(maxsize=64)
def table(name: str, language: str = "en") -> tuple[tuple[str, ...], ...]:
    """The rows of `<name>.txt` as tuples of fields, empty lines and comments left out.

    Raises FileNotFoundError where there is no such list.
    """
    rows = []
    for line in (reading_dir(language) / f"{name}.txt").read_text("utf-8").splitlines():
        line = line.split("#", 1)[0].rstrip() if "#" in line else line.rstrip()
        if line:
            rows.append(tuple(_GAP.split(line)))
    return tuple(rows)


def column(name: str, language: str = "en") -> frozenset[str]:
    """The first fields of a list."""
    return frozenset(row[0] for row in table(name, language))
