"""Suggestions that may become items -> items that a lesson can ask for, best first."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from generator.draft.compared import Comparison
from generator.draft.marks import Attribution, Span, overlap
from generator.draft.suggest.doubt import alone, without
from generator.draft.suggest.open_questions import Candidate, both, only
from generator.draft.suggest.origins import surname
from generator.draft.suggest.said import Said, called
from generator.draft.suggest.views import ReportView
from generator.draft.suggestion import Suggestion
from generator.model.words import Words


@dataclass(frozen=True)
class Reading:
    """A report with the finds that became suggestions."""

    report: ReportView
    said: Sequence[Said]
    markers: Sequence[Any]
    wording: Sequence[Any]
    figures: Sequence[Any]


def candidates(
    readings: Sequence[Reading],
    claims: Sequence[Suggestion],
    compared: dict[tuple[str, str], Comparison],
    words: Words,
) -> list[Candidate]:
    """Items of all four skills. Only types whose keys machine-made notes can bear are asked for."""
    out: list[Candidate] = []
    out += _attribution(readings)
    out += _uncertainty(readings)
    out += _differences(readings, claims)
    out += _corroboration(claims)
    by_label = {r.report.label: r.report for r in readings}
    shared = [both(by_label[one], by_label[two], between, words) for (one, two), between in compared.items()]
    out += [one for one in shared if one is not None][:1]
    if compared:
        # Beside other questions on differences, one of these is enough.
        most = 1 if any(c.skill == "differences" for c in out) else 2
        named = [
            only(r, [other for other in by_label.values() if other is not r], words) for r in by_label.values()
        ]
        out += [one for one in named if one is not None][:most]
    return out


def _ids(found: Sequence[tuple[Any, Suggestion]]) -> list[str]:
    return [note.id for _, note in found if note.live]


def _attribution(readings: Sequence[Reading]) -> list[Candidate]:
    said = [(r.report, one, note) for r in readings for one, note in r.said if note.live]
    people: dict[str, list[str]] = {}
    for report, one, note in said:
        last = surname(called(report, one) or "")
        if last and one.kind in ("person", "pronoun"):
            people.setdefault(last, []).append(note.id)
    out = []
    exact = [note.id for report, one, note in said if one.form in ("direct", "mixed") and _spoken(report, one)]
    if exact:
        out.append(Candidate("attribution", {"type": "whose_exact_words", "use": exact}))
    plain = [note.id for report, one, note in said if _in_one_piece(report, one) and _named_once(report, one)]
    if plain:
        out.append(Candidate("attribution", {"type": "mark_up", "use": plain}))
    apart = _told_apart(said)
    if len(people) >= 3 and apart:
        use = [ids[0] for ids in people.values()]
        out.append(Candidate("attribution", {"type": "who_said_it", "use": use, "rows": min(4, len(use))}))
    spoken = [note.id for _, _, note in said if note.note.get("not_source")]
    if spoken and apart:
        out.append(Candidate("attribution", {"type": "source_or_channel", "use": spoken}))
    cues = [note.id for _, _, note in said if _plain_cue(note)]
    neutral = [note.id for _, one, note in said if note.note.get("cue") in ("said", "told")]
    if cues or len(neutral) > 1:
        out.append(Candidate("attribution", {"type": "cue_swap", "use": cues or neutral}))
    return out


def _plain_cue(note: Suggestion) -> bool:
    """Whether readers agree on what the reporting word does: 'claimed' keeps a distance, 'noted' may not vouch."""
    cue = note.note.get("cue")
    text = cue["text"] if isinstance(cue, dict) else cue
    return str(text).lower() in _PLAIN_CUES


_PLAIN_CUES = frozenset(
    {
        "claimed",
        "claims",
        "claim",
        "alleged",
        "alleges",
        "allege",
        "revealed",
        "reveals",
        "pointed out",
        "points out",
    }
    | {"proved", "proves", "confirmed", "confirms", "showed", "shows"}
)


def _told_apart(said: Sequence[tuple[ReportView, Attribution, Suggestion]]) -> bool:
    """Whether no two sources may be one: all are people with names, and no surname has two given names."""
    if any(one.kind not in ("person", "pronoun") for _, one, _ in said):
        return False
    speakers: dict[str, set[str]] = {}
    for report, one, note in said:
        last = surname(called(report, one) or "")
        speakers.setdefault(last, set()).add(str(note.note.get("speaker", last)))
    return all(len(found) == 1 for found in speakers.values())


def _spoken(report: ReportView, one: Attribution) -> bool:
    """Whether everything in quotation marks in the paragraph is speech: no title, no motto, no single word."""
    block = report.block_of(one.content[0])
    if block is None:
        return False
    for mark in report.text.quotations:
        if block.start <= mark.start < block.end:
            words = [w.strip(",.!?;:’'") for w in report.of(mark.inner).split()]
            long = [w for w in words if len(w) > 3]
            if len(words) < 3 or "(" in report.of(mark.inner) or all(w[:1].isupper() for w in long):
                return False
    return True


def _in_one_piece(report: ReportView, one: Attribution) -> bool:
    """Whether it is plain where the content begins and ends: a quotation, or a clause that holds no other."""
    if len(one.content) != 1:
        return False
    return one.form == "direct" or _SUBORDINATE.search(report.of(one.content[0])) is None


_SUBORDINATE = re.compile(
    r"\b(?:when|after|before|because|since|as|if|unless|until|while|who|which|whose|where|amid|so that|in order)\b"
)


def _named_once(report: ReportView, one: Attribution) -> bool:
    """Whether the paragraph names the source in one place only, so that there is one place to underline."""
    block = report.block_of(one.source[0])
    if block is None:
        return False
    mine = [
        entity
        for entity in report.found.entities
        if any(
            overlap(m.span, span)
            for m in entity.mentions
            for span in (*one.source, *((one.speaker,) if one.speaker else ()))
        )
    ]
    places = [m.span for entity in mine for m in entity.mentions if block.start <= m.span[0] < block.end]
    return all(overlap(place, one.source[0]) for place in places)


def _uncertainty(readings: Sequence[Reading]) -> list[Candidate]:
    out = []
    clear: list[str] = []
    open_: list[str] = []
    for reading in readings:
        live = [one for one, note in reading.said if note.live]
        noted = [one for one, note in reading.markers if note.live]
        for one, note in reading.markers:
            if note.live:
                (clear if alone(reading.report, one, live, noted) else open_).append(note.id)
    if clear:
        out.append(Candidate("uncertainty", {"type": "limiting_words", "use": clear}))
    taken_out = {note.id for r in readings for one, note in r.markers if without(r.report, one)}
    removed = [id_ for id_ in (*clear, *open_) if id_ in taken_out]
    if removed:
        out.append(Candidate("uncertainty", {"type": "remove_the_hedge", "use": removed}))
    for reading in readings:
        ids = _ids(reading.figures)
        if len(ids) >= 4:
            out.append(
                Candidate("uncertainty", {"type": "exact_or_vague", "use": ids, "reports": [reading.report.label]})
            )
    unnamed = [
        note.id
        for r in readings
        for one, note in r.said
        if note.live and one.kind == "unnamed" and "role" in note.note
    ]
    if unnamed:
        out.append(Candidate("uncertainty", {"type": "unnamed_source", "use": unnamed}))
    return out


def _differences(readings: Sequence[Reading], claims: Sequence[Suggestion]) -> list[Candidate]:
    out = []
    loaded = [note.id for r in readings for one, note in r.wording if note.live and one.voice == "writer"]
    if loaded:
        out.append(Candidate("differences", {"type": "neutral_swap", "use": loaded}))
    # A loaded reporting verb is the writer's, and yet somebody's words go with it.
    plain = [
        (one.voice, note.id)
        for r in readings
        for one, note in r.wording
        if note.live and not _beside_cue(r.report, one.span)
    ]
    if len({voice for voice, _ in plain}) > 1:
        out.append(Candidate("differences", {"type": "whose_word", "use": [id_ for _, id_ in plain]}))
    numbers = [c.id for c in claims if c.live and c.note.get("slot") == "how-many"]
    if len(numbers) > 1:
        out.append(Candidate("differences", {"type": "fact_table", "use": numbers}))
    return out


def _beside_cue(report: ReportView, span: Span) -> bool:
    """Whether words are a reporting verb, or stand beside one ('vehemently denied')."""
    wide = (span[0] - _BESIDE, span[1] + _BESIDE)
    return any(overlap(wide, cue) for a in report.found.attributions for cue in a.cue)


_BESIDE = 2
"""Characters between two words."""


def _corroboration(claims: Sequence[Suggestion]) -> list[Candidate]:
    out = []
    quoted = [c.id for c in claims if c.live and c.rule in ("same-quotation", "quotation-in-one")]
    printed = [c.id for c in claims if c.live and c.rule == "same-quotation"]
    if len(quoted) > 2 and printed:
        out.append(Candidate("corroboration", {"type": "claim_grid", "use": quoted}))
    if len(printed) > 1:
        out.append(Candidate("corroboration", {"type": "one_source_or_two", "use": printed}))
    return out
