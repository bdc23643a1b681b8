"""What tests of exercise types share: the words of a type, a scene to play an item in, a readable print of it."""

import re
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from generator.exercises.base import ExerciseType, Scene
from generator.model.dossier import Dossier
from generator.model.item import Item
from generator.model.vocabulary import Lane, Variant
from generator.model.words import Words

FIELDS = ("options", "rows", "columns")
PROMPTS = Path(__file__).parents[2] / "templates" / "prompts" / "en"


@cache
def words(name: str) -> Words:
    """The shipped English words of a type, with its shortages under 'shortages.<key>'."""
    own, common = (yaml.safe_load((PROMPTS / f"{n}.yaml").read_text("utf-8")) for n in (name, "common"))
    text = {**own["text"], **{f"shortages.{k}": v for k, v in own.get("shortages", {}).items()}}
    return Words(text, common["text"], f"{name}.yaml")


def scene(name: str, lane: Lane = "core", variant: Variant = "A", seed: str = "lesson", **wishes: Any) -> Scene:
    """A scene for one item of a type."""
    item_id = f"{seed}/{name}"
    return Scene(item_id, lane, variant, Random(f"{seed}:{variant}:{item_id}"), words(name), **wishes)


def told(item: Item) -> str:
    """An item as plain text, for people who read along: what the student sees, then the key."""
    q, k = item.question, item.key
    out = [
        f"== {q.type} [{q.points}] {q.prompt}",
        q.stem,
        *(f"   “{e.text}” {e.passage} {e.lines}" for e in q.extracts),
    ]
    out += [f"   hint: {hint}" for hint in q.hints]
    names = {}
    for field in ("options", "rows", "columns", "marks"):
        for thing in getattr(q.response, field, ()):
            names[thing.id] = getattr(thing, "text", None) or thing.label
            out.append(f"   {field}: {names[thing.id]}")
    for field in ("first", "last", "passage", "lines", "find", "frame", "bank", "table"):
        if getattr(q.response, field, None):
            out.append(f"   {field}: {getattr(q.response, field)}")
    answer = str(k.answer)
    for id_, name in names.items():
        answer = answer.replace(id_, name)
    out += [f"-- {k.brief} | {answer}", f"   {k.rationale} | {k.marking} | {item.minutes} min"]
    out += [f"   evidence {e.passage} {e.lines} “{e.quote}” {e.shows or ''}" for e in k.evidence]
    out += [f"   accept {text}" for text in k.accept]
    out += [f"   reject {r.text} — {r.why}" for r in k.reject]
    out += [f"   wrong {names.get(id_, id_)} — {why}" for id_, why in k.misreadings.items()]
    out += [f"   {r.level} {r.points}: {r.names} — {r.sample}" for r in k.rubric]
    return "\n".join(out)


def make(
    kind: ExerciseType, dossier: Dossier, *use: str, lane: Lane = "core", seed: str = "lesson", **wishes: Any
) -> Item:
    """The item of the notes named (all usable ones where none are), from the first group that has them."""
    units = [unit for unit in kind.units(dossier).units if not use or unit.id in use]
    units = [unit for unit in units if unit.group == units[0].group]
    return kind.make(dossier, units[: kind.rows[1]], scene(kind.name, lane, seed=seed, **wishes))


def why_not(kind: ExerciseType, dossier: Dossier, note: str) -> str:
    """The reason for which a type cannot use a note. Raises StopIteration where it has none."""
    return next(s.reason for s in kind.units(dossier).shortages if s.note == note)


def read_lines(hint: str) -> set[tuple[str, int]]:
    """Report and number of every line that a pointer names; the headline is line 0."""
    found: set[tuple[str, int]] = set()
    for part in hint.removeprefix("Look at ").removesuffix(".").split("; "):
        label, places = part.split(", ", 1)
        found |= {(label, 0)} if "headline" in places else set()
        for first, last in re.findall(r"(\d+)(?:–(\d+))?", places):
            found |= {(label, n) for n in range(int(first), int(last or first) + 1)}
    return found


def usable(kind: ExerciseType, dossier: Dossier) -> list[str]:
    """Ids of the leading notes of all units."""
    return [unit.id for unit in kind.units(dossier).units]


def chosen_texts(item: Item) -> dict[str, str]:
    """Row -> what the key gives it, in the words of the sheet (match, grid)."""
    response = item.question.response
    names = {thing.id: thing.text for field in FIELDS for thing in getattr(response, field, ())}
    answer = item.key.answer
    pairs = getattr(answer, "pairs", None) or getattr(answer, "cells", {})
    return {names[row]: names[given] for row, given in pairs.items()}


def changed(dossier: Dossier, field: str, id_: str, **values: Any) -> Dossier:
    """The dossier with one note changed; for an attribution, in the claims that rest on it too."""
    notes = tuple(n.model_copy(update=values) if n.id == id_ else n for n in getattr(dossier, field))
    out = dossier.model_copy(update={field: notes})
    if field != "attributions":
        return out
    new = next(n for n in notes if n.id == id_)
    claims = []
    for claim in dossier.claims:
        sides = {
            label: side.model_copy(update={"said_by": new}) if side.said_by and side.said_by.id == id_ else side
            for label, side in claim.sides.items()
        }
        claims.append(claim.model_copy(update={"sides": sides}))
    return out.model_copy(update={"claims": tuple(claims)})
