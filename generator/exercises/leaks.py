"""What a question shows -> the facts that it gives away to other items of the sheet."""

from collections.abc import Iterable
from itertools import combinations

from generator.exercises.places import find_words
from generator.model.dossier import Attribution, Claim, Dossier, Marker, Quote, Side

Shown = tuple[str, str]
"""Id of a claim and label of a report: the question shows that this report makes this claim."""


def sources(dossier: Dossier, *notes: Attribution) -> frozenset[str]:
    """Who the sources of these attributions are, and whom the claims that rest on them go back to.

    So two reports that have one claim from one speaker share a fact, and an item on either answers the other.
    """
    own = {f"attribution:{note.id}:source" for note in notes}
    shared = {
        f"claim:{claim.id}:{(note.speaker or note.who or '').casefold().replace(':', ' ')}:source"
        for note in notes
        if note.source is not None
        for claim in resting_on(dossier, note)
    }
    return frozenset(own | shared)


def resting_on(dossier: Dossier, note: Attribution) -> list[Claim]:
    """The claims that rest on an attribution."""
    return [claim for claim in dossier.claims if any(_said_so(side, note) for side in claim.sides.values())]


def _said_so(side: Side, note: Attribution) -> bool:
    by = side.said_by
    # Comparing whole notes is slow, and most of them differ in their names already.
    return by is not None and by.id == note.id and by == note


def notes_of(dossier: Dossier, note: Attribution) -> tuple[str, ...]:
    """The attribution with the claims and open questions on which a row on it tells something.

    Assembly may leave the row out for their sake.
    """
    claims = [id_ for id_, _ in claims_in(dossier, note.content)]
    resting = [claim.id for claim in resting_on(dossier, note)]
    return tuple(dict.fromkeys((note.id, *claims, *resting, *_ids(told_gaps(dossier, note.content)))))


def told_values(dossier: Dossier, text: str, quotes: Iterable[Quote]) -> frozenset[str]:
    """The values of claims that a text gives away, where it retells the words in `quotes`."""
    places = list(quotes)
    return frozenset(
        f"claim:{claim.id}:{side.label}:value"
        for claim in dossier.claims
        for side in claim.sides.values()
        if side.quote is not None
        and any(side.quote.overlaps(q) for q in places)
        and any(find_words(text, value) for value in (side.value, *side.accept) if value)
    )


def told_sides(dossier: Dossier, note: Attribution) -> frozenset[str]:
    """The sides of claims that a question on a single statement gives away, where their values are in its words.

    It shows them to whoever has to find out what each report says; a row among others matters less.
    """
    told = told_values(dossier, note.says, note.content)
    return frozenset(f"{fact.removesuffix(':value')}:side" for fact in told)


def told_gaps(dossier: Dossier, quotes: Iterable[Quote]) -> frozenset[str]:
    """What these words give away on open questions: that the report answers them, or that somebody cannot."""
    places = list(quotes)
    return frozenset(
        f"gap:{gap.id}:{label}"
        for gap in dossier.gaps
        for label, (_, quote) in gap.sides.items()
        if quote is not None and any(quote.overlaps(place) for place in places)
    )


def told_bodies(dossier: Dossier, shown: Quote) -> frozenset[str]:
    """The headlines of which this shows words of the body that have to be set beside them."""
    return frozenset(body_of(label) for label, note in dossier.headlines.items() if shown.overlaps(note.body))


def body_of(label: str) -> str:
    """That one knows which words of the body to set beside the headline of a report."""
    return f"headline:headline-{label.lower()}:body"


def _ids(facts: Iterable[str]) -> list[str]:
    """The ids of the notes that facts are about."""
    return [fact.split(":")[1] for fact in sorted(facts)]


def told_standings(dossier: Dossier, *notes: Attribution | Marker) -> frozenset[str]:
    """How reports present the claims that rest on these attributions or are limited by these markers."""
    return frozenset(
        f"claim:{claim.id}:{side.label}:standing"
        for claim in dossier.claims
        for side in claim.sides.values()
        if side.said_by in notes or any(marker in notes for marker in side.markers)
    )


def presence(shown: Iterable[Shown]) -> frozenset[str]:
    """That these reports make these claims: one fact for each report, one for every two reports.

    Seeing a claim in one report leaves open whether the other makes it too; only both together answer that.
    """
    labels: dict[str, set[str]] = {}
    for claim, label in shown:
        labels.setdefault(claim, set()).add(label)
    single = {f"claim:{claim}:{label}:present" for claim, found in labels.items() for label in found}
    double = {
        f"claim:{claim}:{first}{second}:present"
        for claim, found in labels.items()
        for first, second in combinations(sorted(found), 2)
    }
    return frozenset(single | double)


