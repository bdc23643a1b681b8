"""Finds that lie in one another or say the same thing: which of them stay."""

from bisect import bisect_left
from dataclasses import replace

from generator.draft.attribution.finds import Find
from generator.draft.attribution.lexicon import words
from generator.draft.attribution.page import Page

_CHAIN = words("chain-verb")
_BEHIND = (
    "clause-then-",
    "clause-said-name",
    "according-last",
    "quote-then-said",
    "quote-said-name",
    "it-was-said-after",
)
_PERSONAL = words("personal")


def resolved(page: Page, found: list[Find]) -> list[Find]:
    """Without doubles, and of those inside another's content only reports of what a third person said."""
    # Inside a quotation it is the quotation that is reported; what its speaker says there is no report of ours.
    found = [
        f
        for f in found
        if not f.cue
        or page.quote[f.cue[0][0]] < 0
        or (not page.quotes[page.quote[f.cue[0][0]]].closed and _strong(f))
    ]
    found = _trimmed(found)
    order = sorted(found, key=_place)
    waiting = sorted(order, key=lambda f: f.content[0][0])
    active: list[Find] = []
    dropped: set[int] = set()
    nested: dict[int, Find] = {}
    at = 0
    for find in order:
        place = _place(find)
        while at < len(waiting) and waiting[at].content[0][0] <= place:
            active.append(waiting[at])
            at += 1
        active = [f for f in active if f.content[-1][1] > place]
        for outer in active:
            if outer is find or id(outer) in dropped:
                continue
            if any(a <= place < b for a, b in outer.content):
                if _weak(outer) and _strong(find):
                    dropped.add(id(outer))
                    continue
                nested[id(find)] = outer
                if not _kept(page, find):
                    dropped.add(id(find))
                break
    out = []
    last: dict[tuple[int, int], Find] = {}
    for find in order:
        if id(find) in dropped:
            continue
        key = (find.content[0][0], find.content[-1][1])
        if key in last:
            continue
        last[key] = find
        out.append(replace(find, nested=True) if id(find) in nested else find)
    return out


def _trimmed(found: list[Find]) -> list[Find]:
    """Contents cut off where a clause such as ', the paper added' follows: it reports them as a whole."""
    behind = sorted((f.content[-1][1], f.content[0][0]) for f in found if f.rule.startswith(_BEHIND))
    if not behind:
        return found
    ends = [end for end, _ in behind]
    out = []
    for find in found:
        a, b = find.content[-1]
        i = bisect_left(ends, a + 1)
        if (
            not find.rule.startswith(_BEHIND)
            and i < len(ends)
            and ends[i] < b
            and behind[i][1] <= _place(find) < ends[i]
        ):
            find = replace(find, content=(*find.content[:-1], (a, ends[i])))
        out.append(find)
    return out


def _place(find: Find) -> int:
    if find.cue:
        return find.cue[0][0]
    return find.source[0] if find.source else find.content[0][0]


def _weak(find: Find) -> bool:
    return find.rule in ("raising", "object", "called", "inf-object", "ing-object", "noun-of", "noun-to", "to-do")


def _strong(find: Find) -> bool:
    return find.rule in ("quote-then-said", "quote-said-name")


def _kept(page: Page, find: Find) -> bool:
    """Whether a find inside another's content is worth telling: who passed it on from whom."""
    if not find.cue or find.source is None or page.quote[find.cue[0][0]] >= 0:
        return False
    if find.verb not in _CHAIN and not find.rule.startswith("according"):
        return False
    a, b = find.source
    return not (b - a == 1 and page.low[a] in _PERSONAL)
