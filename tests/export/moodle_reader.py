"""Moodle's side of an import, written from the importer's published rules: questions, and how they are marked.

It shares no code with the exporter.
"""

import html
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree

from tests.export.completeness import words_of

MIXED = "MULTICHOICE|MC|SHORTANSWER|SA"


class GapError(Exception):
    """A gap that never ends."""


@dataclass(frozen=True)
class Answer:
    """An option or an accepted answer; `share` is a part of 1."""

    text: str
    share: float
    feedback: str = ""


@dataclass(frozen=True)
class Gap:
    """A gap in the text of a question."""

    marks: int
    kind: str
    answers: tuple[Answer, ...]


@dataclass
class Read:
    """A question as Moodle has it after the import; texts are what a person reads."""

    kind: str
    name: str
    text: str
    markup: str
    points: float
    id: str
    feedback: str
    tags: tuple[str, ...]
    single: bool = True
    answers: tuple[Answer, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    gaps: tuple[Gap, ...] = ()
    notes: str = ""
    template: str = ""
    fields: dict[str, str] = field(default_factory=dict)

    @property
    def everything(self) -> str:
        """All words of the question."""
        parts = [self.name, self.text, self.feedback, self.notes, self.template, *self.tags]
        for answer in (*self.answers, *(a for gap in self.gaps for a in gap.answers)):
            parts += [answer.text, answer.feedback]
        return " ".join([*parts, *(word for pair in self.pairs for word in pair)])

    # -- marking ---------------------------------------------------------------------------------------

    def choose(self, texts: set[str]) -> float:
        """Marks for ticking these options."""
        share = sum(answer.share for answer in self.answers if answer.text in texts)
        return self.points * min(1.0, max(0.0, share))

    def match(self, given: Mapping[str, str]) -> float:
        """Marks for giving rows these answers."""
        rows = {row: answer for row, answer in self.pairs if row}
        assert set(given) <= set(rows), (given, rows)
        return self.points * sum(rows[row] == answer for row, answer in given.items()) / len(rows)

    def write(self, text: str) -> float:
        """Marks for a typed answer to the whole question."""
        return self.points * _typed(self.answers, text)

    def fill(self, given: tuple[str, ...]) -> float:
        """Marks for what stands in the gaps, in their order; '' where nothing does."""
        total = 0.0
        for gap, text in zip(self.gaps, given, strict=True):
            if gap.kind in ("MULTICHOICE", "MC"):
                assert not text or any(a.text == text for a in gap.answers), (text, gap)
                share = next((a.share for a in gap.answers if a.text == text), 0.0)
            else:
                share = _typed(gap.answers, text)
            total += gap.marks * share
        return total


def read(data: bytes) -> tuple[list[str], list[Read]]:
    """The categories and the questions of a file."""
    root = ElementTree.fromstring(data)
    categories, questions = [], []
    for element in root:
        if element.get("type") == "category":
            categories.append(_text(element, "category"))
        else:
            questions.append(_question(element))
    return categories, questions


def _question(element: ElementTree.Element) -> Read:
    kind = element.get("type") or ""
    markup = _text(element, "questiontext")
    gaps: tuple[Gap, ...] = ()
    if kind == "cloze":
        gaps, markup = gaps_of(markup)
    made = Read(
        kind=kind,
        name=_text(element, "name"),
        text=words_of(markup),
        markup=markup,
        points=float(element.findtext("defaultgrade") or 0),
        id=element.findtext("idnumber") or "",
        feedback=words_of(_text(element, "generalfeedback")),
        tags=tuple(tag.findtext("text") or "" for tag in element.findall("tags/tag")),
        gaps=gaps,
        notes=words_of(_text(element, "graderinfo")),
        template=words_of(_text(element, "responsetemplate")),
        fields={child.tag: child.text or "" for child in element if not len(child)},
    )
    if gaps:
        made.points = float(sum(gap.marks for gap in gaps))
    made.single = made.fields.get("single", "true") == "true"
    read_answer = words_of if kind == "multichoice" else str
    made.answers = tuple(
        Answer(
            read_answer(answer.findtext("text") or ""),
            float(answer.get("fraction") or 0) / 100,
            words_of(_text(answer, "feedback")),
        )
        for answer in element.findall("answer")
    )
    made.pairs = tuple(
        (words_of(pair.findtext("text") or ""), html.unescape(pair.findtext("answer/text") or ""))
        for pair in element.findall("subquestion")
    )
    return made


def _text(element: ElementTree.Element, name: str) -> str:
    return (element.findtext(f"{name}/text") or "").strip()


def gaps_of(markup: str) -> tuple[tuple[Gap, ...], str]:
    """The gaps of a text, and the text with '____' in their places; read sign by sign. Raises GapError."""
    gaps, out, at = [], "", 0
    while start := re.compile(rf"\{{(\d*):({MIXED}):").search(markup, at):
        out += markup[at : start.start()] + "____"
        answers, at = _answers(markup, start.end(), html_inside=start[2] in ("MULTICHOICE", "MC"))
        gaps.append(Gap(int(start[1] or 1), start[2], tuple(answers)))
    return tuple(gaps), out + markup[at:]


def _answers(markup: str, at: int, *, html_inside: bool) -> tuple[list[Answer], int]:
    """The answers from here to the brace that ends the gap, and where that is."""
    answers: list[Answer] = []
    part, parts, previous = "", [], ""
    while True:
        if at == len(markup):
            raise GapError
        sign = markup[at]
        at += 1
        # A backslash or the beginning of an entity takes a sign its meaning.
        bare = previous != "\\" and not (sign == "#" and previous == "&")
        if sign in "~}" and bare:
            parts.append(part)
            answers.append(_answer(parts, html_inside=html_inside))
            part, parts = "", []
            if sign == "}":
                return answers, at
        elif sign == "#" and bare and not parts:
            parts, part = [part], ""
        else:
            part += sign
        previous = sign


def _answer(parts: list[str], *, html_inside: bool) -> Answer:
    text, share = parts[0], 0.0
    if text.startswith("="):
        text, share = text[1:], 1.0
    elif percent := re.match(r"%(-?\d+(?:[.,]\d*)?)%", text):
        text, share = text[percent.end() :], float(percent[1]) / 100
    undone = [html.unescape(each).replace("\\}", "}").replace("\\#", "#") for each in (text, *parts[1:])]
    shown = words_of(undone[0]) if html_inside else undone[0].strip()
    return Answer(shown, share, words_of(undone[1]) if len(undone) > 1 else "")


def _typed(answers: tuple[Answer, ...], text: str) -> float:
    """The share that the first answer which fits gives; a star in an answer stands for any letters."""
    text = unicodedata.normalize("NFC", text.strip())
    for answer in answers:
        pieces = re.split(r"(?<!\\)\*+", unicodedata.normalize("NFC", answer.text))
        pattern = ".*".join(re.escape(piece.replace("\\*", "*")) for piece in pieces)
        if text and re.fullmatch(pattern, text, re.IGNORECASE):
            return answer.share
    return 0.0


def as_dict(questions: list[Read]) -> dict[str, Read]:
    """Questions by their stable name."""
    return {question.id: question for question in questions}


Given = Any
