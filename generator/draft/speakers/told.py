"""What the text says of a source: a title before the name, an apposition behind it."""

import re

from generator.draft.marks import Span
from generator.draft.names.lists import roles, word_set
from generator.draft.speakers.index import At, Index
from generator.draft.speakers.nouns import lowered, noun_of

_AGE = re.compile(r",? \(?\d{1,3}\)?(?=,)|,? \((?:[RDI]|R-[^)]{1,12}|D-[^)]{1,12}|I-[^)]{1,12})\)(?=,)")
_APPOSITION = re.compile(
    r", ((?:[^,;:.()“”\"\n—–]|\n(?!\s*\n)|(?<=[A-Z])\.(?=[A-Z,\-])|(?<=[ .][A-Z])\.(?= [A-Z])|\.(?=\w)){3,160})"
)
_WHO = re.compile(r",(?: \d{2},)? ((?:who|whose) [^,;:.()“”\"\n—–]{6,120})")
_HEAD_END = re.compile(
    r"\b(?:of|for|at|in|from|with|on|who|that|which|whose|and|to|running|seeking|representing|based|specializing|"
    r"under|about|against)\b"
)
_PLURAL = word_set("titles-plural")
_ADDRESS = word_set("titles-address")
_VERBS = re.compile(
    r"\b(?:said|says|told|tells|added|wrote|writes|is|was|are|were|has|had|will|would|argued|insisted|noted|"
    r"explained|warned|announced|claimed|reported|called|asked|declined|testified)\b"
)


def role_of(index: Index, mention: At) -> Span | None:
    """The words that say who a person is where he or she is named: '…, the chairman of the committee,'."""
    if mention.title is not None:
        words = index.raw[slice(*mention.title)]
        last = words.rsplit(None, 1)[-1].rstrip(".").lower()
        if last in _PLURAL or roles().nouns.get(last, ("", "", False))[2]:
            return None  # "Sens. Ada Holt and ..."
        if last not in _ADDRESS:
            return mention.title
    return apposition(index, mention.end) or relative(index, mention.end)


def relative(index: Index, end: int) -> Span | None:
    """A clause behind a name: ', who runs the kitchen of the hotel,'."""
    match = _WHO.match(index.raw, end)
    return (
        match.span(1)
        if match is not None and index.raw[match.end() : match.end() + 1] in (",", ".", ";")
        else None
    )


def apposition(index: Index, end: int) -> Span | None:
    """An apposition behind a name that ends at a place."""
    raw = index.raw
    age = _AGE.match(raw, end)
    if age is not None:
        end = age.end()
    match = _APPOSITION.match(raw, end)
    if match is None:
        return None
    start, stop = match.span(1)
    verb = _VERBS.search(raw, start, stop)
    relative = re.compile(r"\bwho\b").search(raw, start, stop)
    if verb is not None and (relative is None or verb.start() < relative.start()):
        return None
    head = _HEAD_END.search(raw, start, stop)
    words = lowered(raw[start : head.start() if head is not None else stop])
    found = noun_of(words)
    if found is None or found[1] not in ("person", "office") or found[3]:
        return None
    if raw[stop : stop + 1] not in ",.—–;)" and raw[stop : stop + 1] != "":
        return None
    while stop > start and raw[stop - 1].isspace():
        stop -= 1
    return (start, stop)
