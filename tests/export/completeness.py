"""Is everything of a form in a file, except for what the loss report names, and nothing there that it calls lost?

A reader of a format gives the texts that it found, by the item or passage they belong to. What must be among them
is told here from the form alone.
"""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.export.carrier import Loss, Piece, Say, inventory
from generator.model.item import ShortText
from generator.render.filters import dashes, licence_name
from tests.export.forms import Form, words

BLOCKS = "p|h[1-6]|ul|ol|li|table|thead|tbody|tr|td|th|div|br|hr|blockquote|section"
SILENT = frozenset({"response", "space", "any-order", "draft", "answer", "id", "sign", "points"})
"""Features that a reader checks by their effect, not by their words."""


@dataclass
class Found:
    """Texts of a file by the id of their item or the label of their passage; '' for the rest of the file."""

    texts: dict[str, str] = field(default_factory=dict)

    def add(self, owner: str, *texts: str) -> None:
        self.texts[owner] = " ".join((self.texts.get(owner, ""), *texts))


def words_of(markup: str) -> str:
    """What a person reads of some HTML."""
    spaced = re.sub(rf"</?(?:{BLOCKS})\b[^>]*>", " ", markup)
    return even(html.unescape(re.sub(r"<[^>]*>", "", spaced)))


def even(text: str) -> str:
    """Text with single spaces, without the signs for bold."""
    return " ".join(re.sub(r"\*\*(?![\s*])(.+?)(?<!\s)\*\*", r"\1", text).split())


def missing(form: Form, found: Found, losses: tuple[Loss, ...], say: Say) -> list[str]:
    """What neither stands in the file nor in the loss report."""
    lost = {(loss.item, loss.feature): loss for loss in losses}
    texts = {owner: even(text) for owner, text in found.texts.items()}
    wrong = []
    for piece in inventory(form.sheet, form.key):
        loss = lost.get((piece.item, piece.feature))
        if loss is not None and (loss.why is None or piece.feature == "accept"):
            continue
        sign = lost.get((piece.item, "sign"))
        for text in expected(piece, form, say, marking=sign is None or sign.why != "written"):
            if even(text) not in texts.get(piece.item, ""):
                wrong.append(f"{form.name} {piece.item} {piece.feature} {piece.part}: {text!r}")
    return wrong


def falsely_lost(form: Form, found: Found, losses: tuple[Loss, ...], say: Say) -> list[str]:
    """What the loss report calls left out although all of it stands in the file."""
    wrong = []
    for loss in losses:
        if loss.why is not None:
            continue
        pieces = [p for p in inventory(form.sheet, form.key) if (p.item, p.feature) == (loss.item, loss.feature)]
        texts = [text for piece in pieces for text in expected(piece, form, say)]
        if texts and all(even(text) in even(found.texts.get(loss.item, "")) for text in texts):
            wrong.append(f"{form.name} {loss.item} {loss.feature}")
    return wrong


def expected(piece: Piece, form: Form, say: Say, *, marking: bool = True) -> Iterator[str]:
    """The words by which a piece is known in a file; none where it has no words of its own.

    Without `marking` students cannot mark words in a passage, and must not be told to.
    """
    if piece.feature in SILENT:
        return
    if piece.feature == "facts":
        yield from _fact(piece, say)
    elif piece.feature == "source" and piece.part == "kind":
        yield say(f"kind.{piece.text}")
    elif piece.feature == "source" and piece.part == "published":
        yield _day(piece.text, say)
    elif piece.feature == "credit" and piece.part == "licence":
        yield licence_name(piece.text) if piece.text else say("passage.licence_missing")
    elif piece.feature == "headline":
        yield piece.text or say("passage.no_headline")
    elif piece.feature == "section":
        yield from (say(f"skill.{piece.part}"), piece.text)
    elif piece.feature == "glossary":
        yield from (piece.part, piece.text)
    elif piece.feature == "place":
        yield from _place(piece, say, "item.mark_in" if marking else "lms.look_at")
    elif piece.feature == "choose":
        kind = next(q.response.kind for q in form.sheet.items if q.id == piece.item)
        yield say("item.find" if kind == "text-selection" else "item.choose", n=piece.text)
    elif piece.feature == "blank" and _in_table(piece, form):
        # The headings of its row and its column tell what belongs there.
        return
    elif piece.feature == "enough":
        yield say("key.any", n=piece.text)
    elif piece.feature == "once":
        yield say("lms.once" if piece.text else "lms.again")
    else:
        yield piece.text


def _in_table(piece: Piece, form: Form) -> bool:
    response = next(q.response for q in form.sheet.items if q.id == piece.item)
    assert isinstance(response, ShortText)
    return response.table is not None and any(b.id == piece.part and b.row and b.column for b in response.blanks)


def _fact(piece: Piece, say: Say) -> Iterator[str]:
    if piece.part == "grades":
        yield say("head.grades", grades=dashes(piece.text))
    else:
        key = "minutes" if piece.part == "minutes" else "marks"
        yield say(f"{key}.one" if piece.text == "1" else f"{key}.many", n=piece.text)


def _place(piece: Piece, say: Say, key: str) -> Iterator[str]:
    label, _, lines = piece.text.partition(" ")
    first, _, last = lines.partition("-")
    if last == "0":
        yield say(f"{key}.headline", label=label)
    elif first == last:
        yield say(f"{key}.line", label=label, first=first)
    else:
        yield say(f"{key}.lines", label=label, first=first, last=last)


def _day(text: str, say: Say) -> str:
    if not text:
        return say("passage.date_missing")
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return text
    year, month, day = (int(part) for part in text.split("-"))
    return say("date.long", day=day, month=say(f"month.{month}"), year=year)


def report_words(language: str, losses: tuple[Loss, ...]) -> Mapping[str, bool]:
    """Whether the interface has words for every feature and reason of a report."""
    known = words(language)
    keys = {f"loss.feature.{loss.feature}" for loss in losses}
    keys |= {f"loss.why.{loss.why}" for loss in losses if loss.why}
    return {key: known.has(key) for key in sorted(keys)}
