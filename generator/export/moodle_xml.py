"""The elements of Moodle's XML: each function gives text of the file."""

from collections.abc import Iterable, Mapping
from hashlib import sha256

from generator.export.texts import escaped, plain_characters

FRACTIONS: Mapping[int, str] = {
    1: "100",
    2: "50",
    3: "33.33333",
    4: "25",
    5: "20",
    6: "16.66667",
    7: "14.28571",
    8: "12.5",
    9: "11.11111",
    10: "10",
}
"""A share of one in n, as the importer wants it written; any other number fails the whole import."""

LONGEST_NAME, LONGEST_ID = 255, 100


def short_id(id_: str) -> str:
    """An id that Moodle's database can hold; different ids stay different."""
    if len(id_) <= LONGEST_ID:
        return id_
    return f"{id_[: LONGEST_ID - 9]}-{sha256(id_.encode()).hexdigest()[:8]}"


def html(name: str, body: str) -> str:
    """An element with a formatted text."""
    return f'<{name} format="html">{text(body)}</{name}>'


def text(body: str) -> str:
    """A text, safe from its own signs."""
    inner = plain_characters(body).replace("]]>", "]]]]><![CDATA[>")
    return f"<text><![CDATA[{inner}]]></text>" if inner else "<text></text>"


def answer(body: str, fraction: str, feedback: str = "", *, formatted: bool = True) -> str:
    """An option or an accepted answer with its share of the marks in percent."""
    kind = "html" if formatted else "plain_text"
    return f'<answer fraction="{fraction}" format="{kind}">{text(body)}{html("feedback", feedback)}</answer>'


def pair(row: str, option: str) -> str:
    """A row to match with its plain answer; an empty row makes the answer a distractor."""
    return f'<subquestion format="html">{text(row)}<answer>{text(option)}</answer></subquestion>'


def category(path: Iterable[str], info: str, name: str) -> str:
    """Where the questions that follow belong."""
    steps = "/".join(["$course$", "top", *(plain_characters(step).replace("/", "//") for step in path)])
    return (
        f'<question type="category"><category>{text(steps)}</category>{html("info", info)}'
        f"<idnumber>{escaped(short_id(name))}</idnumber></question>"
    )


def question(
    kind: str,
    *,
    name: str,
    body: str,
    feedback: str,
    points: str,
    id_: str,
    tags: Iterable[str],
    parts: str = "",
) -> str:
    """A question of a kind; `parts` are the elements that only this kind has."""
    tagged = "".join(f"<tag>{text(tag)}</tag>" for tag in tags)
    shown = name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"
    return (
        f'<question type="{kind}"><name>{text(shown)}</name>{html("questiontext", body)}'
        f"{html('generalfeedback', feedback)}<defaultgrade>{points}</defaultgrade><penalty>0</penalty>"
        f"<hidden>0</hidden><idnumber>{escaped(short_id(id_))}</idnumber>{parts}<tags>{tagged}</tags></question>"
    )


def document(questions: Iterable[str]) -> bytes:
    """The whole file."""
    body = "\n".join(questions)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n{body}\n</quiz>\n'.encode()


def combined_feedback() -> str:
    """What Moodle says to right and wrong answers on the whole: nothing, as each item has its own words."""
    names = ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")
    return "".join(html(name, "") for name in names)
