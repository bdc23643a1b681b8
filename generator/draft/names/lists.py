"""The lists of names, titles and roles, made ready for look-up. Keys are in lower case, apostrophes straight."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from generator.draft.tables import table

# Roles that begin other names: Marine Corps, Star Inn, Native Plants Trust.
_NO_TITLES = (
    "marine",
    "star",
    "native",
    "local",
    "independent",
    "citizen",
    "consumer",
    "worker",
    "victim",
    "child",
    "parent",
    "user",
)

Gender = str
"""'m', 'f' or '-' where it is not told."""


def key(word: str) -> str:
    """A word as the lists know it: lower case, straight apostrophe, no accents, no final full stop."""
    word = word.lower()
    if not word.isascii():
        # "Raúl" and "Raul" are one name; the dot of a Turkish capital İ is an accent too.
        word = unicodedata.normalize("NFKD", word.replace("’", "'"))
        word = "".join([c for c in word if not unicodedata.combining(c)])
    return word.rstrip(".")


@lru_cache(maxsize=64)
def word_set(name: str) -> frozenset[str]:
    """One of the small sets of `word_sets.txt`."""
    return frozenset(word for row in table("word_sets") if row[0] == name for word in row[1].split())


@dataclass(frozen=True, slots=True)
class Known:
    """A name of the lists: its kind, and the words behind its first one."""

    kind: str
    rest: tuple[str, ...]
    sort: str


@dataclass(frozen=True, slots=True)
class Names:
    """All that is known of capitalised words."""

    ordinary: dict[str, str]
    """Words that are no names -> function, month or opener."""
    titles: dict[str, tuple[str, Gender]]
    given: dict[str, tuple[Gender, str]]
    demonyms: frozenset[str]
    known: dict[str, tuple[Known, ...]]
    """By the first word; the longest first. Letters such as 'US' stand under '^us': 'us' is not meant."""
    org_end: dict[str, bool]
    """Last words of names of organisations, and whether 'of ...' may follow."""
    outlet_end: frozenset[str]
    short: frozenset[str]
    other_end: dict[str, str]
    """Last words of names of places and of things."""
    well_known: dict[str, Gender]
    """Surnames of those whom everybody knows."""
    places: frozenset[str]
    states: frozenset[str]
    """States and countries of one or more words: what may follow the name of a town."""


@lru_cache(maxsize=1)
def names() -> Names:
    """The lists, read once a process."""
    known: dict[str, list[Known]] = {}
    places: set[str] = set()
    states: set[str] = set()

    def add(words: str, kind: str, sort: str) -> None:
        first, *rest = [key(w) for w in words.split()]
        if not rest and words.isupper() and len(words) < 7:
            first = "^" + first
        known.setdefault(first, []).append(Known(kind, tuple(rest), sort))

    for words, sort in table("outlets"):
        if sort != "end":
            add(words, "outlet", sort)
    for words, sort in table("organisations"):
        if sort in ("full", "short"):
            add(words, "organisation", sort)
    for words, sort in table("places"):
        add(words, "place", sort)
        places.add(key(words))
        if sort in ("state", "country"):
            states.add(key(words))
    demonyms = set()
    for words, _ in table("demonyms"):
        if " " in words:
            add(words, "demonym", "")
        else:
            demonyms.add(key(words))
    given = {key(row[0]): (row[1], row[2] if len(row) > 2 else key(row[0])) for row in table("given_names")}
    org_end = {key(row[0]): row[1] == "join" for row in table("organisations") if row[1] in ("end", "join")}
    outlet_end = frozenset(key(row[0]) for row in table("outlets") if row[1] == "end")
    titles = {role: ("office", gender) for role, kind, gender in table("roles") if " " not in role}
    for word in (*given, *org_end, *outlet_end, *demonyms, *_NO_TITLES):
        titles.pop(word, None)
    titles.update({row[0]: (row[1], row[2]) for row in table("titles")})
    return Names(
        ordinary={row[0]: row[1] for row in table("ordinary")},
        titles=titles,
        given=given,
        demonyms=frozenset(demonyms),
        known={first: tuple(sorted(rows, key=lambda k: -len(k.rest))) for first, rows in known.items()},
        org_end=org_end,
        outlet_end=outlet_end,
        other_end={key(row[0]): row[1] for row in table("name_ends")},
        well_known={key(row[0]): row[1] for row in table("well_known")},
        short=frozenset(key(row[0]) for row in table("organisations") if row[1] == "short"),
        places=frozenset(places),
        states=frozenset(states),
    )


@dataclass(frozen=True, slots=True)
class Roles:
    """What a source can be beside a name: nouns -> kind and gender. Plurals are marked."""

    nouns: dict[str, tuple[str, Gender, bool]]
    """Noun -> (office, person, organisation, outlet, document, poll or unnamed; gender; plural)."""


_IRREGULAR = {"man": "men", "woman": "women", "child": "children", "person": "people", "mp": "mps", "ceo": "ceos"}


def plural(noun: str) -> str:
    """The plural of a noun of the lists."""
    if noun.endswith("by") and "-" in noun:  # passer-by
        return noun.replace("-", "s-", 1)
    for end, many in _IRREGULAR.items():
        if noun.endswith(end):
            return noun[: -len(end)] + many
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    return noun + "s"


@lru_cache(maxsize=1)
def roles() -> Roles:
    """The lists of roles and of nouns for sources, read once a process."""
    nouns: dict[str, tuple[str, Gender, bool]] = {}
    rows = [(row[0], row[1], "-") for row in table("source_nouns")] + [(r[0], r[1], r[2]) for r in table("roles")]
    for noun, kind, gender in rows:
        nouns.setdefault(plural(noun), (kind, gender, True))
    for noun, kind, gender in rows:
        nouns[noun] = (kind, gender, kind == "unnamed")
    return Roles(nouns)
