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
_WHO = re.compile(
    r",(?: \d{2},)? ((?:who (?:is|was|has been|runs|leads|heads|teaches|lives|works|owns|studies|serves|chairs|"
    r"directs|manages|founded|represents|sits|helped|played|coaches|directed|ran|led|headed|worked|lived|served)|"
    r"whose \w+ (?:is|was|are|were))\b[^,;:.()“”\"\n—–]{3,120})"
)
_CLAUSE_EDGE = re.compile(r"[,;:“”\"—–]\s*|^(?:and|but|while)\s")
_NO_ROLE = word_set("phrase-cut") | word_set("clause") | word_set("subordinate")
_HEAD_END = re.compile(
    r"\b(?:of|for|at|in|from|with|on|who|that|which|whose|and|to|running|seeking|representing|based|specializing|"
    r"under|about|against)\b"
)
_RELATIVE = re.compile(r"\bwho\b")
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
    known = apposition(index, mention.end) or ahead(index, mention.start)
    if known is None and mention.start == index.full(mention.entity).start:
        return relative(index, mention.end)
    return known


def ahead(index: Index, start: int) -> Span | None:
    """A role with a comma before a name: 'Head of the roads committee, Ada Holt, ...'."""
    raw = index.raw
    if not raw.endswith(", ", 0, start):
        return None
    begin = max(index.text.sentence_at(start)[0], start - 120)
    for match in _CLAUSE_EDGE.finditer(raw, begin, start - 2):
        begin = match.end()
    stop = start - 2
    head = _HEAD_END.search(raw, begin, stop)
    words = lowered(raw[begin : head.start() if head is not None else stop])
    found = noun_of(words)
    if found is None or found[1] not in ("person", "office") or found[3] or words[0] in _NO_ROLE:
        return None
    return (begin, stop)


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
    relative = _RELATIVE.search(raw, start, stop)
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
