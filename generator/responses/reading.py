"""A file that a student handed in -> what stands in it; whatever else it is, a clear message."""

import json
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator.responses.given import Handed, Head, Responses, Unreadable

MOST_JSON = 2 * 1024 * 1024
MOST_PDF = 25 * 1024 * 1024
FORMAT = "secondsource-answers"


def read(path: Path) -> Handed:
    """The answers in a filled-in PDF form or in an answers file. Raises Unreadable."""
    try:
        if not path.is_file():
            raise Unreadable("there is no such file" if not path.exists() else "this is not a file")
        if path.stat().st_size > MOST_PDF:
            raise Unreadable(f"it is larger than {MOST_PDF // 1024 // 1024} MB; no answers are that long")
        data = path.read_bytes()
    except OSError as problem:
        raise Unreadable(f"it cannot be read: {problem.strerror}") from problem
    if b"%PDF-" in data[:1024]:
        from generator.responses.pdf_form import read_form

        return read_form(data)
    if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"["):
        return _answers(data)
    what = "it is empty" if not data.strip() else "it is neither a PDF nor an answers file"
    raise Unreadable(f"{what}; ask for the form as it was saved, or for the file that the page exported")


def _answers(data: bytes) -> Handed:
    if len(data) > MOST_JSON:
        raise Unreadable(f"it is larger than {MOST_JSON // 1024 // 1024} MB; no answers are that long")
    try:
        value = json.loads(data.decode("utf-8-sig"), parse_constant=_refuse)
    except (ValueError, RecursionError) as problem:
        raise Unreadable("it is damaged: it is not whole JSON; ask for it to be exported again") from problem
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise Unreadable("it is JSON, but not answers that a worksheet's page exported")
    if value.get("version") != 1:
        raise Unreadable("its answers are in a newer form than this program knows; update secondsource")
    try:
        found = Responses.model_validate_json(json.dumps(value))
    except ValidationError as problem:
        raise Unreadable(
            f"it was changed since the page exported it: {_where(problem)} is not as it should be"
        ) from None
    except RecursionError:
        raise Unreadable("it is damaged: it is nested too deeply") from None
    head = Head.model_validate({name: getattr(found, name) for name in Head.model_fields})
    return Handed(source="browser", head=head, answers=found.answers)


def _refuse(word: str) -> Any:
    raise ValueError(word)


def _where(problem: ValidationError) -> str:
    place = [str(part) for part in problem.errors()[0]["loc"][:2]]
    return "'" + ".".join(part[:60] for part in place if part.isprintable()) + "'"
