"""Words of a name -> what it names, how sure that is, by which rule."""

import itertools
from typing import NamedTuple

from generator.draft.marks import Span
from generator.draft.names.lists import Names, word_set
from generator.draft.names.match import joined
from generator.draft.names.runs import Run

_STATIONS = frozenset(["radio", "tv", "channel", "tele", "canal"])
_SUFFIXES = word_set("suffixes")


class Found(NamedTuple):
    """A name where it stands. `kind` may also be 'unknown'; `keys` are its words without title."""

    kind: str
    start: int
    end: int
    keys: tuple[str, ...]
    rule: str
    confidence: float
    title: Span | None = None
    gender: str = "-"
    weak: bool = False


def found(
    kind: str, part: Run, rule: str, confidence: float, title: Span | None = None, gender: str = "-"
) -> Found:
    """A find of some words of a run."""
    keys = tuple([t.key for t in part])
    return Found(kind, part[0].start, part[-1].end, keys, rule, confidence, title, gender, part[0].weak)


def titled(lists: Names, part: Run, title: Run) -> Found | None:
    """A name behind a title; None where an ordinary word stands there ('the President Tuesday')."""
    sort, gender = lists.titles.get(title[-1].key, ("office", "-"))
    first = part[0]
    if len(part) == 1 and sort != "address" and (first.key in lists.ordinary or first.upper):
        return None
    if gender == "-" and first.key in lists.given:
        gender = lists.given[first.key][0]
    sure = 0.97 if sort == "address" else 0.94
    return found("person", part, "title", sure, (title[0].start, title[-1].end), gender)


def unknown(lists: Names, part: Run, common: frozenset[str] | set[str]) -> Found | None:
    """A name of words that no list of names has: a person's where it begins with a given name."""
    first = part[0].key
    if len(part) == 1:
        if first in lists.ordinary or len(first) < 2 or any(c.isdigit() for c in first):
            return None
        return found("unknown", part, "letters" if part[0].upper and len(first) < 8 else "single", 0.4)
    if first in _STATIONS and part[1].key not in lists.given:
        return found("outlet", part, "station", 0.85)  # "Radio Strait", "TV Nine"
    if part[0].upper and len(part) > 2 and part[1].key in lists.given:
        part = part[1:]  # "FIRED Ada Holt"
        first = part[0].key
    if part[0].upper and all(t.upper for t in part if len(t.key) > 2):
        return found("unknown", part, "capitals", 0.2)
    if len(part) == 2 and "." in first and not part[1].upper:
        return found("person", part, "initials", 0.88)  # "O.J. Vell"
    given = lists.given.get(first)
    if given is None and len(first) <= 2 and part[1].key in lists.given:
        given = lists.given[part[1].key]  # "J. Edgar Hale"
    if given is None or (first in lists.ordinary and part[0].weak):
        return found("unknown", part, "several", 0.5)
    named = [t.key for t in part if t.key not in _SUFFIXES] or [first]
    last = named[-1]
    if any(k in lists.org_end for k in named[1:]) or (
        len(named) > 2 and (last in common or last in lists.ordinary)
    ):
        return found("unknown", part, "several", 0.5)  # "Anna Holt Classic"
    odd = first in lists.places or first in lists.ordinary or last in lists.ordinary
    return found("person", part, "given-name", 0.8 if odd else 0.95, None, given[0])


def ended(lists: Names, raw: str, part: Run) -> Found:
    """A name that ends in 'Committee', 'University', 'Tribune', 'County', 'Act' ..."""
    last = part[-1].key
    if any(joined(a, b) for a, b in itertools.pairwise(part)):
        last = ""
    first = part[0].key
    if first in _STATIONS:
        return found("outlet", part, "station", 0.85)
    person = first in lists.given and first not in lists.places and len(part) == 2
    if last in lists.outlet_end and not (last in lists.org_end and first not in lists.places):
        if person:
            return found("person", part, "given-name", 0.7, None, lists.given[first][0])
        article = raw[max(0, part[0].start - 4) : part[0].start].lower().endswith("the ")
        sure = article or first in lists.places or first in lists.demonyms
        return found("outlet", part, "outlet-end", 0.88 if sure else 0.6)
    other = lists.other_end.get(last) if last not in lists.org_end else None
    if other is not None:
        if person:  # "Ada Hill", "Nathan Deal"
            return found("person", part, "given-name", 0.85, None, lists.given[first][0])
        return found(other, part, f"{other}-end", 0.75)
    return found("organisation", part, "organisation-end", 0.9 if len(part) < 6 else 0.8)
