"""Missing voices: where a claim comes from -> who could tell more, and is heard in neither report."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.exercises.base import ExerciseType, Scene, Unit, Usable
from generator.exercises.descent import tell_step, upstream
from generator.exercises.pairs import both, claim_units, evidence, opening, present, side_quotes
from generator.exercises.rubric import three_levels
from generator.exercises.sources import is_named
from generator.model.dossier import Claim, Dossier, Edge, Node, Quote
from generator.model.item import ExtendedText, ExtendedTextAnswer, Item, KeyEntry, Question, Reject


class MissingVoices(ExerciseType):
    """A voice is missing where the information goes back to it, but neither report lets it speak."""

    name = "missing_voices"
    skill = "corroboration"
    kind = "extended-text"
    difficulty = 3

    def units(self, dossier: Dossier) -> Usable:
        def look(claim: Claim, first: str, second: str) -> str | None:
            if all(side.origin is None for side in present(claim, first, second)):
                return "no-origin"
            voices = _voices(dossier, claim, first, second)
            if any(edge.basis == "outside" for edge in voices.edges):
                return "outside-link"
            return None if voices.missing else "all-heard"

        return claim_units(dossier, look)

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        first, second = both(units)
        words, claim = scene.words, dossier.claim(units[0].id)
        voices = _voices(dossier, claim, first, second)
        points = scene.points or 3
        values = {"first": first, "second": second, "topic": claim.topic, "voice": voices.missing[0].label}
        rubric = three_levels(scene, points, **values)
        quotes: list[tuple[Quote, str | None]] = [
            (quote, opening(claim.topic)) for quote in side_quotes(claim, first, second)
        ]
        quotes += [(quote, words.say("shows.heard", voice=name)) for name, quote in voices.heard]
        quotes += [(quote, words.say("shows.step")) for edge in voices.edges for quote in edge.evidence.values()]
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=words.say("stem", first=first, second=second, topic=claim.topic),
                points=points,
                hints=scene.where_to_look(dossier, (quote for quote, _ in quotes)),
                response=ExtendedText(
                    lines=2 * points,
                    frame=tuple(words.say(f"frame.{n}") for n in ("who", "how", "ask"))
                    if scene.lane == "support"
                    else (),
                ),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say("list.semicolon").join(opening(node.label) for node in voices.missing),
                answer=ExtendedTextAnswer(sample=rubric[0].sample),
                evidence=evidence(scene, quotes),
                rationale=_rationale(scene, dossier, voices, values),
                accept=(
                    *(words.say("accept.voice", voice=opening(node.label)) for node in voices.missing),
                    *(words.say("accept.settle", settle=settle) for settle in claim.settle),
                    words.say("accept.other", first=first, second=second),
                ),
                reject=(
                    *(
                        Reject(text=opening(name), why=words.say("reject.heard", place=scene.place(quote)))
                        for name, quote in voices.heard
                    ),
                    Reject(text=words.say("reject.outlet.text"), why=words.say("reject.outlet.why")),
                ),
                rubric=rubric,
            ),
            asks=frozenset({f"claim:{claim.id}:voices"}),
            minutes=scene.minutes or 4.0,
            difficulty=self.difficulty,
        )


@dataclass(frozen=True, slots=True)
class _Voices:
    """Who stands behind a claim: `missing` speaks in neither report, `heard` does, with its place.

    `edges` are the steps that the information took from the missing ones.
    """

    missing: tuple[Node, ...]
    heard: tuple[tuple[str, Quote], ...]
    edges: tuple[Edge, ...]


def _voices(dossier: Dossier, claim: Claim, first: str, second: str) -> _Voices:
    behind = frozenset[str]().union(*(upstream(dossier, claim, label) for label in (first, second)))
    missing, heard = [], {}
    for node in dossier.origins.nodes.values():
        if node.id not in behind:
            continue
        if node.kind in ("outlet", "unknown"):
            continue
        at = _heard(dossier, node, (first, second))
        if at is not None:
            heard[node.label] = at
        elif not _told_a_report(dossier, node, (first, second)):
            missing.append(node)
    for side in present(claim, first, second):
        if side.said_by and side.said_by.who and side.said_by.source and side.said_by.source not in heard.values():
            heard.setdefault(side.said_by.who, side.said_by.source)
    silent = {node.id for node in missing}
    steps = tuple(edge for edge in dossier.origins.edges if edge.from_ in silent)
    return _Voices(tuple(missing), tuple(heard.items()), steps)


def _heard(dossier: Dossier, node: Node, labels: tuple[str, str]) -> Quote | None:
    """Where a report lets this voice speak."""
    for note in dossier.attributions:
        if note.label not in labels or note.source is None:
            continue
        if note.speaker == node.id or is_named(dossier, note, node.label):
            return note.source
    return None


def _told_a_report(dossier: Dossier, node: Node, labels: tuple[str, str]) -> bool:
    """Whether a text states that this voice spoke to one of the reports' outlets itself."""
    outlets = {outlet.id for label in labels if (outlet := dossier.node_of(label))}
    return any(
        edge.from_ == node.id and edge.to in outlets and edge.basis == "stated" for edge in dossier.origins.edges
    )


def _rationale(scene: Scene, dossier: Dossier, voices: _Voices, values: dict[str, str]) -> str:
    steps = scene.words.say("list.semicolon").join(tell_step(scene, dossier, edge) for edge in voices.edges)
    told = scene.words.say("rationale", **values)
    return f"{told} {scene.words.say('rationale.steps', steps=steps)}" if steps else told
