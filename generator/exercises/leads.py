"""First paragraphs: what the notes say of them, whether that is safe to ask, and what it gives away."""

from collections.abc import Sequence
from itertools import combinations

from generator.exercises import leaks
from generator.exercises.places import quote_between
from generator.model.dossier import Block, Dossier, Passage, Quote
from generator.model.particulars import Lead, Told

PARTS = ("acts", "on", "why")


def opening_of(passage: Passage) -> Block | None:
    """The first paragraph of the body."""
    return next((block for block in passage.blocks if block.kind == "body"), None)


def first_words(dossier: Dossier, label: str) -> Quote:
    """The whole first paragraph of a report, to point at. Raises LookupError where it has none."""
    passage = dossier.passages[label]
    block = opening_of(passage)
    if block is None:
        raise LookupError(f"report {label} has no body paragraph")
    return quote_between(passage, block.start, block.end)


def parts_of(lead: Lead) -> dict[str, Told | None]:
    return {"acts": lead.acts, "on": lead.on, "why": lead.why}


def trouble(passage: Passage, lead: Lead) -> str | None:
    """Why a table about this first paragraph could have a wrong key; None where it cannot."""
    stated = [told for told in parts_of(lead).values() if told is not None]
    block = opening_of(passage)
    if not stated:
        return "silent"
    if block is None or any(not block.start <= t.quote.start < t.quote.end <= block.end for t in stated):
        return "elsewhere"
    return None


def differ(leads: Sequence[Lead]) -> bool:
    """Whether some part is told in another way, or only in some of the paragraphs."""
    for part in PARTS:
        told = [parts_of(lead)[part] for lead in leads]
        for one, other in combinations(told, 2):
            if (one is None) != (other is None) or (one and other and not same(one, other)):
                return True
    return False


def same(one: Told, other: Told) -> bool:
    texts = [{text.casefold() for text in (told.value, *told.accept)} for told in (one, other)]
    return bool(texts[0] & texts[1])


def facts_of(dossier: Dossier, label: str, part: str, told: Told | None) -> frozenset[str]:
    """What a cell gives away: itself, and the value of a claim that stands in the same words."""
    values = leaks.told_values(dossier, told.value, [told.quote]) if told else frozenset()
    return values | {f"lead:{label}:{part}"}


def in_opening(dossier: Dossier, quote: Quote) -> bool:
    block = opening_of(dossier.passages[quote.label])
    return block is not None and quote.start < block.end
