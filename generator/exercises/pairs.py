"""Two reports side by side: notes -> units of a pair of labels, and words for both sides of a claim."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import TypeVar

from generator.exercises.base import Scene, Shortage, Unit, Usable
from generator.exercises.places import lines_of_paragraph, lines_of_sentence, sentence_around, voice_of
from generator.exercises.statements import LIMITING_KINDS, markers_in, spread
from generator.model.dossier import Claim, Dossier, Quote, Side
from generator.model.item import Evidence
from generator.model.vocabulary import Relation

T = TypeVar("T")

Look = Callable[[Claim, str, str], str | None]
"""Why a claim is no use for a pair of reports (a key of `shortages`), or None where it is."""

SAME: frozenset[Relation] = frozenset({"agree", "same-in-other-words"})
"""Both reports say the same thing, whatever the words."""


def pairs(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Every two reports, in the order of their labels."""
    return combinations(dossier.labels, 2)


def trouble(claim: Claim, first: str, second: str) -> str | None:
    """What keeps any comparison of a claim from being safe: 'no-relation', 'no-quote', 'unclear', or None."""
    relation = claim.relation(first, second)
    if relation is None:
        return "no-relation"
    here = present(claim, first, second)
    if any(side.quote is None for side in here):
        return "no-quote"
    if len(here) != (1 if relation == "only-in-one" else 2):
        return "unclear"
    return None


def present(claim: Claim, *labels: str) -> list[Side]:
    """The sides of these reports that make the claim."""
    return [claim.sides[label] for label in labels if label in claim.sides and claim.sides[label].present]


def claim_units(dossier: Dossier, look: Look) -> Usable:
    """A unit for each claim and pair that `look` lets pass; a shortage for a claim of no use to any pair."""
    units: list[Unit] = []
    shortages: list[Shortage] = []
    for claim in dossier.claims:
        reasons: list[str] = []
        for first, second in pairs(dossier):
            reason = trouble(claim, first, second) or look(claim, first, second)
            if reason is None:
                units.append(pair_unit(claim, first, second))
            else:
                reasons.append(reason)
        if not any(unit.id == claim.id for unit in units):
            telling = [reason for reason in reasons if reason != "no-relation"]
            shortages.extend(Shortage(claim.id, reason) for reason in (telling or reasons)[:1])
    return Usable(tuple(units), tuple(shortages))


def pair_unit(claim: Claim, first: str, second: str) -> Unit:
    """The unit of a claim in two reports, with the attributions and markers that its sides rest on."""
    notes = [claim.id]
    for side in present(claim, first, second):
        notes += [side.said_by.id] if side.said_by else []
        notes += [marker.id for marker in side.markers]
    return Unit(claim.id, tuple(dict.fromkeys(notes)), (first, second), first + second)


def as_sure(dossier: Dossier, claim: Claim, first: str, second: str) -> bool:
    """Whether words limit or raise the claim in both reports alike: then neither is plainly surer.

    Any marker in the sentence counts that is not noted as limiting something else.
    """
    found = []
    for side in present(claim, first, second):
        marks = list(side.markers)
        if side.quote is not None:
            sentence = sentence_around(dossier.passages[side.label], side.quote)
            near = [m for m in markers_in(dossier, sentence) if m.limits in (None, claim.id)]
            marks += [marker for marker in near if marker.kind in LIMITING_KINDS | {"booster"}]
        limited = side.standing == "hedged" or any(marker.kind != "booster" for marker in marks)
        found.append((limited, any(marker.kind == "booster" for marker in marks)))
    return len(set(found)) <= 1


def uncertainty_trouble(dossier: Dossier) -> Look:
    """Lets no claim pass that has two defensible answers, because its words of doubt tell against its relation."""

    def look(claim: Claim, first: str, second: str) -> str | None:
        relation = claim.relation(first, second)
        if relation in ("conflict", "only-in-one"):
            return None
        alike = as_sure(dossier, claim, first, second)
        return None if alike == (relation != "differ-in-certainty") else "other-certainty"

    return look


def claims_of(dossier: Dossier, units: Iterable[Unit]) -> list[Claim]:
    """The leading claims of the units."""
    return [dossier.claim(unit.id) for unit in units]


def both(units: Sequence[Unit]) -> tuple[str, str]:
    """The pair of labels that the units share."""
    first, second = units[0].labels[:2]
    return first, second


