"""Points of an open item -> its three levels, each defined by what the reasoning names."""

from generator.exercises.base import Scene
from generator.model.item import RubricLevel


def three_levels(scene: Scene, points: int, **values: str) -> tuple[RubricLevel, ...]:
    """Proficient, Emergent and Basic, best first; `values` fill 'rubric.<level>.names' and '.sample'.

    All the points, two thirds and one third of them, rounded down.
    """
    words = scene.words
    return tuple(
        RubricLevel(
            level=words.say(f"level.{level}"),
            points=share,
            names=words.say(f"rubric.{level}.names", **values),
            sample=words.say(f"rubric.{level}.sample", **values),
        )
        for level, share in (("proficient", points), ("emergent", points * 2 // 3), ("basic", points // 3))
    )
