"""Two annotated reports -> signs that they have something from one place."""

from collections.abc import Sequence
from functools import lru_cache

from generator.draft.compared import SharedOrigin, SharedWording
from generator.draft.comparison.side import Side
from generator.draft.comparison.signs import signs
from generator.draft.comparison.speakers import speakers
from generator.draft.marks import Entity, Span
from generator.draft.tables import table

_AGENCY, _BARE = 0.75, 0.6
"""Where it is known or called a news agency, and where it is only called 'the … agency'."""
_BESIDE = 3
"""Words behind a name among which it may be called an agency: 'Tessera, a news agency'."""


def origins(a: Side, b: Side, shared: Sequence[SharedWording]) -> list[SharedOrigin]:
    """Shared wording, agencies named in both, words of one speaker in both; each once, in the first's order."""
    out = [
        SharedOrigin("wording", a.words_of(run.a), run.a, run.b, run.confidence)
        for run in shared
        if not run.quoted
    ]
    out += _agencies(a, b)
    out += speakers(a, b, [run for run in shared if run.quoted])
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


_KINDS = ("outlet", "organisation", "other")


def _agencies(a: Side, b: Side) -> list[SharedOrigin]:
    left, right = _named(a), _named(b)
    for mine, theirs, other in ((left, right, b), (right, left, a)):
        for key in [key for key in mine if key not in theirs]:
            if place := _called(key, other):
                theirs[key] = place, 0.0
    both = [(*left[key], *right[key]) for key in left if key in right]
    return [SharedOrigin("agency", a.words_of(x), x, y, max(sure, certain)) for x, sure, y, certain in both]


def _named(side: Side) -> dict[str, tuple[Span, float]]:
    """The agencies that a report names, by a folded name, with their first place and how sure it is."""
    out: dict[str, tuple[Span, float]] = {}
    for entity in side.found.entities:
        bare = entity.name.removeprefix("The ").removeprefix("the ")
        known = bare in _known() or bare.removesuffix(" news agency") in _known()
        sure = _AGENCY if known and entity.kind in _KINDS else 0.0
        sure = sure or (_said_to_be(entity, side) if entity.kind != "person" else 0.0)
        if sure:
            key = bare.lower().removesuffix(" news agency").removesuffix(" novosti")
            out.setdefault(_SAME.get(key, key), (entity.mentions[0].span, sure))
    return out


def _said_to_be(entity: Entity, side: Side) -> float:
    """How sure it is that a report calls a name a news agency's, before it or directly behind it; 0 for no sign.

    'The space agency Nyx' is no news agency, and 'the Nyx agency' need not be one.
    """
    text = side.text
    best = 0.0
    for mention in entity.mentions[:_BESIDE]:
        first, behind = text.word_range(*mention.span)
        before, after = text.words[max(first - 2, 0) : first], text.words[behind : behind + _BESIDE]
        if before[-1:] == ["agency"]:
            best = max(best, _AGENCY if before[0] in signs("press") else _BARE if before[0] == "the" else 0.0)
        elif "agency" in after:
            link = after[: after.index("agency")]
            if link and link[-1] in signs("press") and set(link[:-1]) <= signs("article"):
                best = _AGENCY
            elif not link and before[-1:] == ["the"]:
                best = max(best, _BARE)
    return best


def _called(key: str, side: Side) -> Span | None:
    """The first place of a name in a report, by its folded words; None where it is not there."""
    words = key.split()
    for entity in side.found.entities:
        if entity.kind != "person" and entity.name.lower().removeprefix("the ").split()[: len(words)] == words:
            return entity.mentions[0].span
    text = side.text
    for k in range(len(text.words) - len(words) + 1):
        here = text.words[k : k + len(words)]
        if here[0][0].isupper() and [word.lower().removesuffix("’s").removesuffix("'s") for word in here] == words:
            return text.starts[k], text.ends[k + len(words) - 1]
    return None
