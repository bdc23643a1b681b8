"""Two annotated reports -> signs that they have something from one place."""

from collections.abc import Sequence
from functools import lru_cache

from generator.draft.compared import SharedOrigin, SharedWording
from generator.draft.comparison.forms import one_person, parts
from generator.draft.comparison.side import Side
from generator.draft.marks import Attribution, Span
from generator.draft.tables import table

_AGENCY = 0.75
_SPEAKER = 0.95


def origins(a: Side, b: Side, shared: Sequence[SharedWording]) -> list[SharedOrigin]:
    """Shared wording, agencies named in both, words of one speaker in both; each once, in the first's order."""
    out = [
        SharedOrigin("wording", a.words_of(run.a), run.a, run.b, run.confidence)
        for run in shared
        if not run.quoted
    ]
    out += _agencies(a, b)
    out += _speakers(a, b, [run for run in shared if run.quoted])
    return sorted(out, key=lambda origin: (origin.a, origin.kind))


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return frozenset(row[0] for row in table("outlets") if "agency" in row[1:])


_SAME = {
    "ap": "associated press",
    "afp": "agence france-presse",
    "pa": "press association",
    "upi": "united press international",
}


def _agencies(a: Side, b: Side) -> list[SharedOrigin]:
    left, right = _named(a), _named(b)
    return [
        SharedOrigin("agency", a.words_of(left[key]), left[key], right[key], _AGENCY)
        for key in left
        if key in right
    ]


def _named(side: Side) -> dict[str, Span]:
    """The agencies that a report names, by a folded name, with their first place."""
    out: dict[str, Span] = {}
    for entity in side.found.entities:
        if entity.kind not in ("outlet", "organisation", "other"):
            continue
        bare = entity.name.removeprefix("The ").removeprefix("the ")
        if bare in _known() or bare.removesuffix(" news agency") in _known():
            key = bare.lower().removesuffix(" news agency").removesuffix(" novosti")
            out.setdefault(_SAME.get(key, key), entity.mentions[0].span)
    return out


def _speakers(a: Side, b: Side, runs: Sequence[SharedWording]) -> list[SharedOrigin]:
    out, seen = [], set()
    for run in runs:
        one, other = _speaker(a, run.a), _speaker(b, run.b)
        if one is None or other is None or not one_person(a.words_of(one), b.words_of(other)):
            continue
        key = parts(a.words_of(one))[-1:]
        if key not in seen:
            seen.add(key)
            out.append(SharedOrigin("speaker", a.words_of(one), run.a, run.b, _SPEAKER))
    return out


def _speaker(side: Side, span: Span) -> Span | None:
    """The name of whom a stretch is attributed to; None where nobody, or only a pronoun without antecedent."""
    best: Attribution | None = None
    sentence = side.at(span[0])
    for said in sentence.said if sentence else ():
        if any(start < span[1] and span[0] < end for start, end in said.content):
            best = said
    if best is None or not best.source:
        return None
    return best.speaker or (None if best.kind in ("pronoun", "none") else best.source[0])