def whereabouts(dossier: Dossier, claim: Claim, labels: Iterable[str]) -> frozenset[str]:
    """That these reports make a claim and the others do not."""
    told = set(labels)
    pairs = [pair for pair in combinations(dossier.labels, 2) if told & set(pair)]
    return presence((claim.id, label) for label in told) | {f"claim:{claim.id}:{a}{b}:present" for a, b in pairs}


def where(claims: Iterable[Claim], first: str, second: str) -> frozenset[str]:
    """Which of two reports make these claims, and how they stand on them."""
    return frozenset(
        f"claim:{claim.id}:{fact}" for claim in claims for fact in ("relation", f"{first}{second}:present")
    )


def claims_in(dossier: Dossier, quotes: Iterable[Quote]) -> list[Shown]:
    """The claims whose words stand in these stretches of the passages, with the reports."""
    places = list(quotes)
    return [
        (claim.id, side.label)
        for claim in dossier.claims
        for side in claim.sides.values()
        if side.quote is not None and any(_holds(place, side.quote) for place in places)
    ]


def statement(dossier: Dossier, note: Attribution) -> frozenset[str]:
    """What a question gives away that says which report has the statement of an attribution."""
    shown = [*claims_in(dossier, note.content), *((claim.id, note.label) for claim in resting_on(dossier, note))]
    told = told_values(dossier, note.says, note.content) | told_standings(dossier, note)
    return told | presence(shown) | told_gaps(dossier, note.content)


def extract(dossier: Dossier, shown: Quote) -> frozenset[str]:
    """What words of a passage give away that stand in a question: claims, and who stands behind them."""
    inside = claims_in(dossier, [shown])
    spoken = [
        note
        for note in dossier.attributions
        if note.source is not None and _holds(shown, note.source) and any(_holds(shown, q) for q in note.content)
    ]
    values = frozenset(f"claim:{id_}:{label}:value" for id_, label in inside)
    standings = frozenset(f"claim:{id_}:{label}:standing" for id_, label in inside)
    return presence(inside) | values | standings | sources(dossier, *spoken) | told_gaps(dossier, [shown])


def marked_sentence(dossier: Dossier, shown: Quote, marker: Marker) -> frozenset[str]:
    """What a sentence gives away that a question shows together with words that limit it."""
    vague = {f"figure:{figure.id}" for figure in dossier.figures if marker.quote.leads(figure.quote)}
    return extract(dossier, shown) | told_standings(dossier, marker) | {f"marker:{marker.id}:text"} | vague


def touched(dossier: Dossier, quote: Quote) -> list[Shown]:
    """The claims of which any words stand in this stretch of a passage, with the report."""
    return [
        (claim.id, quote.label)
        for claim in dossier.claims
        if (side := claim.sides.get(quote.label)) and side.quote is not None and side.quote.overlaps(quote)
    ]


def notes_at(dossier: Dossier, quote: Quote) -> tuple[str, ...]:
    """Ids of all notes with words in this stretch: a row that shows it may go for their sake."""
    spoken = [note.id for note in dossier.attributions if any(q.overlaps(quote) for q in note.content)]
    marks = [marker.id for marker in dossier.markers if marker.quote.overlaps(quote)]
    others = _ids((*told_gaps(dossier, [quote]), *told_bodies(dossier, quote)))
    return tuple(dict.fromkeys([*(claim for claim, _ in touched(dossier, quote)), *spoken, *marks, *others]))


def names(dossier: Dossier, *texts: str) -> frozenset[str]:
    """The people and groups of whom these texts give two names at once."""
    found = set()
    for entity in dossier.entities:
        labels = {
            entity.name.casefold(),
            *(q.text.casefold() for quotes in entity.labels.values() for q in quotes),
        }
        for text in texts:
            inside = [label for label in labels if find_words(text, label)]
            longest = max(inside, key=len, default="")
            if any(label not in longest for label in inside):
                found.add(f"entity:{entity.id}:labels")
    return frozenset(found)


def _holds(outer: Quote, inner: Quote) -> bool:
    return outer.label == inner.label and outer.start <= inner.start and inner.end <= outer.end
