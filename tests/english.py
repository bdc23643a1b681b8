"""The English wording cut at its placeholders, to look for it where another language should stand."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

PROMPTS = Path(__file__).parents[1] / "templates" / "prompts"
PLACEHOLDER = re.compile(r"\{[a-z_]+\}")
DATA = "language"
"""The file of word lists, of which nothing is printed."""


@cache
def prompt_file(language: str, name: str) -> dict[str, dict[str, str]]:
    """One prompt file as plain data."""
    data: dict[str, dict[str, str]] = yaml.safe_load((PROMPTS / language / f"{name}.yaml").read_text("utf-8"))
    return data


def languages() -> list[str]:
    """The languages that the program comes with, without English."""
    return sorted(p.name for p in PROMPTS.iterdir() if p.is_dir() and p.name != "en")


def names(language: str = "en") -> list[str]:
    """The names of all prompt files of a language."""
    return sorted(p.stem for p in (PROMPTS / language).glob("*.yaml"))


def texts(language: str, name: str) -> dict[str, str]:
    """What is printed of a file, by key; shortages and the title included."""
    data = prompt_file(language, name)
    head = {key: str(data[key]) for key in ("title", "practises", "needs", "example") if key in data}
    shortages = {f"shortages.{key}": text for key, text in (data.get("shortages") or {}).items()}
    return {**head, **(data.get("text") or {}), **shortages}


@cache
def fragments(least_words: int) -> frozenset[str]:
    """Every stretch of the English wording between placeholders that has at least so many words."""
    return frozenset(part for name in names() if name != DATA for part in _cut(texts("en", name), least_words))


def _cut(found: dict[str, str], least_words: int) -> Iterator[str]:
    for text in found.values():
        for part in PLACEHOLDER.split(text):
            bare = part.strip(" .,:;“”‘’()[]–*\n?!…")
            if len(re.findall(r"[^\W\d_]+", bare)) >= least_words:
                yield bare


def english_in(text: str, least_words: int) -> list[str]:
    """The English wording that stands in a text."""
    plain = text.replace("\u2060", "").replace("**", "")
    return sorted(
        part
        for part in fragments(least_words)
        if (bare := part.replace("**", "")) in plain
        and re.search(rf"(?<!\w){re.escape(bare)}(?!\w)", plain) is not None
    )
