"""Words -> stems: small rules that bring 'buying', 'bought' and 'purchase' together."""

from functools import lru_cache

from generator.draft.tables import table

_ENDINGS = (
    ("ies", "y"),
    ("sses", "ss"),
    ("iest", "y"),
    ("ied", "y"),
    ("ings", ""),
    ("ing", ""),
    ("edly", ""),
    ("ed", ""),
    ("ers", ""),
    ("er", ""),
    ("ors", ""),
    ("or", ""),
    ("ations", ""),
    ("ation", ""),
    ("ions", ""),
    ("ion", ""),
    ("ments", ""),
    ("ment", ""),
    ("ly", ""),
    ("es", ""),
    ("s", ""),
)
_LEAST = 3
"""Letters that must be left of a word."""


def _cut(word: str) -> str:
    if len(word) <= _LEAST or not word[0].isalpha():
        return word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST and not word.endswith(("ss", "us", "is")):
            word = word[: -len(ending)] + instead
            break
    if len(word) > _LEAST and word[-1] == "e":
        word = word[:-1]
    if len(word) > _LEAST and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    return word[:-1] + "y" if word[-1] == "i" else word


@lru_cache(maxsize=1)
def _families() -> dict[str, str]:
    """Words and their stems -> the first word of the family, in brackets so that it is no other word's stem.

    A people and its country are one family.
    """
    out: dict[str, str] = {}
    for people, country, *_ in table("demonyms"):
        if country != "-" and " " not in country:
            out[people.lower()] = out[country.lower()] = f"<{country.lower()}>"
    for row in table("compare_families"):
        for word in row:
            out[word] = f"<{row[0]}>"
    for word, family in list(out.items()):
        out.setdefault(_cut(word), family)
    return out


@lru_cache(maxsize=60_000)
def plain(word: str) -> str:
    """A word in lower case with a straight apostrophe and without the possessive ending."""
    word = word.lower().replace("’", "'")
    return word[:-2] if word.endswith("'s") else word.rstrip("'")


@lru_cache(maxsize=60_000)
@lru_cache(maxsize=60_000)
def stem(word: str) -> str:
    """The stem of a plain word, or the name of its family: <die> for 'killed'."""
    families = _families()
    known = families.get(word)
    if known is None:
        cut = _cut(word)
        known = families.get(cut, cut)
    return known
