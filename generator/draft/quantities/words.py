"""The words around numbers, by class, from `number_words.txt`; units and plurals from their tables."""

from functools import lru_cache

from generator.draft.tables import table


@lru_cache(maxsize=64)
def words(name: str) -> frozenset[str]:
    """All words of a class."""
    return frozenset(word for row in table("number_words") if row[0] == name for word in row[1].split())


@lru_cache(maxsize=1)
def _plurals() -> dict[str, str]:
    return {row[0]: row[1] for row in table("plurals")}


@lru_cache(maxsize=1)
def _units() -> dict[str, str]:
    return {row[0]: row[1] for row in table("units") if row[2] == "always"}


def is_plural(word: str) -> bool:
    """Whether a word in lower case looks like a plural noun."""
    if word in _plurals():
        return True
    if len(word) < 4 or word[-1] != "s":
        return word in ("kms", "lbs")
    return word[-2] not in "su'i" and word not in words("not-plural")


def singular(word: str) -> str:
    """A noun in lower case -> its singular; spellings of one unit all become the same word."""
    one = _plurals().get(word)
    if one is None:
        one = word
        if word.endswith("ies") and len(word) > 4:
            one = word[:-3] + "y"
        elif word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
            one = word[:-2]
        elif is_plural(word):
            one = word[:-1]
    one = _units().get(one, one)
    return one if "-" not in one else _units().get(one.rsplit("-", 1)[-1], one.rsplit("-", 1)[-1])
