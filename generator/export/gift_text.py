"""Moodle's plain text format GIFT: its signs, and the parts that a file is made of."""

from collections.abc import Iterable

from generator.export.moodle_xml import short_id
from generator.export.texts import plain_characters

_SIGNS = str.maketrans(
    {"\\": "\\\\", "#": "\\#", "=": "\\=", "~": "\\~", "{": "\\{", "}": "\\}", ":": "\\:", "\n": "\\n", "\r": None}
)


def safe(text: str) -> str:
    """Text in which no sign means anything to the format."""
    return plain_characters(text).translate(_SIGNS)


def formatted(html: str) -> str:
    """HTML as an answer or a remark; at its beginning '%' would be read as a share of the marks."""
    return safe(html.replace("%", "&#37;", 1) if html.startswith("%") else html)


def category(path: Iterable[str]) -> str:
    """Where the questions that follow belong."""
    return "$CATEGORY: " + "/".join(["$course$", "top", *(step.replace("/", "//") for step in path)])


def question(name: str, body: str, answers: Iterable[str] | None, feedback: str, note: str) -> str:
    """A question with its answers, a line each; a text without a question where `answers` is None.

    `note` is a remark for whoever reads the file, from which Moodle takes id and tags.
    """
    head = f"// {note}\n::{safe(name)}::[html]{safe(body)}"
    if answers is None:
        return head
    lines = [*answers, f"####{safe(feedback)}"] if feedback else list(answers)
    return head + "{\n" + "".join(f"\t{line}\n" for line in lines) + "}"


def note(id_: str, tags: Iterable[str]) -> str:
    """Id and tags as Moodle finds them in a remark."""
    marks = [f"[id:{_inside(short_id(id_))}]", *(f"[tag:{_inside(tag)}]" for tag in tags)]
    return " ".join(marks)


def _inside(text: str) -> str:
    return text.replace("]", "\\]")
