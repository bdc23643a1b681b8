"""Right and wrong options -> a draw of both in which length does not tell one from the other."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from generator.exercises.base import Scene

T = TypeVar("T")

DRAWS = 16
"""How many draws to look at; the most even one is taken."""


def evenly_long(
    scene: Scene, right: Sequence[T], wrong: Sequence[T], sizes: tuple[int, int], text: Callable[[T], str]
) -> tuple[list[T], list[T]]:
    """At most so many of the right and of the wrong things, in their old order.

    In the ideal draw, a right one is as often longer than a wrong one as it is shorter.
    """
    mine, theirs = ([len(text(thing)) for thing in things] for things in (right, wrong))
    numbers = range(len(right)), range(len(wrong))
    draws = [(scene.sample(numbers[0], sizes[0]), scene.sample(numbers[1], sizes[1])) for _ in range(DRAWS)]

    def tilt(draw: tuple[list[int], list[int]]) -> int:
        return abs(sum((mine[n] > theirs[m]) - (mine[n] < theirs[m]) for n in draw[0] for m in draw[1]))

    kept = min(draws, key=tilt)
    return [right[n] for n in kept[0]], [wrong[n] for n in kept[1]]
