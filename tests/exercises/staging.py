"""What tests of exercise types share: the words of a type, a scene to play an item in, a readable print of it."""

from pathlib import Path
from random import Random
from typing import Any

import yaml
from generator.exercises.base import Scene
from generator.model.item import Item
from generator.model.vocabulary import Lane, Variant
from generator.model.words import Words

PROMPTS = Path(__file__).parents[2] / "templates" / "prompts" / "en"


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
    out = [f"== {q.type} [{q.points}] {q.prompt}", q.stem, *(f"   “{e.text}” {e.passage} {e.lines}" for e in q.extracts)]
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
