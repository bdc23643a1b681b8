"""Loaded lesson -> diagnostics: the table of all rules for lessons that need no exercise types."""

from generator.check import item_rules, item_style_rules, lesson_rules
from generator.check.finding import Check, run
from generator.check.lesson_rules import LessonView
from generator.load.content import LoadedLesson
from generator.model.diagnostic import Diagnostic
from generator.model.grammar import Grammar

LESSON_CHECKS: tuple[Check[LessonView], ...] = (
    Check("SS520", "error", lesson_rules.unknown_report),
    Check("SS521", "error", lesson_rules.item_id_twice),
    Check("SS522", "error", lesson_rules.empty_section),
    Check("SS523", "error", lesson_rules.no_section),
    Check("SS524", "warning", lesson_rules.skill_twice),
    Check("SS525", "warning", lesson_rules.steps_off),
    Check("SS526", "error", lesson_rules.listed_twice),
    Check("SS527", "error", lesson_rules.grades_unclear),
    Check("SS530", "error", item_rules.one_right_option),
    Check("SS531", "error", item_rules.some_right_some_wrong),
    Check("SS532", "error", item_rules.wrong_without_why),
    Check("SS533", "error", item_rules.answer_is_no_column),
    Check("SS534", "error", item_rules.too_few_to_order),
    Check("SS535", "error", item_rules.rubric_levels),
    Check("SS536", "error", item_rules.rubric_points),
    Check("SS537", "error", item_rules.parts_missing),
    Check("SS538", "error", item_rules.no_evidence),
    Check("SS539", "error", item_rules.parts_of_other_kind),
    Check("SS540", "error", item_rules.same_thing_twice),
    Check("SS545", "error", item_style_rules.all_of_the_above),
    Check("SS546", "warning", item_style_rules.quiet_negative),
    Check("SS547", "warning", item_style_rules.longest_is_right),
    Check("SS548", "warning", item_style_rules.always_or_never),
    Check("SS549", "warning", item_style_rules.long_prompt),
)


def check_lesson(loaded: LoadedLesson) -> tuple[Diagnostic, ...]:
    """What is wrong in a lesson file, as far as it can be told without making its items.

    A lesson that could not be read yields nothing here; its own diagnostics say why.
    """
    if loaded.lesson is None:
        return ()
    dossier = loaded.dossier.file if loaded.dossier is not None else None
    reports = tuple(sorted(dossier.reports)) if dossier is not None else ()
    grammar = loaded.dossier.grammar if loaded.dossier is not None else Grammar()
    view = LessonView(loaded.lesson.file, loaded.file, reports, grammar)
    return run(LESSON_CHECKS, view, {loaded.file: loaded.places})
