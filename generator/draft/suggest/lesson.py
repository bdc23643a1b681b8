"""Suggestions that may become items -> items that a lesson can ask for, best first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from generator.draft.compared import Comparison, Difference, Pair
from generator.draft.marks import Span
from generator.draft.suggest import gate
from generator.draft.suggest.doubt import alone
from generator.draft.suggest.said import Said, called, even_marks
from generator.draft.suggest.views import ReportView
from generator.draft.suggestion import Suggestion
from generator.model.vocabulary import Skill
from generator.model.words import Words

_OPENS = 7
"""Words of a sentence that are enough to find it."""


@dataclass(frozen=True)
class Candidate:
    """An item that a lesson may ask for, as its file has it; each rests on live notes only."""

    skill: Skill
    item: dict[str, Any]


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
    for (first, second), between in compared.items():
        pair = [next(r.report for r in readings if r.report.label == label) for label in (first, second)]
        out += _open_items(pair[0], pair[1], between, words)
    return out


def _ids(found: Sequence[tuple[Any, Suggestion]]) -> list[str]:
    return [note.id for _, note in found if note.live]


def _attribution(readings: Sequence[Reading]) -> list[Candidate]:
    said = [(r.report, one, note) for r in readings for one, note in r.said if note.live]
    people: dict[str, list[str]] = {}
    for report, one, note in said:
        who = (called(report, one) or "").split()
        if who and who[-1][:1].isupper() and one.kind in ("person", "pronoun"):
            people.setdefault(who[-1].strip(".,’'").casefold(), []).append(note.id)
    out = []
    exact = [note.id for _, one, note in said if one.form in ("direct", "mixed")]
    if exact:
        out.append(Candidate("attribution", {"type": "whose_exact_words", "use": exact}))
    plain = [note.id for _, one, note in said if one.form != "direct" or len(one.content) == 1]
    if plain:
        out.append(Candidate("attribution", {"type": "mark_up", "use": plain}))
    if len(people) >= 3 and all(one.kind in ("person", "pronoun") for _, one, _ in said):
        use = [ids[0] for ids in people.values()]
        out.append(Candidate("attribution", {"type": "who_said_it", "use": use, "rows": min(4, len(use))}))
    spoken = [note.id for _, _, note in said if note.note.get("not_source")]
    if spoken and all(one.kind in ("person", "pronoun") for _, one, _ in said):
        out.append(Candidate("attribution", {"type": "source_or_channel", "use": spoken}))
    cues = [note.id for _, _, note in said if note.note.get("strength") in ("distancing", "endorsing")]
    neutral = [note.id for _, one, note in said if note.note.get("cue") in ("said", "told")]
    if cues or len(neutral) > 1:
        out.append(Candidate("attribution", {"type": "cue_swap", "use": cues or neutral}))
    return out


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
    kinds = {note.id: one.kind for r in readings for one, note in r.markers}
    removed = [id_ for id_ in (*open_, *clear) if kinds[id_] in _REMOVED]
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


_REMOVED = frozenset({"modal", "probability", "speculation", "prediction", "allegation", "approximator"})
"""Kinds of markers whose words can be left out of a sentence."""


def _differences(readings: Sequence[Reading], claims: Sequence[Suggestion]) -> list[Candidate]:
    out = []
    loaded = [note.id for r in readings for one, note in r.wording if note.live and one.voice == "writer"]
    if loaded:
        out.append(Candidate("differences", {"type": "neutral_swap", "use": loaded}))
    voices = {one.voice for r in readings for one, note in r.wording if note.live}
    if len(voices) > 1:
        out.append(
            Candidate("differences", {"type": "whose_word", "use": [i for r in readings for i in _ids(r.wording)]})
        )
    numbers = [c.id for c in claims if c.live and c.note.get("slot") == "how-many"]
    if len(numbers) > 1:
        out.append(Candidate("differences", {"type": "fact_table", "use": numbers}))
    return out


def _corroboration(claims: Sequence[Suggestion]) -> list[Candidate]:
    out = []
    quoted = [c.id for c in claims if c.live and c.rule in ("same-quotation", "quotation-in-one")]
    both = [c.id for c in claims if c.live and c.rule == "same-quotation"]
    if len(quoted) > 2 and both:
        out.append(Candidate("corroboration", {"type": "claim_grid", "use": quoted}))
    if len(both) > 1:
        out.append(Candidate("corroboration", {"type": "one_source_or_two", "use": both}))
    return out


# -- open questions, marked by a rubric ------------------------------------------------------------


def _open_items(a: ReportView, b: ReportView, between: Comparison, words: Words) -> list[Candidate]:
    """What both tell, and what only one tells, in the student's own words. The key shows the surest lines."""
    out = []
    told = {"label": a.label, "other": b.label}
    best = [
        (p, one, two)
        for p in between.pairs
        if p.verdict in _SAME_THING and (p.confidence >= gate.SAME or _details(p))
        if not a.in_headline(p.a_span) and not b.in_headline(p.b_span)
        if even_marks(a.of(p.a_span)) and even_marks(b.of(p.b_span))
        if (one := a.quote(p.a_span)) is not None and (two := b.quote(p.b_span)) is not None
    ]
    best.sort(key=lambda one: (-len(_details(one[0])), -one[0].confidence, _length(one[0])))
    if best:
        pair = best[0][0]
        told["detail"] = _detail(a, b, pair, words)
        first, second = _short(a, pair.a_span), _short(b, pair.b_span)
        evidence = {a.label: _once(one for _, one, _ in best[:3]), b.label: _once(two for _, _, two in best[:3])}
        name = f"both-tell-{a.label}{b.label}".lower()
        out.append(Candidate("corroboration", _own("both", name, words, told, first, second, evidence)))
    for here, there, side in ((a, b, 0), (b, a, 1)):
        lonely = [
            (o, quote)
            for o in between.only
            if o.report == side and o.confidence >= gate.ONLY and not here.in_headline(o.span)
            if (quote := here.quote(o.span)) is not None and even_marks(here.of(o.span))
        ]
        lonely.sort(key=lambda one: (-round(one[0].confidence, 1), one[0].span[1] - one[0].span[0]))
        if lonely:
            name = f"only-{here.label}-not-{there.label}".lower()
            place = {"label": here.label, "other": there.label}
            shown = _short(here, lonely[0][0].span)
            evidence = {here.label: _once(quote for _, quote in lonely[:3])}
            out.append(Candidate("differences", _own("only", name, words, place, shown, "", evidence)))
    return out


