"""Lesson -> findings: its reports, sections, times and names (SS520-SS529)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.check.finding import At, Finding, Step
from generator.model.files import HandItem, LessonFile
from generator.model.grammar import Grammar

_GRADES = re.compile(r"(?P<low>K|\d{1,2})(?:[-–](?P<high>\d{1,2}))?")


@dataclass(frozen=True)
class LessonView:
    """What the rules for lessons see; `reports` are the labels of its dossier, empty if that is unknown."""

    lesson: LessonFile
    file: str
    reports: tuple[str, ...]
    grammar: Grammar = field(default_factory=Grammar)

    def at(self, *path: Step, key: bool = False) -> At:
        """A place in the lesson file."""
        return At(self.file, path, key)

    @property
    def labels(self) -> tuple[str, ...]:
        """The reports that the lesson prints."""
        return tuple(x for x in self.reports if not self.lesson.reports or x in self.lesson.reports)

    def hand_items(self) -> Iterator[tuple[tuple[Step, ...], HandItem]]:
        """Path and item of everything written by hand."""
        for i, section in enumerate(self.lesson.sections):
            for k, item in enumerate(section.items):
                if isinstance(item, HandItem):
                    yield ("sections", i, "items", k), item


def unknown_report(view: LessonView) -> Iterator[Finding]:
    """The lesson names a report that its dossier, or the lesson itself, does not have."""
    if not view.reports:
        return
    for i, label in enumerate(view.lesson.reports):
        if label not in view.reports:
            yield Finding(
                view.at("reports", i),
                f"dossier '{view.lesson.dossier}' has no report {label}",
                f"its reports are {', '.join(view.reports)}",
            )
    for i, section in enumerate(view.lesson.sections):
        for k, item in enumerate(section.items):
            path: tuple[Step, ...] = ("sections", i, "items", k)
            used = (
                [((*path, "evidence", label), True, label) for label in item.evidence]
                if isinstance(item, HandItem)
                else [((*path, "reports", n), False, label) for n, label in enumerate(item.reports)]
            )
            for where, key, label in used:
                if label not in view.labels:
                    yield Finding(
                        view.at(*where, key=key),
                        f"this lesson has no report {label}",
                        f"its reports are {', '.join(view.labels)}",
                    )


def item_id_twice(view: LessonView) -> Iterator[Finding]:
    """Two items of the lesson have the same id."""
    seen: set[str] = set()
    for i, section in enumerate(view.lesson.sections):
        for k, item in enumerate(section.items):
            if item.id is None:
                continue
            if item.id in seen:
                yield Finding(
                    view.at("sections", i, "items", k, "id"),
                    f"another item of this lesson is already called '{item.id}'",
                    "give every item a name of its own; the key finds its answer by it",
                )
            seen.add(item.id)


def empty_section(view: LessonView) -> Iterator[Finding]:
    """A section asks for nothing."""
    for i, section in enumerate(view.lesson.sections):
        if not section.items and section.pick is None:
            yield Finding(
                view.at("sections", i, "skill"),
                f"the section on {section.skill} has no items",
                "add `items:`, or let the program choose with `pick: {items: 3}`",
            )


def no_section(view: LessonView) -> Iterator[Finding]:
    """The lesson asks for nothing at all."""
    if not view.lesson.sections:
        yield Finding(
            view.at("sections", key=True),
            "the lesson has no sections, so there would be nothing on the sheet",
            "add one, such as `- {skill: attribution, pick: {items: 3}}`",
        )


def skill_twice(view: LessonView) -> Iterator[Finding]:
    """One skill has two sections."""
    seen: set[str] = set()
    for i, section in enumerate(view.lesson.sections):
        if section.skill in seen:
            yield Finding(
                view.at("sections", i, "skill"),
                f"there is another section on {section.skill} above",
                "put their items into one section",
            )
        seen.add(section.skill)


def steps_off(view: LessonView) -> Iterator[Finding]:
    """The steps of the plan take more or less time than the lesson."""
    steps = view.lesson.notes.steps
    total = sum(step.minutes for step in steps)
    if steps and total != view.lesson.minutes:
        yield Finding(
            view.at("minutes"),
            f"the lesson has {view.lesson.minutes} minutes, but the steps in its notes add up to {total}",
            "change the minutes of a step, or of the lesson",
        )


def listed_twice(view: LessonView) -> Iterator[Finding]:
    """A variant, a lane or a report is listed twice."""
    lists: tuple[tuple[str, Iterable[str]], ...] = (
        ("variants", view.lesson.variants),
        ("lanes", view.lesson.lanes),
        ("reports", view.lesson.reports),
    )
    for key, values in lists:
        seen: set[str] = set()
        for i, value in enumerate(values):
            if value in seen:
                yield Finding(view.at(key, i), f"'{value}' is listed twice under `{key}`", "name it once")
            seen.add(value)
        if not seen and key != "reports":
            yield Finding(
                view.at(key, key=True), f"`{key}` is empty", f"name at least one, or take the line `{key}:` out"
            )


def grades_unclear(view: LessonView) -> Iterator[Finding]:
    """Grades are one grade or a span of them."""
    grades = view.lesson.level.grades
    match = _GRADES.fullmatch(grades)
    low = 0 if match and match["low"] == "K" else int(match["low"]) if match else -1
    high = int(match["high"]) if match and match["high"] else low
    if match is None or high > 13 or (match["high"] and high <= low):
        yield Finding(
            view.at("level", "grades"),
            f"'{grades}' is not a grade or a span of grades",
            "write it as `grades: 7` or `grades: 7-9`; other ways of counting fit under `ages: 12-15`",
        )
