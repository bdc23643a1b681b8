"""Where the two sides of a claim come from: claim + provenance graph -> one shared origin, two, or no telling."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from generator.exercises.base import Scene
from generator.exercises.pairs import cite
from generator.model.dossier import Claim, Dossier, Edge, Quote

Verdict = Literal["shared", "independent", "cannot-tell"]


@dataclass(frozen=True, slots=True)
class Route:
    """The way to a report from where it has a claim; no `edges` where the notes show no single way.

    `root` is where the information begins; where several begin, the last node that all of it passed.
    """

    root: str
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Descent:
    """What the graph says of a claim in two reports, with the route to each, by label."""

    verdict: Verdict
    routes: dict[str, Route]
    circular: bool

    @property
    def quotes(self) -> list[Quote]:
        """The words that show the steps."""
        edges = (edge for route in self.routes.values() for edge in route.edges)
        return [quote for edge in edges for quote in edge.evidence.values()]


def descent(dossier: Dossier, claim: Claim, first: str, second: str) -> Descent | str:
    """Where a claim comes from in two reports, or the reason why the notes leave no safe answer.

    Reasons: 'no-origin' (a side names none), 'own-outlet' (a report's outlet stands for all its sources),
    'outside-link' (a step is not in the texts), 'loop' (no beginning), 'mixed-origins' (partly shared).
    """
    walks: dict[str, _Walk] = {}
    for label in (first, second):
        origin = claim.sides[label].origin
        if origin is None or origin not in dossier.origins.nodes:
            return "no-origin"
        if dossier.origins.nodes[origin].report == label and _into(dossier, origin):
            return "own-outlet"
        walks[label] = walk = _walk(dossier, claim, label)
        if not walk.roots:
            return "loop"
    verdict = _verdict(dossier, walks[first], walks[second])
    if verdict is None:
        return "mixed-origins"
    routes = {label: _route(dossier, label, walk) for label, walk in walks.items()}
    steps = [edge for walk in walks.values() for edge in walk.edges]
    steps += [edge for route in routes.values() for edge in route.edges]
    if any(edge.basis == "outside" for edge in steps):
        return "outside-link"
    return Descent(verdict, routes, any(walk.circular for walk in walks.values()))


def upstream(dossier: Dossier, claim: Claim, label: str) -> frozenset[str]:
    """The nodes that a report's claim surely passed; nothing beyond one that has several sources."""
    side = claim.sides.get(label)
    if side is None or side.origin is None or side.origin not in dossier.origins.nodes:
        return frozenset()
    return frozenset(_walk(dossier, claim, label).line)


def steps(dossier: Dossier, claim: Claim, label: str) -> tuple[Edge, ...]:
    """The steps of information that brought a claim to a report, as far as the notes show them."""
    side = claim.sides.get(label)
    if side is None or side.origin is None or side.origin not in dossier.origins.nodes:
        return ()
    walk = _walk(dossier, claim, label)
    more = [edge for edge in _route(dossier, label, walk).edges if edge not in walk.edges]
    return (*walk.edges, *more)


def _verdict(dossier: Dossier, first: "_Walk", second: "_Walk") -> Verdict | None:
    if first.line[-1] == second.line[-1]:
        return "shared"
    if first.roots & second.roots:
        return None
    unknown = any(dossier.origins.nodes[root].kind == "unknown" for root in first.roots | second.roots)
    return "cannot-tell" if unknown else "independent"


@dataclass(frozen=True, slots=True)
class _Walk:
    """What lies upstream of a side. `line` goes from its origin back to where the way begins or parts."""

    roots: frozenset[str]
    line: tuple[str, ...]
    edges: tuple[Edge, ...]
    circular: bool


def _walk(dossier: Dossier, claim: Claim, label: str) -> _Walk:
    """Everything upstream of a side's origin."""
    roots: set[str] = set()
    edges: list[Edge] = []
    done: set[str] = set()
    line: list[str] = []
    circular = False

    def visit(at: str, report: str, above: tuple[str, ...], alone: bool) -> None:
        nonlocal circular
        circular = circular or at in above
        if at in done:
            return
        done.add(at)
        line.extend([at] if alone else [])
        through = _through(dossier, claim, at)
        if through is not None:
            visit(through, dossier.origins.nodes[at].report or report, (*above, at), alone)
            return
        steps = [] if _knows_itself(claim, report, at) else _into(dossier, at)
        edges.extend(steps)
        for step in steps:
            visit(step.from_, report, (*above, at), alone and len(steps) == 1)
        if not steps:
            roots.add(at)

    visit(claim.sides[label].origin or "", label, (), True)
    return _Walk(frozenset(roots), tuple(line), tuple(edges), circular)


def _into(dossier: Dossier, node: str) -> list[Edge]:
    return [edge for edge in dossier.origins.edges if edge.to == node]


def _knows_itself(claim: Claim, label: str, node: str) -> bool:
    """Whether this node saw or did what the claim is about, whatever else others may have told it."""
    note = claim.sides[label].said_by
    return note is not None and note.speaker == node and note.basis in ("witness", "participant")


def _through(dossier: Dossier, claim: Claim, node: str) -> str | None:
    """For the outlet of a report of the dossier: where that report has the claim from.

    The outlet's other sources have nothing to do with this claim.
    """
    report = dossier.origins.nodes[node].report
    side = claim.sides.get(report) if report else None
    if side is None or not side.present or side.origin == node or side.origin not in dossier.origins.nodes:
        return None
    return side.origin


def _route(dossier: Dossier, label: str, walk: _Walk) -> Route:
    outlet = dossier.node_of(label)
    stops = [*reversed(walk.line), *([outlet.id] if outlet and outlet.id not in walk.line else [])]
    edges: list[Edge] = []
    for start, end in pairwise(stops):
        way = only_way(dossier, start, end)
        if way is None:
            return Route(stops[0], ())
        edges += way
    return Route(stops[0], tuple(edges))


def only_way(dossier: Dossier, start: str, end: str) -> tuple[Edge, ...] | None:
    """The steps from one node to another, if there is exactly one way."""
    ways: list[tuple[Edge, ...]] = []

    def go(at: str, taken: tuple[Edge, ...]) -> None:
        if at == end:
            ways.append(taken)
            return
        been = {start, *(edge.to for edge in taken)}
        for edge in dossier.origins.edges:
            if edge.from_ == at and edge.to not in been and len(ways) < 2:
                go(edge.to, (*taken, edge))

    go(start, ())
    return ways[0] if len(ways) == 1 else None


# -- words -----------------------------------------------------------------------------------------


def root_of(dossier: Dossier, found: Descent, label: str) -> str:
    """The name of where a report's information begins, to stand inside a sentence."""
    return dossier.origins.nodes[found.routes[label].root].label


def tell_step(scene: Scene, dossier: Dossier, edge: Edge) -> str:
    """A step in words: from whom to whom, and whether a text states it or it is inferred."""
    nodes, words = dossier.origins.nodes, scene.words
    proof = words.say("list.semicolon").join(cite(scene, quote) for _, quote in sorted(edge.evidence.items()))
    shown = words.say(f"step.{edge.basis}")
    if proof:
        shown = words.say("step.proof", shown=shown, proof=proof)
    return words.say("step", start=nodes[edge.from_].label, end=nodes[edge.to].label, shown=shown)


def tell_route(scene: Scene, dossier: Dossier, found: Descent, label: str) -> str:
    """A sentence on where a report has the claim from."""
    route = found.routes[label]
    if not route.edges:
        return scene.words.say("route.short", passage=label, root=root_of(dossier, found, label))
    steps = scene.words.say("list.then").join(tell_step(scene, dossier, edge) for edge in route.edges)
    return scene.words.say("route", passage=label, steps=steps)
