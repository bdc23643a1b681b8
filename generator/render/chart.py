"""Coverage of lessons -> numbers for the picture; its shape and words stand in templates/coverage/."""

from collections.abc import Mapping, Sequence
from typing import Any

from generator.model.vocabulary import SKILLS, Skill

COLOURS: dict[Skill, str] = {
    "attribution": "#1f4f8f",
    "corroboration": "#0b5c4d",
    "uncertainty": "#8a4300",
    "differences": "#74286f",
}
"""As in templates/styles/items.css; all of contrast 4.5:1 on white."""

_ROW, _HEAD, _GAP, _BAR = 13, 16, 8, 64.0


def chart(lessons: Sequence[Mapping[str, Any]], types: Mapping[str, Skill]) -> dict[str, object]:
    """Rows of the picture by skill, and a bar of minutes for each lesson.

    `lessons` are mappings with `lesson`, `minutes`, `types` (name -> items) and `by_skill` (skill -> minutes);
    `types` all exercise types with their skills.
    """
    groups: list[dict[str, object]] = []
    at = 0
    for skill in SKILLS:
        rows = [
            {
                "name": name,
                "counts": [min(lesson["types"].get(name, 0), 3) for lesson in lessons],
                "used": any(name in lesson["types"] for lesson in lessons),
            }
            for name, of in types.items()
            if of == skill
        ]
        height = _HEAD + _ROW * len(rows) + _GAP
        groups.append({"skill": skill, "colour": COLOURS[skill], "rows": rows, "at": at, "height": height})
        at += height
    most = max((lesson["minutes"] for lesson in lessons), default=1)
    told = [{**lesson, "bars": list(_bars(lesson, _BAR / most))} for lesson in lessons]
    return {"lessons": told, "groups": groups, "types": len(types)}


def _bars(lesson: Mapping[str, Any], scale: float) -> Sequence[dict[str, object]]:
    """Stretches of a lesson's bar, from the bottom up."""
    bars: list[dict[str, object]] = []
    at = 0.0
    for skill in SKILLS:
        to = at + lesson["by_skill"][skill] * scale
        bars.append({"start": round(at, 1), "to": round(to, 1), "colour": COLOURS[skill]})
        at = to
    return bars
