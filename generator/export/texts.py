"""Texts of a booklet as the small XHTML that every learning platform keeps, and as plain text."""

import re
from collections.abc import Iterable

from generator.export.carrier import Say

_BOLD = re.compile(r"\*\*(?![\s*])(.+?)(?<!\s)\*\*")
_SIGNS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def plain_characters(text: str) -> str:
    """Text without the characters that XML cannot hold."""
    return _NOT_XML.sub("", text)


def escaped(text: str) -> str:
    """Text as character data of XML; characters that XML cannot hold are dropped."""
    return plain_characters(text).translate(_SIGNS)


def rich(text: str) -> str:
    """Text as XHTML within a line: **words** bold, line breaks kept. Well-formed for any text."""
    return _BOLD.sub(r"<strong>\1</strong>", escaped(text)).replace("\n", "<br/>")


def plain(text: str) -> str:
    """Text without the signs for bold, on one line."""
    return " ".join(_BOLD.sub(r"\1", plain_characters(text)).split())


def paragraph(*parts: str) -> str:
    """A paragraph of XHTML parts; '' where they are all empty."""
    inner = " ".join(part for part in parts if part)
    return f"<p>{inner}</p>" if inner else ""


def strong(text: str) -> str:
    """Plain text in bold."""
    return f"<strong>{escaped(text)}</strong>" if text else ""


def bullets(items: Iterable[str]) -> str:
    """A list of XHTML parts; '' where there are none."""
    inner = "".join(f"<li>{item}</li>" for item in items if item)
    return f"<ul>{inner}</ul>" if inner else ""


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table of XHTML cells whose first row and first column are headings; an empty `head` gives no head row."""
    cells = tuple(head)
    top = "<thead><tr>" + "".join(f"<th>{cell}</th>" for cell in cells) + "</tr></thead>" if cells else ""
    body = ""
    for first, *rest in rows:
        body += f"<tr><th>{first}</th>" + "".join(f"<td>{cell}</td>" for cell in rest) + "</tr>"
    return f"<table>{top}<tbody>{body}</tbody></table>"


def counted(say: Say, key: str, n: int) -> str:
    """A number with its word: '1 mark', '3 marks'."""
    return say(f"{key}.one" if n == 1 else f"{key}.many", n=n)


def reference(say: Say, label: str, lines: tuple[int, int]) -> str:
    """A place in a passage: 'A 12', 'A 12–13', 'A headline'."""
    first, last = lines
    if last == 0:
        return say("ref.headline", label=label)
    if first == last:
        return say("ref.line", label=label, first=first)
    return say("ref.lines", label=label, first=first, last=last)


def quoted(say: Say, text: str) -> str:
    """Text in quotation marks, in inner ones where it holds outer ones itself."""
    outer = {*say("quote.double", text=""), '"'}
    return say("quote.single" if outer & {*text} else "quote.double", text=text)