def topped_up(units: Sequence[Unit], pool: Iterable[Unit], need: Callable[[Unit], bool]) -> list[Unit]:
    """The units, with one more of the same pair in front where none of them meets the need."""
    if any(need(unit) for unit in units):
        return list(units)
    more = [unit for unit in pool if unit.group == units[0].group and need(unit)]
    return [*more[:1], *units]


def varied(scene: Scene, things: Iterable[T], kind: Callable[[T], str], most: int) -> list[T]:
    """At most `most` of the things, of as many kinds as can be, in the order of this variant."""
    groups: dict[str, list[T]] = {}
    for thing in things:
        groups.setdefault(kind(thing), []).append(thing)
    return scene.shuffled(spread(scene, groups, most))


# -- words -----------------------------------------------------------------------------------------


def opening(text: str) -> str:
    """The text with a capital letter in front."""
    return text[:1].upper() + text[1:]


def unstopped(sentence: str) -> str:
    """A sentence without its full stop, to go on behind it."""
    return sentence.strip().removesuffix(".")


def cite(scene: Scene, quote: Quote) -> str:
    """The quote in quotation marks with its place, to stand inside a sentence."""
    inner = inside_quotes(scene, quote.text.strip("“”«»").rstrip(",.;: "))
    return scene.words.say("cite", text=inner, place=scene.place(quote))


def inside_quotes(scene: Scene, text: str) -> str:
    """A text to stand in quotation marks, its own ones as inner ones."""
    for side in ("open", "close"):
        text = text.replace(scene.words.say(f"quotes.{side}"), scene.words.say(f"quotes.{side}.inner"))
    return text


def side_quotes(claim: Claim, *labels: str) -> list[Quote]:
    """The words that make the claim in these reports, in the order of the labels."""
    return [side.quote for side in present(claim, *labels) if side.quote is not None]


def side_words(claim: Claim, label: str) -> Quote:
    """The words that make the claim in one report. Raises LookupError where the report does not make it."""
    quotes = side_quotes(claim, label)
    if not quotes:
        raise LookupError(f"report {label} has no words for the claim '{claim.id}'")
    return quotes[0]


def side_proof(dossier: Dossier, claim: Claim, *labels: str) -> list[Quote]:
    """All words that an answer on a claim in these reports rests on: who says it and what limits it included."""
    found = []
    for side in present(claim, *labels):
        found += [side.quote] if side.quote is not None else []
        found += voice_of(dossier, side.said_by) if side.said_by else []
        found += [marker.quote for marker in side.markers]
    return found


def evidence(scene: Scene, quotes: Iterable[tuple[Quote, str | None]]) -> tuple[Evidence, ...]:
    """Evidence of all quotes, each place once, in the order of reports and lines."""
    found: dict[tuple[str, int, int], Evidence] = {}
    for quote, shows in quotes:
        found.setdefault((quote.label, quote.start, quote.end), scene.evidence(quote, shows))
    return tuple(found[place] for place in sorted(found))


def claim_evidence(scene: Scene, claims: Iterable[Claim], *labels: str) -> tuple[Evidence, ...]:
    """The words of all claims in these reports, each shown to prove its topic."""
    return evidence(
        scene, ((quote, opening(claim.topic)) for claim in claims for quote in side_quotes(claim, *labels))
    )


def lines_to_read(scene: Scene, dossier: Dossier, quotes: Iterable[Quote]) -> tuple[str, ...]:
    """For the support lane: the sentences to read, where paragraphs would cover most of the reports."""
    return scene.where_to_look(dossier, quotes) if scene.lane == "support" else ()


def sentences_to_read(scene: Scene, dossier: Dossier, quotes: Iterable[Quote]) -> tuple[str, ...]:
    """No more than the sentences in support and core, where the rest of a paragraph is about something else."""
    return () if scene.lane == "extension" else scene.pointer(dossier, quotes, lines_of_sentence)


def paragraphs_to_read(scene: Scene, dossier: Dossier, quotes: Iterable[Quote]) -> tuple[str, ...]:
    """Whole paragraphs in support and core: what makes two reports differ mostly stands around the words."""
    return () if scene.lane == "extension" else scene.pointer(dossier, quotes, lines_of_paragraph)


def topic_trouble(dossier: Dossier) -> Look:
    """Lets no claim pass whose topic an earlier one has: their rows could not be told apart."""
    first: dict[str, str] = {}
    for claim in dossier.claims:
        first.setdefault(claim.topic.casefold(), claim.id)
    return lambda claim, *_: None if first[claim.topic.casefold()] == claim.id else "same-topic"
