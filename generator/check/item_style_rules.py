"""Items written by hand -> findings: wording that gives the key away or trips the reader (SS545-SS549)."""

import re
from collections.abc import Iterator

from generator.check.finding import Finding
from generator.check.lesson_rules import LessonView

_BOLD_OR_QUOTED = re.compile(r"\*\*.+?\*\*|“[^”]*”|\"[^\"]*\"|‘[^’]*’|«[^»]*»")
MOST_WORDS = 20


def all_of_the_above(view: LessonView) -> Iterator[Finding]:
    """An option points at the others."""
    for path, item in view.hand_items():
        for i, option in enumerate(item.options):
            if view.grammar.pattern("options.pointing").search(option.text):
                yield Finding(
                    view.at(*path, "options", i, "text"),
                    f"“{option.text}” points at the other options, which stand in another order in each variant",
                    "say what it means, or use multi-choice",
                )


def quiet_negative(view: LessonView) -> Iterator[Finding]:
    """A question turned around by a word that is easily overlooked."""
    for path, item in view.hand_items():
        if item.kind not in ("choice", "multi-choice"):
            continue
        for key in ("prompt", "stem"):
            plain = _BOLD_OR_QUOTED.sub("", getattr(item, key))
            plain = view.grammar.pattern("negations.harmless").sub("", plain)
            match = view.grammar.pattern("negations").search(plain)
            if match:
                yield Finding(
                    view.at(*path, key),
                    f"'{match[0]}' turns the question around and is easily overlooked",
                    f"print it bold: **{match[0]}**; or ask without it",
                )


def longest_is_right(view: LessonView) -> Iterator[Finding]:
    """The right option is much longer than the others."""
    for path, item in view.hand_items():
        right = [len(o.text) for o in item.options if o.right]
        wrong = [len(o.text) for o in item.options if not o.right]
        if (
            item.kind == "choice"
            and right
            and wrong
            and right[0] > 1.4 * max(wrong)
            and right[0] - max(wrong) > 12
        ):
            number = next(i for i, o in enumerate(item.options) if o.right)
            yield Finding(
                view.at(*path, "options", number, "text"),
                "the right option is by far the longest, which gives it away",
                "shorten it, or make the wrong ones as exact as it is",
            )


def always_or_never(view: LessonView) -> Iterator[Finding]:
    """An option is easily ruled out by its wording."""
    for path, item in view.hand_items():
        for i, option in enumerate(item.options):
            match = view.grammar.pattern("options.sweeping").search(_BOLD_OR_QUOTED.sub("", option.text))
            if match:
                yield Finding(
                    view.at(*path, "options", i, "text"),
                    f"'{match[0]}' lets a reader rule the option out without the passage",
                    "say it without the word, unless the passage itself says so",
                )


def long_prompt(view: LessonView) -> Iterator[Finding]:
    """An instruction is too long to be followed at one reading."""
    for i, section in enumerate(view.lesson.sections):
        for k, item in enumerate(section.items):
            words = len((item.prompt or "").split())
            if words > MOST_WORDS:
                yield Finding(
                    view.at("sections", i, "items", k, "prompt"),
                    f"the instruction has {words} words",
                    f"say in at most {MOST_WORDS} words what to do; the rest belongs in the stem",
                )
