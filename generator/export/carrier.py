"""What a booklet holds, piece by piece, and which of it an exporter has taken: the loss report writes itself.

An exporter gets every text it writes from `Carrier.take`. What nobody took by the end is reported as left out,
and what was taken in another shape is reported with the reason given; so a report cannot be forgotten.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from generator.model.booklet import AnswerKey, SheetPassage, Worksheet
from generator.model.item import (
    ExtendedText,
    ExtendedTextAnswer,
    Grid,
    KeyEntry,
    Match,
    MultiChoice,
    Order,
    OrderAnswer,
    Question,
    ShortText,
    ShortTextAnswer,
    TextSelection,
    TextSelectionAnswer,
)

Feature = Literal[
    "title",
    "intro",
    "facts",
    "form",
    "draft",
    "context-note",
    "content-note",
    "glossary",
    "headline",
    "source",
    "line",
    "extra",
    "credit",
    "section",
    "id",
    "prompt",
    "stem",
    "extract",
    "hint",
    "response",
    "place",
    "option",
    "row",
    "column",
    "corner",
    "ends",
    "blank",
    "cell",
    "bank",
    "frame",
    "space",
    "choose",
    "once",
    "mark",
    "sign",
    "points",
    "answer",
    "any-order",
    "enough",
    "brief",
    "evidence",
    "rationale",
    "marking",
    "accept",
    "reject",
    "misreading",
    "rubric",
    "sample",
]
"""Every feature has its name for people in interface.yaml under 'loss.feature.<name>'."""

Say = Callable[..., str]
"""`say(key, **values)`: the interface's wording."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Something a booklet holds.

    `item` is the id of an item, a passage's label, or '' for the whole sheet; `part` tells pieces of one feature
    apart (an option's id, a line's number); `text` may be empty.
    """

    item: str
    feature: Feature
    part: str
    text: str


@dataclass(frozen=True, slots=True)
class Loss:
    """A feature that the target does not carry as it is.

    `why` is a key of interface.yaml under 'loss.why.', None where it is simply left out; `count` says of how
    many pieces.
    """

    item: str
    feature: Feature
    why: str | None
    count: int


class Carrier:
    """The pieces of a sheet and its key on their way into one target.

    `numbers` gives the items' numbers on the sheet; `questions` and `entries` find both halves of an item by id.
    """

    def __init__(self, sheet: Worksheet, key: AnswerKey) -> None:
        self.sheet, self.key = sheet, key
        self.questions: dict[str, Question] = {question.id: question for question in sheet.items}
        self.entries: dict[str, KeyEntry] = {entry.id: entry for entry in key.items}
        order = [id_ for section in sheet.sections for id_ in section.items]
        self.numbers = {id_: number for number, id_ in enumerate(order, 1)}
        self.pieces: dict[tuple[str, Feature, str], Piece] = {
            (piece.item, piece.feature, piece.part): piece for piece in inventory(sheet, key)
        }
        self._taken: set[tuple[str, Feature, str]] = set()
        self._changed: dict[tuple[str, Feature, str], str] = {}

    def take(self, item: str, feature: Feature, part: str = "", *, changed: str | None = None) -> str:
        """The text of a piece, which the caller now writes; '' where the booklet has no such piece.

        `changed` names the reason (a key under 'loss.why.') where it is written in another shape.
        """
        at = (item, feature, part)
        piece = self.pieces.get(at)
        if piece is None:
            return ""
        self._taken.add(at)
        if changed is not None:
            self._changed[at] = changed
        return piece.text

    def parts(self, item: str, feature: Feature) -> tuple[str, ...]:
        """The parts that a feature has, in their order."""
        return tuple(part for it, f, part in self.pieces if it == item and f == feature)

    def take_all(self, item: str, feature: Feature, *, changed: str | None = None) -> tuple[str, ...]:
        """The texts of all parts of a feature."""
        return tuple(self.take(item, feature, part, changed=changed) for part in self.parts(item, feature))

    def losses(self) -> tuple[Loss, ...]:
        """What was left out or changed, in the order of the sheet."""
        counts: dict[tuple[str, Feature, str | None], int] = {}
        for at in self.pieces:
            why = self._changed.get(at)
            if at not in self._taken or why is not None:
                group = (at[0], at[1], why if at in self._taken else None)
                counts[group] = counts.get(group, 0) + 1
        return tuple(Loss(item, feature, why, count) for (item, feature, why), count in counts.items())


def inventory(sheet: Worksheet, key: AnswerKey) -> Iterator[Piece]:
    """Everything that a sheet and its key hold, in the order of the sheet."""
    yield Piece("", "title", "", sheet.title)
    for part, value in (("grades", sheet.grades), ("minutes", sheet.minutes), ("points", sheet.points)):
        yield Piece("", "facts", part, str(value))
    yield Piece("", "form", "", sheet.form_id)
    if key.draft:
        yield Piece("", "draft", "", "")
    for feature, text in (
        ("intro", sheet.intro),
        ("context-note", sheet.context_note),
        ("content-note", sheet.content_note),
    ):
        if text:
            yield Piece("", feature, "", text)  # type: ignore[arg-type]
    for word, meaning in sheet.glossary.items():
        yield Piece("", "glossary", word, meaning)
    for passage in sheet.passages:
        yield from _of_passage(passage)
    entries = {entry.id: entry for entry in key.items}
    questions = {question.id: question for question in sheet.items}
    for section in sheet.sections:
        yield Piece("", "section", section.skill, section.intro)
        for id_ in section.items:
            yield from _of_question(questions[id_])
            yield from _of_key(entries[id_])


def _of_passage(passage: SheetPassage) -> Iterator[Piece]:
    label = passage.label
    yield Piece(label, "headline", "", passage.title or "")
    source = {
        "outlet": passage.outlet,
        "outlet-note": passage.outlet_note,
        "place": passage.place,
        "published": passage.published or "",
        "byline": passage.byline,
        "kind": passage.kind,
    }
    yield from (Piece(label, "source", part, text) for part, text in source.items() if text is not None)
    for line in passage.lines:
        if line.n > 0:
            yield Piece(label, "line", str(line.n), line.text)
    for number, extra in enumerate(passage.extras):
        yield Piece(label, "extra", str(number), extra.text)
    if passage.credit:
        yield Piece(label, "credit", "credit", passage.credit)
    yield Piece(label, "credit", "licence", passage.licence or "")


def _of_question(question: Question) -> Iterator[Piece]:
    id_, response = question.id, question.response
    yield Piece(id_, "id", "", id_)
    yield Piece(id_, "prompt", "", question.prompt)
    if question.stem:
        yield Piece(id_, "stem", "", question.stem)
    for number, extract in enumerate(question.extracts):
        yield Piece(id_, "extract", str(number), extract.text)
    for number, hint in enumerate(question.hints):
        yield Piece(id_, "hint", str(number), hint)
    yield Piece(id_, "points", "", str(question.points))
    yield Piece(id_, "response", "", response.kind)
    if isinstance(response, Match | Grid):
        for row in response.rows:
            yield Piece(id_, "row", row.id, row.text)
    if isinstance(response, Grid):
        for column in response.columns:
            yield Piece(id_, "column", column.id, column.text)
        if response.corner:
            yield Piece(id_, "corner", "", response.corner)
    elif not isinstance(response, ShortText | ExtendedText | TextSelection):
        for option in response.options:
            yield Piece(id_, "option", option.id, option.text)
    if isinstance(response, MultiChoice) and response.choose:
        yield Piece(id_, "choose", "", str(response.choose))
    if isinstance(response, Match):
        yield Piece(id_, "once", "", "" if response.reuse else "once")
    if isinstance(response, Order):
        yield Piece(id_, "ends", "first", response.first)
        yield Piece(id_, "ends", "last", response.last)
    if isinstance(response, ShortText):
        yield from _of_blanks(id_, response)
    if isinstance(response, ExtendedText):
        yield Piece(id_, "space", "", str(response.lines))
        for number, start in enumerate(response.frame):
            yield Piece(id_, "frame", str(number), start)
    if isinstance(response, TextSelection):
        first, last = response.lines
        yield Piece(id_, "place", "", f"{response.passage} {first}-{last}")
        for mark in response.marks:
            yield Piece(id_, "mark", mark.id, mark.label)
            yield Piece(id_, "sign", mark.id, mark.sign)
        if response.find:
            yield Piece(id_, "choose", "", str(response.find))


def _of_blanks(id_: str, response: ShortText) -> Iterator[Piece]:
    for blank in response.blanks:
        yield Piece(id_, "blank", blank.id, blank.label)
    for number, word in enumerate(response.bank):
        yield Piece(id_, "bank", str(number), word)
    if response.table:
        if response.table.corner:
            yield Piece(id_, "corner", "", response.table.corner)
        for row in response.table.rows:
            yield Piece(id_, "row", row.id, row.text)
        for column in response.table.columns:
            yield Piece(id_, "column", column.id, column.text)
        for cell, text in response.table.given.items():
            yield Piece(id_, "cell", cell, text)


def _of_key(entry: KeyEntry) -> Iterator[Piece]:
    id_, answer = entry.id, entry.answer
    if not isinstance(answer, TextSelectionAnswer | ShortTextAnswer):
        yield Piece(id_, "answer", "", "")
    yield Piece(id_, "brief", "", entry.brief)
    for number, evidence in enumerate(entry.evidence):
        yield Piece(id_, "evidence", str(number), evidence.quote)
        if evidence.shows:
            yield Piece(id_, "evidence", f"{number}:shows", evidence.shows)
    for feature, text in (("rationale", entry.rationale), ("marking", entry.marking)):
        if text:
            yield Piece(id_, feature, "", text)  # type: ignore[arg-type]
    for number, text in enumerate(entry.accept):
        yield Piece(id_, "accept", str(number), text)
    for number, reject in enumerate(entry.reject):
        yield Piece(id_, "reject", str(number), reject.text)
        yield Piece(id_, "reject", f"{number}:why", reject.why)
    for option, why in entry.misreadings.items():
        yield Piece(id_, "misreading", option, why)
    for number, level in enumerate(entry.rubric):
        yield Piece(id_, "rubric", str(number), level.names)
        yield Piece(id_, "rubric", f"{number}:level", level.level)
        if not isinstance(answer, ExtendedTextAnswer) or level.sample != answer.sample:
            yield Piece(id_, "sample", str(number), level.sample)
    if isinstance(answer, ExtendedTextAnswer):
        yield Piece(id_, "sample", "", answer.sample)
    if isinstance(answer, OrderAnswer) and any(len(group) > 1 for group in answer.groups):
        yield Piece(id_, "any-order", "", "")
    if isinstance(answer, ShortTextAnswer):
        for blank, known in answer.blanks.items():
            yield Piece(id_, "answer", blank, known.model)
            for number, text in enumerate(known.accept):
                yield Piece(id_, "accept", f"{blank}:{number}", text)
    if isinstance(answer, TextSelectionAnswer):
        for number, span in enumerate(answer.spans):
            yield Piece(id_, "answer", str(number), span.text)
        if answer.enough:
            yield Piece(id_, "enough", "", str(answer.enough))
