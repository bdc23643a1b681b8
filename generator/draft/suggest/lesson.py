"""Suggestions that may become items -> items that a lesson can ask for, best first."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from generator.draft.compared import Comparison, Difference, Pair
from generator.draft.marks import Attribution, Span
from generator.draft.suggest import gate
from generator.draft.suggest.doubt import alone, without
from generator.draft.suggest.origins import surname
from generator.draft.suggest.said import Said, called, coarse, even_marks, standing_alone
from generator.draft.suggest.views import ReportView, overlap
from generator.draft.suggestion import Suggestion
from generator.draft.text import WORD
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
    by_label = {r.report.label: r.report for r in readings}
    both = [_both(by_label[one], by_label[two], between, words) for (one, two), between in compared.items()]
    out += [one for one in both if one is not None][:1]
    if compared:
        # Beside other questions on differences, one of these is enough.
        most = 1 if any(c.skill == "differences" for c in out) else 2
        alone = [
            _only(r, [other for other in by_label.values() if other is not r], words) for r in by_label.values()
        ]
        out += [one for one in alone if one is not None][:most]
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
    exact = [note.id for report, one, note in said if one.form in ("direct", "mixed") and _spoken(report, one)]
    if exact:
        out.append(Candidate("attribution", {"type": "whose_exact_words", "use": exact}))
    plain = [note.id for report, one, note in said if len(one.content) == 1 and _named_once(report, one)]
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
    both = [c.id for c in claims if c.live and c.rule == "same-quotation"]
    if len(quoted) > 2 and both:
        out.append(Candidate("corroboration", {"type": "claim_grid", "use": quoted}))
    if len(both) > 1:
        out.append(Candidate("corroboration", {"type": "one_source_or_two", "use": both}))
    return out


# -- open questions, marked by a rubric ------------------------------------------------------------


def _both(a: ReportView, b: ReportView, between: Comparison, words: Words) -> Candidate | None:
    """What two reports both tell; the key shows the surest places."""
    best = [
        (p, one, two)
        for p in between.pairs
        if _told_alike(p)
        if _whole(a, p.a_span) and _whole(b, p.b_span)
        if (one := a.quote(p.a_span)) is not None and (two := b.quote(p.b_span)) is not None
    ]
    if not best:
        return None
    best.sort(key=lambda one: (-len(_details(one[0])), one[0].score > _ALIKE, -one[0].confidence, _length(one[0])))
    pair = best[0][0]
    told = {"label": a.label, "other": b.label, "detail": _detail(a, b, pair, words)}
    first, second = _short(a, pair.a_span), _short(b, pair.b_span)
    evidence = {a.label: _once(one for _, one, _ in best[:3]), b.label: _once(two for _, _, two in best[:3])}
    name = f"both-tell-{a.label}{b.label}".lower()
    return Candidate("corroboration", _own("both", name, words, told, first, second, evidence))


def _only(here: ReportView, others: Sequence[ReportView], words: Words) -> Candidate | None:
    """Whom one report names and no other; the key has all the names."""
    lonely = _only_named(here, others)
    if not lonely:
        return None
    who, span = lonely[0]
    told = {
        "label": here.label,
        "other": words.say("list.or").join(other.label for other in others),
        "name": who,
        "names": words.say("list.comma").join(name for name, _ in lonely),
    }
    quotes = [quote for _, place in lonely if (quote := here.quote(here.sentence(place))) is not None]
    shown = _short(here, here.sentence(span))
    own = _own("only", f"only-{here.label}-names".lower(), words, told, shown, "", {here.label: _once(quotes[:4])})
    return Candidate("differences", own)


_NEAR, _ENOUGH = 0.88, 0.45
"""How alike sentences must be that agree, and that differ in a detail: others may share one clause alone."""
_ALIKE = 0.97
"""Sentences more alike than this are one and the same, of which there is little to say."""
_LEAST_WORDS = 8
_POINTING = frozenset(
    {"it", "its", "that", "this", "these", "those", "and", "but", "he", "she", "they", "so", "or", "not"}
)
"""First words of a sentence that lean on the one before it."""


def _whole(report: ReportView, span: Span) -> bool:
    """Whether a sentence can stand alone: no headline, no half quotation, no fragment, no pointer back."""
    text = report.of(span)
    plain = [w.strip("“”‘’\"'(),.").lower() for w in text.split()]
    return (
        not report.in_headline(span)
        and even_marks(text)
        and len(plain) >= _LEAST_WORDS
        and plain[0] not in _POINTING
        and not coarse(text)
    )


_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "md", "phd"})


def _plain(word: str) -> str:
    """A word of a name to be compared: small letters without accents, no possessive ending."""
    folded = unicodedata.normalize("NFKD", word.replace("’", "'")).encode("ascii", "ignore").decode().lower()
    return folded.removesuffix("'s").strip("'")


def _only_named(here: ReportView, others: Sequence[ReportView]) -> list[tuple[str, Span]]:
    """People with full names whose surname stands in no other report, each with a place."""
    known = {_plain(word) for other in others for word in other.text.lower}
    out = []
    for entity in here.found.entities:
        parts = [_plain(part.strip(".,()")) for part in entity.name.split()]
        parts = [part for part in parts if part not in _SUFFIXES]
        if entity.kind != "person" or entity.confidence < gate.SPEAKER or len(parts) < 2 or len(parts[-1]) < 3:
            continue
        if known & set(parts[-1:]):
            continue
        full = [m for m in entity.mentions if " ".join(here.of(m.span).split()).endswith(entity.name)]
        places = [m.span for m in full if _whole(here, here.sentence(m.span)) and standing_alone(here, m)]
        if places:
            out.append((entity.name, places[0]))
    return out


def _told_alike(pair: Pair) -> bool:
    """Whether two sentences surely tell one thing: they agree nearly word for word, or but for a detail."""
    if pair.verdict == "agree":
        return pair.confidence >= gate.SAME and pair.score >= _NEAR
    return pair.verdict in ("differ-in-detail", "conflict") and pair.score >= _ENOUGH and bool(_details(pair))


def _details(pair: Pair) -> list[Difference]:
    """Details that surely differ, both of them told."""
    return [d for d in pair.differences if d.slot != "certainty" and d.confidence >= gate.DETAIL and d.a and d.b]


def _detail(a: ReportView, b: ReportView, pair: Pair, words: Words) -> str:
    """A sentence on what differs in two sentences that tell the same."""
    found = _details(pair)
    if found:
        mine, theirs = (
            " ".join(report.of(span).split())
            for report, span in ((a, found[0].a), (b, found[0].b))
            if span is not None
        )
        return words.say("both.detail.one", label=a.label, mine=mine, other=b.label, theirs=theirs)
    one, two = a.of(pair.a_span), b.of(pair.b_span)
    mine, theirs = _own_run(one, two), _own_run(two, one)
    if not mine and not theirs:
        return words.say("both.detail.same")
    if not theirs:
        return words.say("both.detail.more", label=a.label, mine=mine)
    if not mine:
        return words.say("both.detail.more", label=b.label, mine=theirs)
    return words.say("both.detail.words", label=a.label, mine=mine, other=b.label, theirs=theirs)


def _own_run(one: str, two: str) -> str:
    """The longest run of words of one sentence of which the other has none, cut to a few."""
    known = {_plain(word) for word in WORD.findall(two)}
    runs: list[list[re.Match[str]]] = [[]]
    for match in WORD.finditer(one):
        if _plain(match[0]) in known:
            runs.append([])
        else:
            runs[-1].append(match)
    longest = max(runs, key=len)[:_SHOWN_RUN]
    return " ".join(one[longest[0].start() : longest[-1].end()].split()) if longest else ""


_SHOWN_RUN = 8


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
    text = " ".join(report.of(span).split())
    text = text if _ABBREVIATED.search(text) else text.removesuffix(".")
    pieces = text.split('"')
    straight = "".join(piece + ("‘" if n % 2 == 0 else "’") for n, piece in enumerate(pieces[:-1])) + pieces[-1]
    return straight.replace("“", "‘").replace("”", "’")


_ABBREVIATED = re.compile(r"(?:\b\w\.){2,}$|\b(?:Jr|Sr|Co|Inc)\.$")


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
