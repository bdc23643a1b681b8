"""Groups of possible rows, one for each answer -> rows of which no answer has so many that guessing it pays."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from generator.exercises.base import Scene
from generator.exercises.statements import spread

T = TypeVar("T")


def fair_sizes(sizes: Mapping[str, int], most: int) -> dict[str, int]:
    """How many rows each answer may have: at most `most` together, and none more than one above all others."""
    out = dict.fromkeys(sizes, 0)
    while sum(out.values()) < most:
        total = sum(out.values())
        open_ = [name for name in out if out[name] < sizes[name] and 2 * out[name] <= total]
        if not open_:
            break
        out[min(open_, key=lambda name: out[name])] += 1
    return out


def evenly(scene: Scene, groups: Mapping[str, Sequence[T]], most: int) -> list[T]:
    """At most `most` things, drawn in turn from the groups; no group gives more than all others and one."""
    # In chance order, so that the answer with one row more is not the same on every sheet.
    sizes = fair_sizes({name: len(groups[name]) for name in scene.shuffled(groups)}, most)
    return spread(scene, {name: scene.sample(groups[name], size) for name, size in sizes.items()}, most)


def most_rows(groups: Mapping[str, Sequence[T]]) -> int:
    """How many rows the groups can fill fairly."""
    sizes = {name: len(things) for name, things in groups.items()}
    return sum(fair_sizes(sizes, sum(sizes.values())).values())
