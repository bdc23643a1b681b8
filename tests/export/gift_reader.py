"""Moodle's side of a GIFT import, written from the published rules; shares no code with the exporter."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.export.completeness import words_of
from tests.export.moodle_reader import Answer, Read

SIGNS = "\\:#={}~"


class GiftError(Exception):
    """The importer would refuse the file; the message says where."""


@dataclass(frozen=True)
class File:
    """What an import finds."""

    categories: tuple[str, ...]
    questions: tuple[Read, ...]
    remarks: tuple[str, ...]


def read(data: bytes) -> File:
    """The questions of a file. Raises GiftError."""
    categories, questions, remarks = [], [], []
    for block in re.split(r"\n\s*\n", data.decode().strip()):
        lines = block.splitlines()
        told = [line[2:].strip() for line in lines if line.strip().startswith("//")]
        remarks += told
        text = "\n".join(line for line in lines if not line.strip().startswith("//")).strip()
        if text.startswith("$CATEGORY:"):
            categories.append(text.removeprefix("$CATEGORY:").strip())
        elif text:
            questions.append(_question(text, " ".join(told)))
    return File(tuple(categories), tuple(questions), tuple(remarks))


def _question(text: str, remark: str) -> Read:
    signs = list(_signs(text))
    head, name, tail = _head(signs)
    opening = [at for at, (sign, bare) in enumerate(tail) if bare and sign == "{"]
    closing = [at for at, (sign, bare) in enumerate(tail) if bare and sign == "}"]
    if len(opening) > 1 or len(opening) != len(closing) or (opening and closing[0] != len(tail) - 1):
        raise GiftError(f"{name}: braces do not match")
    if not head:
        raise GiftError(f"{name}: no name")
    body = tail[: opening[0]] if opening else tail
    id_ = re.search(r"\[id:((?:\\\]|[^\]])+)\]", remark)
    made = Read(
        kind="description",
        name=name,
        text="",
        markup=_joined(body),
        points=1.0,
        id=id_[1].replace("\\]", "]") if id_ else "",
        feedback="",
        tags=tuple(re.findall(r"\[tag:((?:\\\]|[^\]])+)\]", remark)),
    )
    if not made.markup.startswith("[html]"):
        raise GiftError(f"{name}: no format")
    made.text = words_of(made.markup.removeprefix("[html]"))
    if opening:
        _answers(made, tail[opening[0] + 1 : -1])
    return made


def _signs(text: str) -> Iterator[tuple[str, bool]]:
    """Signs of a text, each with whether it means something to the format."""
    at = 0
    while at < len(text):
        if text[at] == "\\" and at + 1 < len(text) and text[at + 1] in SIGNS + "n":
            yield ("\n" if text[at + 1] == "n" else text[at + 1]), False
            at += 2
        else:
            yield text[at], True
            at += 1


Signs = list[tuple[str, bool]]


def _head(signs: Signs) -> tuple[bool, str, Signs]:
    """Whether there is a name, the name, and what follows it."""
    if signs[:2] != [(":", True), (":", True)]:
        return False, "", signs
    for at in range(2, len(signs) - 1):
        if signs[at : at + 2] == [(":", True), (":", True)]:
            return True, _joined(signs[2:at]), signs[at + 2 :]
    return False, "", signs


def _joined(signs: Signs) -> str:
    return "".join(sign for sign, _ in signs).strip()


def _answers(made: Read, signs: Signs) -> None:
    hashes = [at for at in range(len(signs) - 3) if signs[at : at + 4] == [("#", True)] * 4]
    if hashes:
        made.feedback = words_of(_joined(signs[hashes[-1] + 4 :]))
        signs = signs[: hashes[-1]]
    if not _joined(signs):
        made.kind = "essay"
        return
    bare = "".join(sign if is_bare else " " for sign, is_bare in signs)
    if "~" in bare:
        made.kind, made.single = "multichoice", "=" in bare
    elif "=" in bare and "->" in "".join(sign for sign, _ in signs):
        made.kind = "matching"
    elif "=" in bare:
        made.kind = "shortanswer"
    else:
        raise GiftError(f"{made.name}: neither true nor false")
    pieces = _pieces(signs)
    if made.kind == "matching":
        made.pairs = tuple(_pair(made.name, piece) for piece in pieces)
    else:
        made.answers = tuple(_answer(piece, plain=made.kind == "shortanswer") for piece in pieces)


def _pieces(signs: Signs) -> list[Signs]:
    pieces: list[Signs] = []
    for sign, is_bare in signs:
        if is_bare and sign in "~=":
            pieces.append([(sign, True)])
        elif pieces:
            pieces[-1].append((sign, is_bare))
        elif sign.strip():
            raise GiftError(f"text before the first answer: {_joined(signs)[:40]}")
    return pieces


def _pair(name: str, piece: Signs) -> tuple[str, str]:
    row, arrow, answer = _joined(piece[1:]).partition("->")
    if not arrow:
        raise GiftError(f"{name}: a pair without an arrow")
    return words_of(row), html.unescape(answer.strip())


def _answer(piece: Signs, *, plain: bool) -> Answer:
    share = 1.0 if piece[0][0] == "=" else 0.0
    inner = piece[1:]
    while inner and not inner[0][0].strip():
        inner = inner[1:]
    if percent := re.match(r"%(-?[0-9]{1,2}\.?[0-9]*)%", "".join(sign for sign, _ in inner)):
        share, inner = float(percent[1]) / 100, inner[percent.end() :]
    at = next((at for at, sign in enumerate(inner) if sign == ("#", True)), len(inner))
    text, feedback = _joined(inner[:at]), words_of(_joined(inner[at + 1 :]))
    return Answer(text if plain else words_of(text), share, feedback)


def undone(text: str) -> str:
    """Text of a reader that leaves signs escaped."""
    return html.unescape(re.sub(r"\\([\\:#={}~])", r"\1", text))