_SAME_THING = frozenset({"agree", "other-words", "differ-in-detail", "conflict"})


def _details(pair: Pair) -> list[Difference]:
    """Details that surely differ, both of them told."""
    return [d for d in pair.differences if d.slot != "certainty" and d.confidence >= gate.SAME and d.a and d.b]


def _detail(a: ReportView, b: ReportView, pair: Pair, words: Words) -> str:
    """A sentence on what differs in two sentences that tell the same."""
    found = _details(pair)
    if not found:
        return words.say("both.detail.words")
    mine, theirs = (
        " ".join(report.of(span).split())
        for report, span in ((a, found[0].a), (b, found[0].b))
        if span is not None
    )
    return words.say("both.detail.one", label=a.label, mine=mine, other=b.label, theirs=theirs)


def _length(pair: Pair) -> int:
    return pair.a_span[1] - pair.a_span[0] + pair.b_span[1] - pair.b_span[0]


def _once(quotes: Iterable[Any]) -> list[Any]:
    out: list[Any] = []
    for quote in quotes:
        if quote not in out:
            out.append(quote)
    return out


def _short(report: ReportView, span: Span) -> str:
    """A sentence to stand inside quotation marks, its own ones as single ones."""
    text = " ".join(report.of(span).split()).rstrip(".")
    pieces = text.split('"')
    straight = "".join(piece + ("‘" if n % 2 == 0 else "’") for n, piece in enumerate(pieces[:-1])) + pieces[-1]
    return straight.replace("“", "‘").replace("”", "’")


def _own(
    key: str, id_: str, words: Words, told: dict[str, str], first: str, second: str, evidence: dict[str, Any]
) -> dict[str, Any]:
    def say(part: str) -> str:
        opens, opens_other = (" ".join(text.split()[:_OPENS]).rstrip(",;:") for text in (first, second))
        return words.say(f"{key}.{part}", first=first, second=second, opens=opens, opens_other=opens_other, **told)

    levels = (("high", 3), ("middle", 2), ("low", 1))
    return {
        "type": "own",
        "id": id_,
        "kind": "extended-text",
        "prompt": say("prompt"),
        "stem": say("stem"),
        "rationale": say("rationale"),
        "rubric": [
            {
                "level": words.say(f"level.{n}"),
                "points": n,
                "names": say(f"names.{part}"),
                "sample": say(f"sample.{part}"),
            }
            for part, n in levels
        ],
        "evidence": evidence,
        "points": 3,
        "minutes": 4,
        "difficulty": 2,
    }
