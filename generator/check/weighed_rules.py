"""Links, times, headlines made for class -> findings: notes that weigh reports together (SS486-SS489)."""

from collections.abc import Iterator
from itertools import combinations

from generator.check.finding import Finding
from generator.check.values import folded, numbers_clash
from generator.check.view import DossierView
from generator.model.files import TimeNote, TimeSide

LEAST_LINKS, LEAST_HEADLINES, MOST_WORDS = 4, 4, 10


# -- links -----------------------------------------------------------------------------------------


def links_of_no_use(view: DossierView) -> Iterator[Finding]:
    """The links of a claim cannot be sorted, or sort the same words twice."""
    for i, claim in enumerate(view.file.claims):
        if not claim.links:
            continue
        at = view.in_dossier("claims", i, "links", key=True)
        if claim.statement is None:
            yield Finding(
                at,
                f"claim '{claim.id}' has links, but no `statement` that they could support",
                "add `statement:` with the claim as a whole sentence",
            )
        if len(claim.links) < LEAST_LINKS:
            yield Finding(
                at,
                f"claim '{claim.id}' has only {len(claim.links)} of at least {LEAST_LINKS} links",
                "add more lines, some that bear on the claim and some that do not",
            )
        elif len({link.bears for link in claim.links}) == 1:
            yield Finding(
                at,
                f"all links of claim '{claim.id}' are '{claim.links[0].bears}', so there is nothing to sort",
                "add lines that do something else for the claim",
            )
        yield from _same_words(view, i)


def _same_words(view: DossierView, number: int) -> Iterator[Finding]:
    claim = view.claim(number)
    places = [link.id for link in view.file.claims[number].links]
    for one, other in combinations(claim.links if claim else (), 2):
        if one.quote.overlaps(other.quote) and one.id != other.id:
            yield Finding(
                view.in_dossier("claims", number, "links", places.index(other.id), "quote"),
                f"“{other.quote.text}” overlaps the words of the link '{one.id}'",
                "quote other words, or keep only one of the two",
            )


# -- times -----------------------------------------------------------------------------------------


def time_against_sides(view: DossierView) -> Iterator[Finding]:
    """The place or the clash of a time does not fit the reports that date it."""
    for i, time in enumerate(view.file.times):
        sides = _sides(view, time)
        whens = {folded(side.when, view.grammar) for side in sides.values()}
        if time.clash and len(sides) < 2:
            yield Finding(
                view.in_dossier("times", i, "clash"),
                f"'{time.id}' clashes, but only {len(sides)} of the reports dates it",
                "quote the time in each report, or write `clash: false`",
            )
        elif time.clash and len(whens) == 1:
            yield Finding(
                view.in_dossier("times", i, "clash"),
                f"'{time.id}' clashes, but every report that dates it gives the same time",
                "correct a `when`, or write `clash: false`",
            )
        if time.order is None and sides and not time.clash:
            yield Finding(
                view.in_dossier("times", i, "order"),
                f"'{time.id}' has no place on the line, although {_and(view, sides)} dates it",
                "give its place as a whole number, or leave the reports out if they do not say when",
            )
        if time.order is not None and not sides:
            yield Finding(
                view.in_dossier("times", i, "order"),
                f"'{time.id}' has a place on the line, but no report is quoted that dates it",
                "quote the words that date it, or write `order: null`",
            )


def when_elsewhere(view: DossierView) -> Iterator[Finding]:
    """The time in a few words is not in the sentence quoted, or numbers differ where no clash is noted."""
    resolved = {time.id: time for time in view.dossier.times} if view.dossier else {}
    for i, time in enumerate(view.file.times):
        sides = _sides(view, time)
        for label, side in sides.items():
            passage = view.passage(label)
            found = resolved[time.id].sides.get(label) if time.id in resolved else None
            if passage is None or found is None:
                continue
            there = set(folded(passage.sentence_of(found[0]), view.grammar).split())
            missing = [word for word in folded(side.when, view.grammar).split() if word not in there]
            if missing:
                yield Finding(
                    view.in_dossier("times", i, label, "when"),
                    f"“{side.when}” is not what the quoted sentence of {view.called(label)} says: "
                    f"it has no “{missing[0]}”",
                    "give the time in the report's own words",
                )
        for (first, one), (second, other) in combinations(sides.items(), 2):
            if not time.clash and numbers_clash(one.when, other.when, view.grammar):
                yield Finding(
                    view.in_dossier("times", i, second, "when"),
                    f"'{time.id}' has other numbers in {second} (“{other.when}”) than in {first} (“{one.when}”), "
                    "but no clash",
                    "write `clash: true`, or give both times so that they can be compared",
                )


def _sides(view: DossierView, time: TimeNote) -> dict[str, TimeSide]:
    given = {label: getattr(time, label) for label in view.labels}
    return {label: side for label, side in given.items() if side is not None}


def _and(view: DossierView, sides: dict[str, TimeSide]) -> str:
    return " and ".join(view.called(label) for label in sides)


# -- headlines made for class ----------------------------------------------------------------------


def headlines_of_no_use(view: DossierView) -> Iterator[Finding]:
    """Headlines made for class that cannot be told apart, are no headlines, or are those of the reports."""
    made = view.file.headlines
    if not made:
        return
    whole = view.in_dossier("headlines", key=True)
    if len(made) < LEAST_HEADLINES:
        yield Finding(
            whole,
            f"there are only {len(made)} of at least {LEAST_HEADLINES} headlines",
            "add headlines that fit one report, both, or neither",
        )
    elif len({frozenset(one.fits) for one in made}) == 1:
        yield Finding(
            whole,
            "all headlines fit the same reports, so there is nothing to tell apart",
            "add headlines that fit one report, both, or neither",
        )
    passages = view.dossier.passages.values() if view.dossier else ()
    titles = {folded(p.meta.title, view.grammar): p.label for p in passages if p.meta.title}
    for i, one in enumerate(made):
        at, length = view.in_dossier("headlines", i, "text"), len(one.text.split())
        if length > MOST_WORDS:
            message = f"the headline '{one.id}' has {length} words; at most {MOST_WORDS} make a headline"
            yield Finding(at, message, "shorten it")
        own = titles.get(folded(one.text, view.grammar))
        if own is not None:
            yield Finding(
                at,
                f"'{one.id}' is the headline of report {view.called(own)} itself",
                "write another, which readers must hold against the report",
            )
        for k, label in enumerate(one.fits):
            if label in one.fits[:k]:
                yield Finding(
                    view.in_dossier("headlines", i, "fits", k),
                    f"'{one.id}' names report {label} twice",
                    "name every report once",
                )
