"""A finished booklet -> what an expert teacher would reject in it, as far as a program can see (SS570-SS576).

The criteria are those that such teachers state for worksheets: no item gives its answer away, instructions are
short and easy, writing space and minutes follow the marks, easy comes before hard, and something in the reports
can be relied on.
"""

import re
from collections.abc import Iterator, Sequence

from generator.assemble.booklet import assemble
from generator.assemble.reading import reading_grade
from generator.compose import Path, Trouble
from generator.exercises.stock import Stock
from generator.load.prompts import Prompts
from generator.model.booklet import Booklet
from generator.model.dossier import Lesson
from generator.model.item import (
    Choice,
    ChoiceAnswer,
    Item,
    ShortText,
    ShortTextAnswer,
)
from generator.model.variants import VariantName
from generator.model.vocabulary import Lane
from generator.model.words import Words

MOST_WORDS = 20
MOST_GRADE = 8.0
MARKS_A_MINUTE = (0.4, 2.0)
STARTER = 20
"""Lessons shorter than this, in minutes, need not show what can be relied on."""

_RELIES = frozenset(
    {
        "what_can_we_rely_on",
        "one_source_or_two",
        "claim_grid",
        "evidence_match",
        "corroboration_paragraph",
        "confidence_before_after",
        "synthesis",
    }
)
_BOLD = re.compile(r"\*\*")

Placed = tuple[Path, Item]


def inspected(
    lesson: Lesson, stock: Stock, prompts: Prompts, lane: Lane, variant: VariantName
) -> tuple[Booklet | None, tuple[Trouble, ...]]:
    """The booklet of `assemble` and all its troubles; None where one of them is an error."""
    made = assemble(lesson, stock, prompts, lane, variant)
    if made.booklet is None:
        return None, made.troubles
    troubles = (*made.troubles, *faults(lesson, made.booklet, made.placed, prompts.of("own")))
    return (None if any(t.severity == "error" for t in troubles) else made.booklet), troubles


def faults(lesson: Lesson, booklet: Booklet, placed: Sequence[Placed], words: Words) -> Iterator[Trouble]:
    """Everything to reject; `placed` are the items with the paths of their slots, `words` the common wording."""
    for path, item in placed:
        yield from _long_instruction(path, item)
        yield from _answered_by_itself(path, item, words)
        yield from _silence_not_offered(path, item, words)
    yield from _hard_instructions(booklet)
    yield from _hard_before_easy(placed)
    yield from _marks_and_minutes(booklet)
    yield from _nothing_to_rely_on(lesson, booklet)


def _long_instruction(path: Path, item: Item) -> Iterator[Trouble]:
    count = len(item.question.prompt.split())
    if count > MOST_WORDS and item.question.type != "own":
        yield Trouble(
            "SS570",
            path,
            f"the instruction of this {item.question.type} has {count} words",
            f"Say in at most {MOST_WORDS} words what to do, here under `prompt:` or in the prompt file.",
        )


def _answered_by_itself(path: Path, item: Item, words: Words) -> Iterator[Trouble]:
    """The question prints the words of its right answer, and those of no wrong one."""
    shown = " ".join((item.question.stem, *item.question.hints)).casefold()
    response, answer = item.question.response, item.key.answer
    told: list[str] = []
    if isinstance(response, Choice) and isinstance(answer, ChoiceAnswer):
        there = [o for o in response.options if len(o.text.split()) > 1 and _stands(o.text, shown)]
        told = [o.text for o in there if [o.id for o in there] == [answer.option]]
    elif isinstance(response, ShortText) and isinstance(answer, ShortTextAnswer) and not response.bank:
        models = [key.model for key in answer.blanks.values() if key.model.casefold() != _silence(words)]
        once = [model for model in dict.fromkeys(models) if models.count(model) == 1]
        told = [model for model in once if len(model.split()) > 1 and _stands(model, shown)]
    for text in told[:1]:
        yield Trouble(
            "SS571",
            path,
            f"the question itself prints the answer “{text}”",
            "Ask without the words of the answer, or let the wrong answers stand in the question, too.",
        )


def _stands(text: str, shown: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(_BOLD.sub('', text).casefold())}(?!\w)", shown) is not None


def _silence_not_offered(path: Path, item: Item, words: Words) -> Iterator[Trouble]:
    """'Not stated' is the key of a blank, and the student is not told that it may be."""
    response, answer = item.question.response, item.key.answer
    if not (isinstance(response, ShortText) and isinstance(answer, ShortTextAnswer)):
        return
    silence = _silence(words)
    if not any(key.model.casefold() == silence for key in answer.blanks.values()):
        return
    told = " ".join((item.question.prompt, item.question.stem, *response.bank)).casefold()
    if silence not in told:
        yield Trouble(
            "SS572",
            path,
            f"an answer is “{silence}”, but the question does not say that this may be written",
            "Say so in the stem, or put the words into the word bank.",
        )


def _silence(words: Words) -> str:
    return words.say("not-stated").casefold()


def _hard_instructions(booklet: Booklet) -> Iterator[Trouble]:
    """The instructions of a sheet read together, for a formula says little of one sentence."""
    texts = [_BOLD.sub("", item.question.prompt) for item in booklet.items]
    grade = reading_grade(texts, booklet.dossier.language)
    if grade is not None and grade > MOST_GRADE:
        yield Trouble(
            "SS573",
            ("sections",),
            f"the instructions of the sheet ({booklet.lane}, variant {booklet.variant}) read at grade {grade:g}",
            f"Use shorter words, up to grade {MOST_GRADE:g}; the words of the field belong into the lesson.",
            "warning",
        )


def _hard_before_easy(placed: Sequence[Placed]) -> Iterator[Trouble]:
    if placed and placed[0][1].difficulty > 2:
        yield Trouble(
            "SS574",
            placed[0][0],
            "the sheet opens with its hardest kind of item",
            "Begin with an item of difficulty 1 or 2, so that everybody can start: locate, interpret, judge.",
            "warning",
        )


def _marks_and_minutes(booklet: Booklet) -> Iterator[Trouble]:
    minutes = sum(item.minutes for item in booklet.items)
    points = sum(item.question.points for item in booklet.items)
    least, most = MARKS_A_MINUTE
    if minutes and not least <= points / minutes <= most:
        yield Trouble(
            "SS575",
            ("minutes",),
            f"{points} marks in {minutes:g} minutes of work ({booklet.lane}, variant {booklet.variant})",
            "About a mark a minute is fair; change `points` or `minutes` of the items.",
            "warning",
        )


def _nothing_to_rely_on(lesson: Lesson, booklet: Booklet) -> Iterator[Trouble]:
    """Sheets that only find faults teach that nothing can be believed; a pick takes what comes."""
    if any(section.pick for section in lesson.file.sections if section.skill == "corroboration"):
        return
    by_hand = any(i.question.type == "own" and i.question.skill == "corroboration" for i in booklet.items)
    types = {item.question.type for item in booklet.items}
    if lesson.file.minutes >= STARTER and not by_hand and not types & _RELIES:
        yield Trouble(
            "SS576",
            ("sections",),
            "no item of the sheet shows what readers can rely on",
            f"Add one of {', '.join(sorted(_RELIES))}.",
            "warning",
        )
