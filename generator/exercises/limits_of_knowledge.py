"""Limits of knowledge: what a source says it does not know, in its words, and why that matters."""

from collections.abc import Sequence

from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.exercises.pairs import cite, evidence
from generator.exercises.places import quote_between, sentence_around
from generator.exercises.rubric import three_levels
from generator.model.dossier import Dossier, Gap, Marker, Quote
from generator.model.item import ExtendedText, ExtendedTextAnswer, Item, KeyEntry, Question, Reject


class LimitsOfKnowledge(ExerciseType):
    """Not to know is no fault; scored on the words, the open question and what follows from it."""

    name = "limits_of_knowledge"
    skill = "attribution"
    kind = "extended-text"
    difficulty = 3

    def units(self, dossier: Dossier) -> Usable:
        units, short = [], []
        covered: list[Quote] = []
        for gap in dossier.gaps:
            for label, (state, quote) in gap.sides.items():
                if state != "source-does-not-know":
                    continue
                covered += [quote] if quote is not None else []
                if quote is None:
                    short.append(Shortage(gap.id, "no-quote"))
                elif not gap.matters:
                    short.append(Shortage(gap.id, "no-matters"))
                else:
                    notes = (gap.id, *(marker.id for marker in _markers(dossier, [quote])))
                    units.append(Unit(gap.id, notes, (label,)))
        for marker in dossier.markers:
            if marker.kind == "stated-ignorance" and not any(marker.quote.overlaps(q) for q in covered):
                short.append(Shortage(marker.id, "no-gap"))
        return Usable(tuple(units), tuple(dict.fromkeys(short)))

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        words, label = scene.words, units[0].labels[0]
        gap = next(gap for gap in dossier.gaps if gap.id == units[0].id)
        quote = _words(gap, label)
        read = _read(dossier, quote, scene)
        shown = [(quote, gap), *((_words(other, label), other) for other in _others(dossier, gap, label, read))]
        loose = _loose(dossier, read, [q for q, _ in shown])
        told = {
            "place": words.say("place.report", passage=label),
            "quote": cite(scene, quote),
            "asks": gap.asks,
            "matters": gap.matters or "",
        }
        brief = ".brief" if scene.lane == "extension" else ""
        points = scene.points or (4 if brief else 3)
        rubric = three_levels(scene, points, **told)
        frame = ("frame.quote", "frame.open", "frame.matters") if scene.lane == "support" else ()
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=words.say(f"stem{brief}", **told),
                points=points,
                hints=scene.where_to_look(dossier, [quote]),
                response=ExtendedText(lines=2 * points + 1, frame=tuple(words.say(key, **told) for key in frame)),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say("brief.rubric"),
                answer=ExtendedTextAnswer(sample=rubric[0].sample),
                evidence=evidence(scene, ((q, words.say("shows", asks=of.asks)) for q, of in shown)),
                rationale=words.say("rationale", **told),
                marking=words.say(f"marking.parts{brief}"),
                accept=(
                    *(
                        words.say("accept.other", quote=cite(scene, q), asks=of.asks, matters=of.matters or "")
                        for q, of in shown[1:]
                    ),
                    *(words.say("accept.loose", quote=cite(scene, q)) for q in loose),
                    words.say("accept.matters"),
                ),
                reject=tuple(
                    Reject(text=words.say(f"reject.{key}"), why=words.say(f"reject.{key}.why"))
                    for key in ("nobody", "bad", "hedge", "silence", *(["answer"] if brief else []))
                ),
                rubric=rubric,
            ),
            asks=frozenset(
                fact
                for q, of in shown
                for fact in (f"gap:{of.id}:{label}", *(f"marker:{m.id}:text" for m in _markers(dossier, [q])))
            ),
            minutes=scene.minutes or float(points),
            difficulty=self.difficulty,
        )


def _words(gap: Gap, label: str) -> Quote:
    """The words of a report that say that it is not known. Raises LookupError where there are none."""
    _, quote = gap.sides[label]
    if quote is None:
        raise LookupError(f"report {label} has no words for the open question '{gap.id}'")
    return quote


def _markers(dossier: Dossier, quotes: Sequence[Quote]) -> list[Marker]:
    """The noted words of stated ignorance that stand in these words."""
    return [
        m for m in dossier.markers if m.kind == "stated-ignorance" and any(m.quote.overlaps(q) for q in quotes)
    ]


def _read(dossier: Dossier, quote: Quote, scene: Scene) -> Quote:
    """What the lane sends students to: the sentence, the paragraph, or all of the report."""
    passage = dossier.passages[quote.label]
    if scene.lane == "support":
        return sentence_around(passage, quote)
    if scene.lane == "core":
        block = passage.paragraph_of(quote.start)
        return quote_between(passage, block.start, block.end)
    return quote_between(passage, 0, len(passage.text))


def _others(dossier: Dossier, gap: Gap, label: str, read: Quote) -> list[Gap]:
    """Other questions that words in the part to read leave open, so that they are right answers too."""
    return [
        other
        for other in dossier.gaps
        if other != gap and other.matters and label in other.sides
        for state, quote in [other.sides[label]]
        if state == "source-does-not-know" and quote is not None and quote.overlaps(read)
    ]


def _loose(dossier: Dossier, read: Quote, known: Sequence[Quote]) -> list[Quote]:
    """Sentences of the part to read with stated ignorance on which the notes give no open question."""
    found = [
        sentence_around(dossier.passages[m.label], m.quote)
        for m in _markers(dossier, [read])
        if not any(m.quote.overlaps(quote) for quote in known)
    ]
    return list(dict.fromkeys(found))
