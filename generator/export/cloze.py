"""Gaps in the text of a question, as Moodle embeds them: `{marks:KIND:=right~wrong#feedback}`.

Moodle finds gaps by a regular expression in the HTML of the question, then undoes entities. So a sign that would
end an answer or a gap is written as an entity or behind a backslash, and no text around gaps may look like one.
"""

from collections.abc import Iterable

from generator.export.texts import escaped, plain, plain_characters

_IN_ANSWER = str.maketrans(
    {"&": "&#38;", "<": "&lt;", ">": "&gt;", "~": "&#126;", "}": "\\}", "#": "\\#", "{": "&#123;", "\\": "&#92;"}
)


def menu(marks: int, options: Iterable[tuple[str, bool]]) -> str:
    """A gap with a drop-down list; each option says whether it is right."""
    # An option is HTML once its entities are undone, so its own signs are entities twice over.
    return _gap(marks, "MULTICHOICE", [(_answer(escaped(plain(text))), right) for text, right in options])


def line(marks: int, forms: Iterable[str], other: str) -> str:
    """A gap to write in, right for any of `forms` whatever their case; `other` is said of every other answer."""
    # A star stands for any letters, unless it is escaped.
    forms = [_answer(plain_characters(form)).replace("*", "\\*") for form in forms]
    gap = _gap(marks, "SHORTANSWER", [(form, True) for form in forms])
    return f"{gap[:-1]}~*#{_answer(other)}}}"


def around(html: str) -> str:
    """HTML that holds no gap, with nothing in it that looks like one."""
    return html.replace("{", "&#123;")


def _gap(marks: int, kind: str, answers: Iterable[tuple[str, bool]]) -> str:
    inner = "~".join(("=" if right else "") + answer for answer, right in answers)
    return f"{{{marks}:{kind}:{inner}}}"


def _answer(text: str) -> str:
    """Text as an answer; at its beginning '=' and '%' would be read as its marks."""
    first = {"=": "&#61;", "%": "&#37;"}.get(text[:1])
    return (first or text[:1].translate(_IN_ANSWER)) + text[1:].translate(_IN_ANSWER)
