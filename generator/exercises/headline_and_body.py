"""Headline and body: what a headline claims beside the body -> which goes further, and a headline that fits."""

from collections.abc import Sequence

from generator.exercises import leaks
from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.exercises.pairs import cite
from generator.exercises.places import quote_between
from generator.exercises.rubric import three_levels
from generator.model.dossier import Dossier, Passage, Quote
from generator.model.item import ExtendedText, ExtendedTextAnswer, Item, KeyEntry, Question, Reject
from generator.model.particulars import Headline

PARTS = 3


class HeadlineAndBody(ExerciseType):
    """A headline may fit as it stands: keeping it is a right answer then, and the question offers it each time."""

    name = "headline_and_body"
    skill = "uncertainty"
    kind = "extended-text"
    difficulty = 3

    def units(self, dossier: Dossier) -> Usable:
        units, short = [], []
        for label, note in dossier.headlines.items():
            id_ = f"headline-{label.lower()}"
            if _headline_of(dossier.passages[label]) is None:
                short.append(Shortage(id_, "no-headline"))
            elif note.body.first == 0:
                short.append(Shortage(id_, "no-body"))
            elif note.fit != "same" and note.rewrite is None:
                short.append(Shortage(id_, "no-rewrite"))
            else:
                units.append(Unit(id_, (id_,), (label,)))
        return Usable(tuple(units), tuple(short))

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        words, label = scene.words, units[0].labels[0]
        note, headline = dossier.headlines[label], _headline_of(dossier.passages[label])
        assert headline is not None
        place = words.say("place.report", passage=label)
        points = scene.points or PARTS
        told = {
            "headline": cite(scene, headline),
            "body": cite(scene, note.body),
            "claims": note.claims,
            "why": note.why,
            "fits": words.say(f"fits.{note.fit}"),
            "task": words.say("task.keep" if note.fit == "same" else "task.rewrite"),
            "ending": _ending(scene, note),
        }
        rubric = three_levels(scene, points, **told)
        frame = ("headline", "body", "fits", "rewrite") if scene.lane == "support" else ()
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt", place=place),
                stem=words.say("stem.alone" if scene.lane == "extension" else "stem"),
                extracts=() if scene.lane == "extension" else (scene.extract(headline),),
                points=points,
                hints=scene.where_to_look(dossier, [note.body]),
                response=ExtendedText(lines=2 * points + 1, frame=tuple(words.say(f"frame.{n}") for n in frame)),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say(f"brief.{note.fit}"),
                answer=ExtendedTextAnswer(sample=rubric[0].sample),
                evidence=(
                    scene.evidence(headline, words.say("shows.headline", claims=note.claims)),
                    scene.evidence(note.body, words.say("shows.body")),
                ),
                rationale=words.say("rationale", **told),
                marking=words.say("marking", **told) if points == PARTS else "",
                accept=_accept(scene, note),
                reject=_reject(scene, note),
                rubric=rubric,
            ),
            asks=frozenset({f"headline:{label}", leaks.body_of(label)}),
            tells=leaks.extract(dossier, headline),
            minutes=scene.minutes or 4.0,
            difficulty=self.difficulty,
        )


def _headline_of(passage: Passage) -> Quote | None:
    """The headline with its place; None where the report has none."""
    block = next((block for block in passage.blocks if block.kind == "headline"), None)
    return quote_between(passage, block.start, block.end) if block else None


def _ending(scene: Scene, note: Headline) -> str:
    """The last sentence of a full answer: the new headline, or that the old one can stay."""
    if note.fit == "same":
        return scene.words.say("ending.keep")
    return scene.words.say("ending.rewrite", rewrite=note.rewrite or "")


def _accept(scene: Scene, note: Headline) -> tuple[str, ...]:
    words = scene.words
    headlines = [words.say("accept.rewrite", rewrite=note.rewrite)] if note.rewrite else []
    kept = [words.say("accept.keep")] if note.fit == "same" else []
    return (*headlines, *kept, words.say("accept.other"), words.say("accept.words"))


def _reject(scene: Scene, note: Headline) -> tuple[Reject, ...]:
    words = scene.words
    kinds = (
        *(("upgraded",) if note.upgraded else ()),
        *(("doubt", "aim") if note.fit == "same" else ("verdict", "aim", "short")),
    )
    told = {"upgraded": note.upgraded or ""}
    return tuple(
        Reject(text=words.say(f"reject.{n}.text", **told), why=words.say(f"reject.{n}.why")) for n in kinds
    )
