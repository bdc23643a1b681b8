"""What the tests of pair types share: small changes to the story, and items read back by their texts."""

from typing import Any

from staging import scene

from generator.exercises import EXERCISES
from generator.exercises.base import ExerciseType, Unit
from generator.model.dossier import Claim, Dossier, Edge, Node, Origins, Quote
from generator.model.item import Item
from generator.model.vocabulary import Lane, Variant


def with_claim(dossier: Dossier, id_: str, **update: Any) -> Dossier:
    """The dossier with one claim changed."""
    return _swapped(dossier, dossier.claim(id_).model_copy(update=update))


def with_side(dossier: Dossier, id_: str, label: str, **update: Any) -> Dossier:
    """The dossier with one side of a claim changed."""
    claim = dossier.claim(id_)
    sides = {**claim.sides, label: claim.sides[label].model_copy(update=update)}
    return _swapped(dossier, claim.model_copy(update={"sides": sides}))


def with_origins(dossier: Dossier, nodes: dict[str, str], *steps: tuple[str, str, str]) -> Dossier:
    """The dossier with more nodes (id -> kind) and more steps (from, to, basis)."""
    old = dossier.origins
    more = {
        id_: Node.model_validate({"id": id_, "label": f"the {id_}", "kind": kind, "report": None})
        for id_, kind in nodes.items()
    }
    edges = [
        Edge.model_validate({"from_": a, "to": b, "how": "told", "basis": basis, "evidence": {}})
        for a, b, basis in steps
    ]
    origins = Origins(nodes={**old.nodes, **more}, edges=(*old.edges, *edges))
    return dossier.model_copy(update={"origins": origins})


def only(dossier: Dossier, *ids: str) -> Dossier:
    """The dossier with only these claims."""
    return dossier.model_copy(update={"claims": tuple(c for c in dossier.claims if c.id in ids)})


def three_reports(dossier: Dossier) -> Dossier:
    """The dossier with report B once more as report C; what holds for A and B holds for A and C."""
    third = dossier.passages["B"].model_copy(update={"label": "C"})

    def again(quote: Quote | None) -> Quote | None:
        return quote and quote.model_copy(update={"label": "C"})

    def claim(old: Claim) -> Claim:
        side = old.sides["B"]
        said_by = side.said_by and side.said_by.model_copy(
            update={
                "label": "C",
                "source": again(side.said_by.source),
                "cue": again(side.said_by.cue),
                "content": tuple(again(quote) for quote in side.said_by.content),
            }
        )
        sides = {
            **old.sides,
            "C": side.model_copy(
                update={"label": "C", "quote": again(side.quote), "said_by": said_by, "markers": ()}
            ),
        }
        return old.model_copy(update={"sides": sides, "relations": {**old.relations, "AC": old.relations["AB"]}})

    return dossier.model_copy(
        update={
            "passages": {**dossier.passages, "C": third},
            "claims": tuple(claim(old) for old in dossier.claims),
        }
    )


def kind_of(name: str) -> ExerciseType:
    return EXERCISES[name]


def unit_ids(name: str, dossier: Dossier) -> list[str]:
    return [unit.id for unit in EXERCISES[name].units(dossier).units]


def shortage(name: str, dossier: Dossier, note: str) -> str | None:
    """The reason for which a type cannot use a note; None where it does not say one."""
    found = [s.reason for s in EXERCISES[name].units(dossier).shortages if s.note == note]
    return found[0] if found else None


def made(
    name: str, dossier: Dossier, *ids: str, lane: Lane = "core", variant: Variant = "A", **wishes: Any
) -> Item:
    """An item of a type from the units of these notes (none named: all of the first group)."""
    kind = EXERCISES[name]
    units: list[Unit] = [u for u in kind.units(dossier).units if not ids or u.id in ids]
    units = [unit for unit in units if unit.group == units[0].group][: kind.rows[1]]
    return kind.make(dossier, units, scene(name, lane, variant, **wishes))


def texts(item: Item) -> dict[str, str]:
    """Id -> text of everything in the response."""
    response = item.question.response
    return {t.id: t.text for field in ("options", "rows", "columns") for t in getattr(response, field, ())}


def cells(item: Item) -> dict[str, str]:
    """The key of a grid or match in words: row -> column."""
    names, answer = texts(item), item.key.answer.model_dump()
    return {names[row]: names[column] for row, column in (answer.get("cells") or answer.get("pairs")).items()}


def right(item: Item) -> set[str]:
    """The right options of a choice in words."""
    names, answer = texts(item), item.key.answer.model_dump()
    return {names[id_] for id_ in (answer.get("options") or [answer["option"]])}


def wrong(item: Item) -> set[str]:
    return {option.text for option in item.question.response.options} - right(item)  # type: ignore[union-attr]


def points_by_level(item: Item) -> list[int]:
    return [level.points for level in item.key.rubric]


def swap(claims: tuple[Claim, ...], new: Claim) -> tuple[Claim, ...]:
    return tuple(new if claim.id == new.id else claim for claim in claims)


def _swapped(dossier: Dossier, new: Claim) -> Dossier:
    return dossier.model_copy(update={"claims": swap(dossier.claims, new)})
