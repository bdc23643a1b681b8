"""Lessons and standards -> diagnostics: codes that nobody knows, or that no item of the lesson practises."""

from collections.abc import Iterator

from generator.exercises import EXERCISES
from generator.load.content import LoadedLesson
from generator.load.places import Places
from generator.load.standards import Standards, supports
from generator.load.suggest import did_you_mean
from generator.model.diagnostic import Diagnostic
from generator.model.files import HandItem, LessonFile


def types_of(lesson: LessonFile) -> set[str]:
    """Exercise types that a lesson names, or that its picks may take."""
    found: set[str] = set()
    for section in lesson.sections:
        found |= {item.type for item in section.items if not isinstance(item, HandItem)}
        if (pick := section.pick) is not None:
            fitting = {kind.name for kind in EXERCISES.values() if kind.skill == section.skill}
            found |= (set(pick.types) or fitting) - set(pick.not_types)
    return found


def check_types(standards: Standards) -> Iterator[Diagnostic]:
    """Exercise types that the standards name and that do not exist."""
    for code, standard in standards.standards.items():
        places = standards.places.get(code)
        for i, name in enumerate(standard.types):
            if name not in EXERCISES and isinstance(places, Places):
                message = f"there is no exercise type '{name}'"
                hint = did_you_mean(name, EXERCISES, "types")
                yield places.problem(("standards", code, "types", i), "SS641", message, hint)


def check_standards(loaded: LoadedLesson, standards: Standards) -> Iterator[Diagnostic]:
    """What is wrong with the standards that a lesson names; all are warnings."""
    if loaded.lesson is None:
        return
    file = loaded.lesson.file
    types = types_of(file)
    for i, code in enumerate(file.standards):
        known = standards.standards.get(code)
        if known is None:
            hint = did_you_mean(code, standards.standards, "codes here") or "add it to templates/standards.yaml"
            message = f"templates/standards.yaml has no standard '{code}'"
            yield loaded.places.problem(("standards", i), "SS528", message, hint, severity="warning")
        elif not supports(known, file.level.grades, types):
            wanted = ", ".join(name for name in known.types if name in EXERCISES)
            yield loaded.places.problem(
                ("standards", i),
                "SS529",
                f"the lesson is for grades {file.level.grades} and has no item that practises '{code}' there",
                f"it is for grades {known.grades}, practised by {wanted}; take it out, or add such an item",
                severity="warning",
            )
