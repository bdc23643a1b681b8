"""Where in a run of capitalised words a name of the lists stands, and how far an organisation's name reaches."""

import itertools
from collections.abc import Sequence

from generator.draft.names.lists import Known, Names, word_set
from generator.draft.names.runs import Run, Token

EITHER = word_set("title-or-name")
DEPARTMENTS = word_set("departments")
_OWNERS = word_set("owners")
_POSSESSIVE = frozenset(["’s ", "'s ", "’ ", "' "])
_OF = frozenset([" of ", " of the ", " for ", " for the ", " on ", " against ", "\nof ", " of\n"])
_PIECE = 2
"""More than this between two words of a run: it goes on over 'of', 'for', 'and'."""


def joined(before: Token, after: Token) -> bool:
    """Whether two words of a run are joined by 'of' and the like."""
    return after.start - before.end > _PIECE


def known(lists: Names, run: Sequence[Token], i: int) -> Known | None:
    """The longest name of the lists that begins at a word."""
    token = run[i]
    rows = lists.known.get(token.key)
    if rows is not None:
        room = len(run) - i
        for row in rows:
            size = len(row.rest)
            if size < room and (not size or tuple([t.key for t in run[i + 1 : i + 1 + size]]) == row.rest):
                return row
    if token.upper:
        rows = lists.known.get("^" + token.key)
        return rows[0] if rows is not None else None
    return None


def place_at(lists: Names, run: Run, i: int) -> int:
    """How many words a place of the lists has that begins at a word; 0 where none does."""
    match = known(lists, run, i)
    return len(match.rest) + 1 if match is not None and match.kind == "place" else 0


def reach(lists: Names, run: Run, i: int) -> int:
    """The last word of the name of an organisation, outlet or the like that begins at a word, or -1."""
    end, last = -1, len(run) - 1
    for j in range(i, last + 1):
        token = run[j]
        k = token.key
        if lists.ordinary.get(k) == "function" and not token.upper and (j == i or not joined(run[j - 1], token)):
            break
        owner = k in _OWNERS and j < last and joined(token, run[j + 1])  # "Sheriff’s Office"
        if (
            k in lists.titles
            and not owner
            and (k not in EITHER or j == last or run[j + 1].key not in lists.org_end)
        ):
            break
        if lists.org_end.get(k) and j < last and joined(token, run[j + 1]):
            return last  # "University of ...": joined to what follows
        if j > i and (k in lists.org_end or k in lists.outlet_end or k in lists.other_end):
            end = j
    return end


def goes_on(lists: Names, raw: str, run: Run, following: Run) -> bool:
    """Whether a run that ends in 'Ministry', 'Bank' or 'Secretary' goes on behind 'of', 'for', 'on', 'and'."""
    last, first = run[-1], following[0]
    if last.key in _OWNERS and first.key in lists.org_end and raw[last.end : first.start] in _POSSESSIVE:
        return True  # "Sheriff’s Office"
    if not 2 < first.start - last.end < 14:
        return False
    between = raw[last.end : first.start]
    plain = first.key not in lists.titles or first.key in DEPARTMENTS
    if between in _OF:
        if last.key in lists.titles and first.key in DEPARTMENTS:
            return len(following) < 6
        person = first.key in lists.given and first.key not in lists.places
        if lists.org_end.get(last.key):
            return plain and not person
        # "Association for the Advancement of Colored People"
        opened = any(lists.org_end.get(a.key) and joined(a, b) for a, b in itertools.pairwise(run))
        return opened and plain and not person and len(following) < 3 and first.key not in lists.places
    if between == " and " and first.start - run[0].start < 70:
        inside = next((b for a, b in itertools.pairwise(run) if joined(a, b)), None)
        if inside is None:
            return False
        if inside.key in DEPARTMENTS and all(t.key in DEPARTMENTS for t in following):
            return True
        if (
            any("-" in t.key for t in following)
            or first.upper
            or first.key in lists.given
            or first.key in lists.known
        ):
            return False
        if any(t.key in lists.org_end or t.key in lists.titles for t in following):
            return False
        return inside.key not in lists.places and inside.key not in lists.known and len(following) < 3
    return False
