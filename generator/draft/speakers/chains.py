"""Who passed words on: 'told RIA', 'was quoted in Sputnik as saying', 'according to a report in the Courier'."""

import re
from collections.abc import Sequence

from generator.draft.marks import Attribution, Span
from generator.draft.speakers.index import At, Index

_PASSED = re.compile(
    r"\b(?:quoted (?:in|by|on)|as saying (?:in|by|on|to)|"
    r"(?:interviews?|interviewed|conversation|appearance|segment|phone call) (?:with|on|by|in)|"
    r"(?:reported|carried|published|broadcast|aired|cited|relayed|distributed|obtained) (?:by|in|on)|"
    r"(?:spoke|speaking|talking) to|in (?:\w+ )?(?:statement|comments?|remarks|e-?mail|message|letter) to|"
    r"(?:tells?|told|telling)|"
    r"(?:reports?|story|article|account|item|dispatch|interview) (?:in|by|from)|"
    r"(?:said|says|saying|appearing|explained|interviewed)"
    r"(?: \w+day)?(?: (?:morning|night|evening))? on)\s"
)
_AS_SAYING = re.compile(r"\s+(?:[^.;:\"“”\n]|\n(?!\n)){2,120}?\s+as\s+(?:saying|telling|having said)\b")
_CITING = re.compile(r",?\s(?:citing|quoting)\s")
_CITED_END = re.compile(r",|[.;:](?:\s|$)|\bsaid\b|\breported\b")
_HELPERS = frozenset(["", "has", "had", "also", "agency", "news agency", "newspaper"])
_NEAR = 70


def first_outlet(index: Index, start: int, end: int) -> At | None:
    """The outlet that a phrase beginning at a place names: before any comma or verb."""
    for mention in index.within(start, min(end, start + _NEAR)):
        entity = index.entities[mention.entity]
        between = index.raw[start : mention.start]
        if "," in between or "." in between.replace("U.S.", ""):
            return None
        if entity.kind == "outlet" and entity.confidence >= 0.8:
            return mention
        if entity.kind not in ("place", "outlet"):
            return None
    return None


def passed_on(index: Index, found: Attribution, source: Span) -> tuple[Span, ...]:
    """The outlets that passed the words on, as far as the sentence of the cue tells it."""
    raw = index.raw
    if found.recipient is not None:
        outlet = first_outlet(index, found.recipient[0], found.recipient[1])
        if outlet is not None:
            return ((outlet.start, outlet.end),)
    if not found.cue:
        return ()
    quoting = _quoting(index, found)
    if quoting is not None:
        return ((quoting.start, quoting.end),)
    start, end = index.text.sentence_at(found.cue[0][0])
    start = max(start, found.cue[0][0] - 300)
    end = min(max(end, found.cue[-1][1]), found.cue[-1][1] + 300)
    for match in _PASSED.finditer(raw, start, end):
        at = match.start()
        if any(a <= at < b for a, b in found.content):
            continue
        outlet = first_outlet(index, match.end(), end)
        if outlet is None or (source[0] <= outlet.start < source[1] and at < source[0]):
            continue
        return ((outlet.start, outlet.end),)
    return ()


def _quoting(index: Index, found: Attribution) -> At | None:
    """The outlet of 'the agency quoted her as saying', where she is the source."""
    begin = found.cue[0][0]
    if not index.raw.startswith(("quote", "cite"), begin) or not found.source or found.source[0][0] < begin:
        return None
    near = index.within(max(0, begin - 40), begin)
    if not near or index.entities[near[-1].entity].kind != "outlet":
        return None
    return near[-1] if index.raw[near[-1].end : begin].strip() in _HELPERS else None


def quoted_by(index: Index, found: Attribution) -> Span | None:
    """The speaker in 'the agency quoted Alder as saying', where the agency was taken for the source."""
    raw = index.raw
    if not found.cue or not raw[slice(*found.cue[-1])].lower().endswith(("quoted", "quotes", "cited", "quoting")):
        return None
    end = found.cue[-1][1]
    match = _AS_SAYING.match(raw, end)
    if match is None:
        return None
    begin = end + len(match[0]) - len(match[0].lstrip())
    stop = raw.rfind(" as", begin, match.end())
    stop = max(stop, raw.rfind("\nas", begin, match.end()))
    return (begin, stop) if stop > begin else None


def cited(index: Index, found: Attribution) -> Span | None:
    """Where 'citing' stands in the sentence of the cue, outside the content: the place behind it."""
    if not found.cue or index.raw.startswith(("citing", "quoting"), found.cue[0][0]):
        return None
    start, end = index.text.sentence_at(found.cue[0][0])
    start, end = max(start, found.cue[0][0] - 300), min(end, found.cue[-1][1] + 400)
    for match in _CITING.finditer(index.raw, start, end):
        if (
            not any(a <= match.start() < b for a, b in found.content)
            and index.text.quotation_at(match.start()) is None
        ):
            stop = _CITED_END.search(index.raw, match.end(), end)
            return (match.end(), stop.start() if stop is not None else end)
    return None


def outers(found: Sequence[Attribution]) -> list[int | None]:
    """For each attribution the number of the one in whose content its source and cue stand (the innermost)."""
    contents = sorted(((a, b, n) for n, one in enumerate(found) for a, b in one.content))
    places = sorted((spot[0], n) for n, one in enumerate(found) if (spot := _spot(one)) is not None)
    out: list[int | None] = [None] * len(found)
    active: list[tuple[int, int, int]] = []
    at = 0
    for place, number in places:
        while at < len(contents) and contents[at][0] <= place:
            active.append(contents[at])
            at += 1
        active = [c for c in active if c[1] > place]
        spot = _spot(found[number])
        fits = [c for c in active if c[2] != number and spot is not None and c[1] >= spot[1]]
        if fits:
            out[number] = min(fits, key=lambda c: (c[1] - c[0], c[2]))[2]
    return out


def _spot(one: Attribution) -> Span | None:
    spans = one.cue if one.inherited else (*one.source, *one.cue)
    return (min(a for a, _ in spans), max(b for _, b in spans)) if spans else None
