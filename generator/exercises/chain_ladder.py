"""Chain ladder: the way of a statement, first speaker -> agency and outlets -> this report, in order."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.exercises import leaks
from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.exercises.pairs import opening, sentences_to_read
from generator.exercises.places import voice_of
from generator.exercises.statements import attribution_of
from generator.model.dossier import Attribution, Dossier, Edge, Node, Quote
from generator.model.item import Item, KeyEntry, Option, Order, OrderAnswer, Question, Reject

LEAST = 3


@dataclass(frozen=True, slots=True)
class _Chain:
    """The nodes of a chain in order, and the link behind each but the last."""

    nodes: tuple[Node, ...]
    links: tuple[Edge, ...]


class ChainLadder(ExerciseType):
    """At least three steps, and no mark for the last, which follows from the others.

    The report itself is a step only where there would be fewer than three without it.
    """

    name = "chain_ladder"
    skill = "attribution"
    kind = "order"
    difficulty = 2

    def units(self, dossier: Dossier) -> Usable:
        units: list[tuple[int, Unit]] = []
        short: list[Shortage] = []
        seen: set[tuple[str, ...]] = set()
        for note in dossier.attributions:
            chain = _chain(dossier, note)
            if isinstance(chain, str):
                short.append(Shortage(note.id, chain))
                continue
            path = tuple(node.id for node in chain.nodes)
            if path in seen:
                short.append(Shortage(note.id, "same-chain"))
                continue
            seen.add(path)
            others = {label for link in chain.links for label in link.evidence} - {note.label}
            unit = Unit(note.id, (note.id,), (note.label, *sorted(others)))
            units.append((len(path), unit))
        units.sort(key=lambda pair: -pair[0])
        return Usable(tuple(unit for _, unit in units), tuple(short))

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        words, note = scene.words, attribution_of(dossier, units[0])
        chain = _chain(dossier, note)
        assert isinstance(chain, _Chain)
        asked = chain.nodes[:-1] if len(chain.nodes) > LEAST else chain.nodes
        steps = [scene.option(node.label) for node in asked]
        points, marking = _marks(scene, len(steps))
        evidence = _evidence(chain, note)
        place = words.say("place.report", passage=note.label)
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=words.say("stem", says=note.says, place=place),
                points=points,
                hints=sentences_to_read(scene, dossier, _on_the_way(dossier, note, evidence)),
                response=Order(
                    options=tuple(_mixed(scene, steps)),
                    first=words.say("order.first"),
                    last=words.say("order.last"),
                ),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say("list.arrow").join(step.text for step in steps),
                answer=OrderAnswer(groups=tuple((step.id,) for step in steps)),
                evidence=tuple(scene.evidence(quote, _shows(chain, link, scene)) for quote, link in evidence),
                rationale="\n".join(_tell(chain, link, scene) for link in chain.links),
                marking=marking,
                reject=(
                    Reject(
                        text=words.say("reject.outlet", outlet=opening(steps[-1].text)),
                        why=words.say("reject.outlet.why", outlet=opening(steps[-1].text)),
                    ),
                ),
            ),
            asks=leaks.sources(dossier, note) | {f"origin:chain:{note.label}"},
            tells=leaks.statement(dossier, note)
            | leaks.names(dossier, *(step.text for step in steps))
            | {f"claim:{claim.id}:independence" for claim in leaks.resting_on(dossier, note)},
            minutes=scene.minutes or 1.5,
            difficulty=self.difficulty,
        )


def _chain(dossier: Dossier, note: Attribution) -> _Chain | str:
    """The chain of an attribution, or the reason why there is none to put in order."""
    nodes, outlet = dossier.origins.nodes, dossier.node_of(note.label)
    if note.speaker not in nodes or note.source is None:
        return "no-speaker"
    if outlet is None:
        return "no-outlet"
    ids = [id_ for id_ in (note.speaker, *note.via, outlet.id) if id_ in nodes]
    ids = list(dict.fromkeys(ids))
    links = [_link(dossier, start, end) for start, end in pairwise(ids)]
    if len(ids) < LEAST:
        return "too-short"
    if ids[-1] != outlet.id or len({nodes[id_].label for id_ in ids}) < len(ids):
        return "loop"
    known = [link for link in links if link is not None]
    if len(known) < len(links):
        return "no-link"
    if any(link.basis == "outside" for link in known):
        return "outside"
    if any(link.basis == "stated" and not link.evidence for link in known):
        return "no-evidence"
    return _Chain(tuple(nodes[id_] for id_ in ids), tuple(known))


def _link(dossier: Dossier, start: str, end: str) -> Edge | None:
    return next((e for e in dossier.origins.edges if e.from_ == start and e.to == end), None)


def _marks(scene: Scene, steps: int) -> tuple[int, str]:
    """One mark less than there are steps: with all others in place, the last one has no choice."""
    if scene.points is None or scene.points == steps - 1:
        return steps - 1, scene.words.say("marking")
    return scene.points, scene.words.say("marking.proportion", points=str(scene.points), parts=str(steps))


def _mixed(scene: Scene, steps: Sequence[Option]) -> list[Option]:
    """The steps in another order than the right one."""
    mixed = scene.shuffled(steps)
    return mixed if mixed != list(steps) else [*mixed[1:], mixed[0]]


def _evidence(chain: _Chain, note: Attribution) -> list[tuple[Quote, Edge | None]]:
    """The words that show each stated link, then those of the attribution itself."""
    found = [(quote, link) for link in chain.links for quote in link.evidence.values()]
    return [*found, *((q, None) for q in note.quotes if all(q != other for other, _ in found))]


def _on_the_way(dossier: Dossier, note: Attribution, found: Sequence[tuple[Quote, Edge | None]]) -> list[Quote]:
    """Where to read of this statement's way: its own paragraph, and other reports.

    Links are noted once for all statements that took them, maybe at another statement of the same report.
    """
    passage = dossier.passages[note.label]
    own = passage.paragraph_of(note.content[0].start)
    voice = voice_of(dossier, note)
    quotes = [quote for quote, _ in found]
    return [
        *voice,
        *(q for q in quotes if q.label != note.label or passage.paragraph_of(q.start).start == own.start),
    ]


def _shows(chain: _Chain, link: Edge | None, scene: Scene) -> str | None:
    if link is None:
        return None
    names = {node.id: node.label for node in chain.nodes}
    return scene.words.say("list.arrow").join((names[link.from_], names[link.to]))


def _tell(chain: _Chain, link: Edge, scene: Scene) -> str:
    """One sentence: the link, and whether a text states it."""
    names = {node.id: node.label for node in chain.nodes}
    places = scene.words.say("list.and").join(scene.place(quote) for quote in link.evidence.values())
    key = "link.stated" if link.basis == "stated" else "link.inferred"
    return scene.words.say(key, start=opening(names[link.from_]), end=names[link.to], places=places)
