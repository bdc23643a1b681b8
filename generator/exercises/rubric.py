"""Points of an open item -> its levels, each defined by what the reasoning names."""

from collections.abc import Mapping

from generator.exercises.base import Scene
from generator.model.item import RubricLevel


def three_levels(scene: Scene, points: int, **values: str) -> tuple[RubricLevel, ...]:
    """Proficient, Emergent and Basic, best first; `values` fill 'rubric.<level>.names' and '.sample'.

    All the points, two thirds and one third of them, rounded down.
    """
    shares = {"proficient": points, "emergent": points * 2 // 3, "basic": points // 3}
    return levels(scene, shares, **values)


def levels(scene: Scene, shares: Mapping[str, int], **values: str) -> tuple[RubricLevel, ...]:
    """A level for each name, best first, with its points; wording 'level.<name>' and 'rubric.<name>.*'.

    In extension, which asks for a calibrated brief, 'rubric.<name>.*.brief' comes first where there is one.
    """
    words = scene.words

    def key(level: str, part: str) -> str:
        brief = f"rubric.{level}.{part}.brief"
        return brief if scene.lane == "extension" and words.has(brief) else f"rubric.{level}.{part}"

    return tuple(
        RubricLevel(
            level=words.say(f"level.{level}"),
            points=share,
            names=words.say(key(level, "names"), **values),
            sample=words.say(key(level, "sample"), **values),
        )
        for level, share in shares.items()
    )
