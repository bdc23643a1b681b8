"""What both reports tell, and whom only one names: questions in the student's own words, marked by a rubric."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from generator.draft.compared import Comparison, Difference, Pair
from generator.draft.marks import Span
from generator.draft.suggest import gate
from generator.draft.suggest.judged import coarse, even_marks
from generator.draft.suggest.said import standing_alone
from generator.draft.suggest.views import ReportView
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


def both(a: ReportView, b: ReportView, between: Comparison, words: Words) -> Candidate | None:
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


def only(here: ReportView, others: Sequence[ReportView], words: Words) -> Candidate | None:
    """Whom one report names and no other; the key gives names that are surely right."""
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

    levels = (("high", "proficient", 3), ("middle", "emergent", 2), ("low", "basic", 1))
    return {
        "type": "own",
        "id": id_,
        "kind": "extended-text",
        "prompt": say("prompt"),
        "stem": say("stem"),
        "rationale": say("rationale"),
        "rubric": [
            {
                "level": words.say(f"level.{level}"),
                "points": n,
                "names": say(f"names.{part}"),
                "sample": say(f"sample.{part}"),
            }
            for part, level, n in levels
        ],
        "evidence": evidence,
        "points": 3,
        "minutes": 4,
        "difficulty": 2,
    }
