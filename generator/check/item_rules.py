"""Items written by hand -> findings: whether each can be solved and marked (SS530-SS540)."""

from collections.abc import Iterator

from generator.check.finding import Finding
from generator.check.lesson_rules import LessonView
from generator.model.files import HandItem

_PARTS = {
    "choice": {"options"},
    "multi-choice": {"options"},
    "match": {"columns", "rows"},
    "grid": {"columns", "rows"},
    "order": {"order"},
    "short-text": {"rows"},
    "extended-text": {"rubric"},
}
"""What an item of each kind is made of."""


def one_right_option(view: LessonView) -> Iterator[Finding]:
    """A choice has exactly one right option, and something else to choose."""
    for path, item in view.hand_items():
        if item.kind != "choice" or not item.options:
            continue
        right = sum(option.right for option in item.options)
        at = view.at(*path, "options", key=True)
        if right != 1:
            count = "no right option" if right == 0 else f"{right} right options"
            yield Finding(
                at, f"'{item.id}' has {count}", "mark exactly one with `right: true`, or use multi-choice"
            )
        elif len(item.options) < 2:
            yield Finding(
                at, f"'{item.id}' has only one option", "add a wrong one that a hasty reader would choose"
            )


def some_right_some_wrong(view: LessonView) -> Iterator[Finding]:
    """A choice of several has something right and something wrong."""
    for path, item in view.hand_items():
        if item.kind == "multi-choice" and item.options and len({o.right for o in item.options}) < 2:
            lacking = "wrong" if item.options[0].right else "right"
            yield Finding(
                view.at(*path, "options", key=True),
                f"'{item.id}' has no {lacking} option",
                "mark the right ones with `right: true`, and leave at least one wrong",
            )


def wrong_without_why(view: LessonView) -> Iterator[Finding]:
    """A wrong option names the misreading it shows."""
    for path, item in view.hand_items():
        for i, option in enumerate(item.options):
            if not option.right and option.why is None:
                yield Finding(
                    view.at(*path, "options", i, "text"),
                    f"the key cannot say why “{option.text}” is wrong",
                    "add `why:` with the misreading it shows, as a whole sentence",
                )


def answer_is_no_column(view: LessonView) -> Iterator[Finding]:
    """The answer of a row is one of the columns."""
    for path, item in view.hand_items():
        if item.kind not in ("grid", "match") or not item.columns:
            continue
        for i, row in enumerate(item.rows):
            if row.answer not in item.columns:
                yield Finding(
                    view.at(*path, "rows", i, "answer"),
                    f"“{row.answer}” is not one of the columns of '{item.id}'",
                    f"write one of: {', '.join(item.columns)}",
                )


def too_few_to_order(view: LessonView) -> Iterator[Finding]:
    """Two things are put in order by a coin."""
    for path, item in view.hand_items():
        if item.kind == "order" and 0 < len(item.order) < 3:
            yield Finding(
                view.at(*path, "order", key=True),
                f"'{item.id}' has only {len(item.order)} to put in order",
                "give at least three, in the right order",
            )


def rubric_levels(view: LessonView) -> Iterator[Finding]:
    """A rubric has three or four levels."""
    for path, item in view.hand_items():
        if item.kind == "extended-text" and item.rubric and not 3 <= len(item.rubric) <= 4:
            yield Finding(
                view.at(*path, "rubric", key=True),
                f"the rubric of '{item.id}' has {len(item.rubric)} level{'s' if len(item.rubric) > 1 else ''}",
                "give three, such as Proficient, Emergent and Basic, or four for a long comparison",
            )


def rubric_points(view: LessonView) -> Iterator[Finding]:
    """The best level earns all marks, and every level below earns less."""
    for path, item in view.hand_items():
        if item.kind != "extended-text":
            continue
        for i, level in enumerate(item.rubric):
            at = view.at(*path, "rubric", i, "points")
            if i == 0 and level.points != item.points:
                yield Finding(
                    at,
                    f"the best level earns {level.points}, but '{item.id}' is worth {item.points}",
                    f"write `points: {item.points}` here, or change the points of the item",
                )
            if i > 0 and level.points >= item.rubric[i - 1].points:
                yield Finding(
                    at,
                    f"'{level.level}' earns {level.points}, not less than '{item.rubric[i - 1].level}' above it",
                    "order the levels from best to least, each with fewer points",
                )


def parts_missing(view: LessonView) -> Iterator[Finding]:
    """An item has everything that its kind is made of."""
    for path, item in view.hand_items():
        for part in sorted(_PARTS[item.kind]):
            given = len(getattr(item, part))
            least = 2 if part == "columns" else 1
            if given < least:
                lacks = f"no `{part}`" if given == 0 else f"only one of its `{part}`"
                yield Finding(
                    view.at(*path, "kind"),
                    f"'{item.id}' is of kind {item.kind}, but has {lacks}",
                    f"add `{part}:`, or choose another kind",
                )


def no_evidence(view: LessonView) -> Iterator[Finding]:
    """The key rests on words of a passage."""
    for path, item in view.hand_items():
        if not any(item.evidence.values()):
            yield Finding(
                view.at(*path, "evidence", key=True),
                f"the key of '{item.id}' quotes nothing",
                "add the words it rests on, such as `evidence: {A: the words}`",
            )


def parts_of_other_kind(view: LessonView) -> Iterator[Finding]:
    """An item has nothing that its kind does not use."""
    for path, item in view.hand_items():
        for part in ("options", "columns", "rows", "order", "rubric"):
            if getattr(item, part) and part not in _PARTS[item.kind]:
                fitting = [kind for kind, parts in _PARTS.items() if part in parts]
                yield Finding(
                    view.at(*path, part, key=True),
                    f"'{item.id}' is of kind {item.kind}, which has no `{part}`",
                    f"take it out, or choose another kind ({', '.join(fitting)})",
                )


def same_thing_twice(view: LessonView) -> Iterator[Finding]:
    """Two options, columns, rows or pieces read the same."""
    for path, item in view.hand_items():
        for part, texts in _texts(item):
            seen: set[str] = set()
            for i, text in enumerate(texts):
                if text.casefold() in seen:
                    yield Finding(
                        view.at(*path, part, i), f"“{text}” stands twice in '{item.id}'", "say each thing once"
                    )
                seen.add(text.casefold())


def _texts(item: HandItem) -> Iterator[tuple[str, list[str]]]:
    yield "options", [option.text for option in item.options]
    yield "columns", list(item.columns)
    yield "rows", [row.text for row in item.rows]
    yield "order", list(item.order)
