"""How markers, numbers, dates and loaded words of a passage stand to its gold."""

from generator.draft.marks import Annotations
from tests.draft.gold_reader import Passage
from tests.draft.gold_score import Tallies, meets

FINER = {
    "condition": ("modal", "prediction"),
    "belief": ("speculation",),
    "open-question": ("stated-ignorance",),
    "speculation": ("speculation", "probability"),
    "probability": ("speculation", "probability"),
}
"""Kinds of the lexicon that the notes of a report do not have, or where two are right (perhaps)."""


def score_markers(passage: Passage, found: Annotations, to: Tallies) -> None:
    """Adds the markers of one passage; 'weasel' is a marker too."""
    free = list(found.markers)
    for limit in sorted(passage.limits, key=lambda one: one.optional):
        hit = next((m for m in free if meets(m.span, limit.span)), None)
        if hit is not None:
            free.remove(hit)
        if limit.optional:
            continue
        label = f"{passage.name}: {passage.words(limit.span)} ({'|'.join(limit.kinds)})"
        to["markers"].want(hit is not None, label)
        to[f"marker: {limit.kinds[0]}"].want(hit is not None, label)
        if hit is not None:
            to["markers"].find(True, label)
            to["kind of marker"].want(
                bool({hit.kind, *FINER.get(hit.kind, ())} & set(limit.kinds)),
                f"{label}, not {hit.kind} ({hit.rule})",
            )
    open_spans = [m.span for m in passage.limits] + [span for one in passage.said for span in one.cue]
    for marker in free:
        # A cue may be a marker too (promised, feared); conditions are no markers of the notes.
        if marker.kind in ("condition", "open-question") or any(meets(marker.span, s) for s in open_spans):
            continue
        to["markers"].find(False, f"{passage.name}: {passage.words(marker.span)} {marker.kind} {marker.rule}")
    for tag, span in passage.traps:
        if tag == "xm":
            to["traps"].want(not any(meets(m.span, span) for m in found.markers), f"{passage.name}: May")


def score_amounts(passage: Passage, found: Annotations, to: Tallies) -> None:
    """Adds the numbers and dates of a passage in which all of them are marked."""
    free = list(found.numbers)
    for amount in passage.amounts:
        hit = next((n for n in free if meets(n.span, amount.span)), None)
        label = f"{passage.name}: {passage.words(amount.span)}"
        to["numbers"].want(hit is not None, label)
        if hit is None:
            continue
        free.remove(hit)
        to["numbers"].find(True, label)
        given = f"{label} ({hit.value} {hit.high} {hit.unit} {'approximate' if hit.approximate else ''})"
        if amount.value is None:
            to["number: open amount"].want(hit.vague or hit.value is None, given)
        else:
            right = hit.value is not None and abs(hit.value - amount.value) < 1e-6 * max(1, amount.value)
            to["number: value"].want(right, given)
            to["number: approximator"].want((hit.approximate is not None) == amount.approximate, given)
        if amount.high is not None:
            to["number: range"].want(hit.high == amount.high, given)
        if amount.unit:
            stem = amount.unit.lower().rstrip("s")
            to["number: unit"].want(bool(hit.unit) and (stem in hit.unit.lower()), given)
    for number in free:
        to["numbers"].find(False, f"{passage.name}: {passage.words(number.span)} {number.rule}")
    days = list(found.dates)
    for span, kind in passage.days:
        day = next((d for d in days if meets(d.span, span)), None)
        label = f"{passage.name}: {passage.words(span)} ({kind})"
        to["dates"].want(day is not None, label)
        if day is not None:
            days.remove(day)
            to["dates"].find(True, label)
            to["date: kind"].want(day.kind == kind, f"{label}, not {day.kind} {day.value}")
    for day in days:
        to["dates"].find(False, f"{passage.name}: {passage.words(day.span)} {day.kind} {day.rule}")


def score_wording(passage: Passage, found: Annotations, to: Tallies) -> None:
    """Adds the loaded words of a passage in which all of them are marked."""
    free = list(found.wording)
    for span, tag in passage.loaded:
        hit = next((w for w in free if meets(w.span, span)), None)
        if hit is not None:
            free.remove(hit)
        if tag == "w?":
            continue
        to["loaded words"].want(hit is not None, f"{passage.name}: {passage.words(span)}")
        if hit is not None:
            to["loaded words"].find(True, "")
    for word in free:
        to["loaded words"].find(False, f"{passage.name}: {passage.words(word.span)} {word.rule}")
