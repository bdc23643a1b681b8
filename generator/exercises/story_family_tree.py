"""Story family tree: everybody who got information from somebody <-> from whom they got it directly."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from generator.exercises.base import ExerciseType, Scene, Shortage, Unit, Usable
from generator.exercises.descent import tell_step
from generator.exercises.memo import once_for_each_dossier
from generator.exercises.pairs import evidence, lines_to_read, opening
from generator.model.dossier import Dossier, Edge
from generator.model.item import Item, KeyEntry, Match, MatchAnswer, Question

LEAST_ROWS = 2
LEAST_OPTIONS = 3
MOST_SOURCES = 12
"""More sources than these are not tried, so that the search for fair options stays short."""


class StoryFamilyTree(ExerciseType):
    """An outlet has many sources; the options are such that only one of them is a source of each row."""

    name = "story_family_tree"
    skill = "corroboration"
    kind = "match"
    rows = (LEAST_ROWS, 10)
    difficulty = 2

    def units(self, dossier: Dossier) -> Usable:
        tree = _tree(dossier)
        short = tuple(
            Shortage(id_, "several" if any(edge.evidence for edge in _into(dossier, id_)) else "no-evidence")
            for id_ in dossier.origins.nodes
            if _into(dossier, id_) and id_ not in tree.step
        )
        if len(tree.step) < LEAST_ROWS or not _spare(dossier, list(tree.step)):
            return Usable((), (*short, *(Shortage(id_, "too-few") for id_ in tree.step)))
        labels = {id_: tuple(sorted(edge.evidence)) for id_, edge in tree.step.items()}
        return Usable(tuple(Unit(id_, (id_, edge.from_), labels[id_]) for id_, edge in tree.step.items()), short)

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        words, tree = scene.words, _tree(dossier)
        chosen = scene.shuffled(scene.sample([unit.id for unit in units], scene.how_many(3, 4, 6)))
        steps = [tree.step[id_] for id_ in chosen]
        rows = {id_: scene.option(words.say("row", name=_name(scene, dossier, id_))) for id_ in chosen}
        wanted = list(dict.fromkeys([*(step.from_ for step in steps), *_left_over(dossier, tree, chosen)]))
        options = {
            id_: scene.option(opening(_name(scene, dossier, id_)))
            for id_ in wanted[: max(LEAST_OPTIONS, len({step.from_ for step in steps}) + 2)]
        }
        pairs = {rows[step.to].id: options[step.from_].id for step in steps}
        points, marking = scene.share(len(chosen))
        quotes = [(quote, rows[step.to].text) for step in steps for quote in step.evidence.values()]
        misreadings = {
            option.id: _misreading(scene, dossier, id_, chosen)
            for id_, option in options.items()
            if option.id not in pairs.values()
        }
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=words.say("stem"),
                points=points,
                hints=lines_to_read(scene, dossier, (quote for quote, _ in quotes)),
                response=Match(
                    rows=tuple(rows.values()), options=tuple(scene.shuffled(options.values())), reuse=True
                ),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say("list.semicolon").join(
                    words.say("brief.row", row=rows[step.to].text, answer=options[step.from_].text)
                    for step in steps
                ),
                answer=MatchAnswer(pairs=pairs),
                evidence=evidence(scene, quotes),
                rationale=_rationale(scene, dossier, steps),
                marking=marking,
                misreadings=misreadings,
            ),
            asks=frozenset(f"origin:{step.to}:{step.from_}" for step in steps),
            minutes=scene.minutes or round(0.75 * len(chosen) + 0.5, 1),
            difficulty=self.difficulty,
        )


@dataclass(frozen=True, slots=True)
class _Tree:
    """Sources to offer, and for every node that has exactly one of them: the step from it."""

    offered: tuple[str, ...]
    step: dict[str, Edge]


def _into(dossier: Dossier, node: str) -> list[Edge]:
    return [edge for edge in dossier.origins.edges if edge.to == node and edge.from_ != node]


@once_for_each_dossier
def _tree(dossier: Dossier) -> _Tree:
    """The options that give the most rows one answer each; among equals the ones that make the longest chains."""
    edges = dossier.origins.edges
    proved = [e.from_ for e in edges if e.evidence and e.basis != "outside" and e.from_ in dossier.origins.nodes]
    sources = list(dict.fromkeys(proved))[:MOST_SOURCES]
    into = {id_: _into(dossier, id_) for id_ in dossier.origins.nodes}
    best, best_worth = _Tree((), {}), (0, 0, 0)
    for size in range(1, len(sources) + 1):
        for offered in combinations(sources, size):
            step = _steps(into, frozenset(offered))
            used = {edge.from_ for edge in step.values()}
            worth = (len(step), len(used & set(step)), len(used))
            if worth > best_worth:
                best, best_worth = _Tree(offered, step), worth
    return best


def _steps(into: Mapping[str, Sequence[Edge]], offered: frozenset[str]) -> dict[str, Edge]:
    found = {}
    for id_, edges in into.items():
        hits = [edge for edge in edges if edge.from_ in offered]
        if len(hits) == 1 and hits[0].evidence and hits[0].basis != "outside":
            found[id_] = hits[0]
    return found


def _spare(dossier: Dossier, rows: Sequence[str]) -> list[str]:
    """Nodes that are no direct source of any row."""
    direct = {edge.from_ for id_ in rows for edge in _into(dossier, id_)}
    return [id_ for id_ in dossier.origins.nodes if id_ not in direct]


def _left_over(dossier: Dossier, tree: _Tree, rows: Sequence[str]) -> list[str]:
    """Wrong options: whoever is further back, further on or elsewhere in the tree, and no source of any row."""
    free = _spare(dossier, rows)
    behind = [id_ for id_ in free if any(dossier.origins.path(id_, row) for row in rows)]
    ahead = [id_ for id_ in free if id_ in rows]
    return [*tree.offered, *behind, *ahead, *free]


def _name(scene: Scene, dossier: Dossier, id_: str) -> str:
    node = dossier.origins.nodes[id_]
    if node.report is None:
        return node.label
    if scene.words.say("place.report.short", passage=node.report).casefold() in node.label.casefold():
        return node.label
    return scene.words.say("outlet", name=node.label, passage=node.report)


def _misreading(scene: Scene, dossier: Dossier, option: str, rows: Sequence[str]) -> str:
    words, nodes, origins = scene.words, dossier.origins.nodes, dossier.origins
    name = opening(nodes[option].label)
    for row in rows:
        way = origins.path(option, row)
        if way and len(way) > 1:
            return words.say(
                "misreading.further-back", option=name, row=nodes[row].label, by=nodes[way[-1].from_].label
            )
    for row in rows:
        if row != option and origins.path(row, option):
            return words.say("misreading.further-on", option=name, row=nodes[row].label)
    return words.say("misreading.elsewhere", option=name)


def _rationale(scene: Scene, dossier: Dossier, steps: Iterable[Edge]) -> str:
    told = [scene.words.say("because", step=tell_step(scene, dossier, step)) for step in steps]
    ends = [(step.from_, step.to) for step in steps]
    if any(dossier.origins.path(end, start) for start, end in ends):
        told.append(scene.words.say("because.circular"))
    return " ".join(told)
