"""Headline work: headlines made for class -> which of two reports bear them out."""

from collections.abc import Sequence

from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.exercises.nearest import nearest_sentence, sentences_of
from generator.exercises.pairs import both, evidence, inside_quotes, pairs, unstopped
from generator.exercises.statements import balanced, in_turn
from generator.model.dossier import Dossier, Quote
from generator.model.files import MadeHeadline
from generator.model.item import Grid, GridAnswer, Item, KeyEntry, Question

FITS = ("first", "second", "both", "neither")
LEAST = 4
"""Headlines of an item, at least."""


class HeadlineWork(ExerciseType):
    """A headline fits a report that bears out all of it, whatever else the report says."""

    name = "headline_work"
    skill = "differences"
    kind = "grid"
    rows = (LEAST, 12)
    difficulty = 2

    def units(self, dossier: Dossier) -> Usable:
        titles = {passage.meta.title.casefold() for passage in dossier.passages.values() if passage.meta.title}
        own = [made for made in dossier.made_headlines if made.text.casefold() in titles]
        usable = [made for made in dossier.made_headlines if made not in own]
        units: list[Unit] = []
        for first, second in pairs(dossier):
            filled = [group for group in _by_fit(usable, first, second).values() if group]
            if len(usable) >= LEAST and len(filled) > 1:
                units += (
                    Unit(made.id, (made.id,), (first, second), group=first + second) for made in in_turn(filled)
                )
        lost = usable if not units else []
        return Usable(
            tuple(units),
            (*(Shortage(made.id, "own") for made in own), *(Shortage(made.id, "too-few") for made in lost)),
        )

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        first, second = both(units)
        words, wanted = scene.words, {unit.id for unit in units}
        groups = _by_fit([made for made in dossier.made_headlines if made.id in wanted], first, second)
        drawn = scene.shuffled(balanced(scene, groups, LEAST, max(LEAST, scene.how_many(4, 5, 7))))
        columns = {fit: scene.option(words.say(f"column.{fit}", first=first, second=second)) for fit in FITS}
        rows = {made.id: scene.option(made.text) for made in drawn}
        answers = {made.id: columns[_fit(made, first, second)] for made in drawn}
        cells = {rows[made.id].id: answers[made.id].id for made in drawn}
        points, marking = scene.share(len(drawn))
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=words.say("stem", first=first, second=second),
                points=points,
                hints=(words.say("hint.support"),) if scene.lane == "support" else (),
                response=Grid(
                    corner=words.say("corner"), rows=tuple(rows.values()), columns=tuple(columns.values())
                ),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say("list.semicolon").join(
                    words.say("brief.row", row=unstopped(made.text), answer=answers[made.id].text)
                    for made in drawn
                ),
                answer=GridAnswer(cells=cells),
                evidence=evidence(scene, _compared(scene, dossier, drawn, (first, second))),
                rationale="\n".join(
                    words.say(
                        "because",
                        headline=inside_quotes(scene, made.text),
                        answer=answers[made.id].text,
                        why=made.why,
                    )
                    for made in drawn
                ),
                marking=marking,
                misreadings={
                    column.id: words.say(f"misreading.{fit}", first=first, second=second)
                    for fit, column in columns.items()
                    if set(cells.values()) != {column.id}
                },
            ),
            asks=frozenset(f"made-headline:{made.id}" for made in drawn),
            minutes=scene.minutes or round(0.75 * len(drawn) + 0.5, 1),
            difficulty=self.difficulty,
        )


def _fit(made: MadeHeadline, first: str, second: str) -> str:
    """The column of a headline; other reports that it fits do not count."""
    here = [label for label in (first, second) if label in made.fits]
    return "both" if len(here) == 2 else "neither" if not here else "first" if here[0] == first else "second"


def _by_fit(made: Sequence[MadeHeadline], first: str, second: str) -> dict[str, list[MadeHeadline]]:
    return {fit: [one for one in made if _fit(one, first, second) == fit] for fit in FITS}


# -- words to set beside a headline ----------------------------------------------------------------


def _compared(
    scene: Scene, dossier: Dossier, made: Sequence[MadeHeadline], labels: tuple[str, str]
) -> list[tuple[Quote, str]]:
    """In each report the sentence nearest to each headline, and how a report begins that has none."""
    found: list[tuple[Quote, str]] = []
    for label in labels:
        passage = dossier.passages[label]
        beside: dict[Quote, list[str]] = {}
        for one in made:
            if (quote := nearest_sentence(passage, one.text)) is not None:
                beside.setdefault(quote, []).append(
                    scene.words.say("quoted", headline=inside_quotes(scene, one.text))
                )
        for quote, headlines in beside.items():
            told = scene.words.say("list.semicolon").join(headlines)
            found.append((quote, scene.words.say("shows", headlines=told)))
        if not beside:
            found.append((next(sentences_of(passage)), scene.words.say("shows.lead")))
    return found
