"""A filled-in PDF form -> its fields. Works in a child process that is held short: a PDF can be made to bite."""

import logging
import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from pydantic import ValidationError

from generator.render.fields import STUDENT
from generator.responses.given import Handed, Head, Unreadable, tidy

MOST_FIELDS, MOST_LEVELS = 5000, 16
MEMORY, SECONDS = 512, 20
_FORM_ID = re.compile(r"[a-z0-9-]+-(support|core|extension)-[A-Z]{1,4}-[0-9A-F]{6}")


def read_form(data: bytes) -> Handed:
    """The filled fields and whose they are. Raises Unreadable."""
    from generator.render.limits import LimitError, run_limited

    try:
        fields, subject = run_limited(
            partial(_fields, data), memory=MEMORY, cpu=SECONDS, wall=3.0 * SECONDS, name="Reading it"
        )
    except LimitError as problem:
        raise Unreadable(f"it is damaged, or made to do harm: {problem}") from None
    about = {name.removeprefix("_form."): text for name, text in fields.items() if name.startswith("_form.")}
    # Some programs drop what nobody sees when they save; the form id stands in the file's facts, too.
    form_id = about.get("form_id") or (subject if _FORM_ID.fullmatch(subject) else "")
    if not form_id:
        raise Unreadable("it is a form, but not one that secondsource made")
    student = {part: fields.get(f"_student.{part}", "") for part in STUDENT}
    try:
        head = Head.model_validate({**about, "form_id": form_id, **student})
    except ValidationError:
        raise Unreadable("it is a form, but what it says of itself was changed") from None
    given = {name: text for name, text in fields.items() if not name.startswith("_") and text}
    return Handed(source="form", head=head, fields=given)


def _fields(data: bytes) -> tuple[dict[str, str], str]:
    """All fields with a value, and the file's subject. Raises Unreadable."""
    from io import BytesIO

    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("it is locked with a password; ask for it without one")
        form = _whole(reader.trailer["/Root"]).get("/AcroForm")
        tops = _whole(_whole(form).get("/Fields"), list) if form is not None else []
        if not tops:
            raise Unreadable(
                "it has no fields: it was printed to a PDF instead of saved, or it is no form; "
                "ask for the form as it was saved"
            )
        found = dict(_walk(tops))
        info = _whole(reader.trailer.get("/Info", {}))
        return found, _text(info.get("/Subject", ""))
    except Unreadable:
        raise
    except (PyPdfError, ImportError) as problem:
        # Locked files need one more package; whatever it says, the teacher can do the same about it.
        locked = isinstance(problem, ImportError) or "encrypt" in str(problem).lower()
        raise Unreadable("it is locked; ask for it without a password" if locked else _DAMAGED) from None
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, OSError, AssertionError):
        raise Unreadable(_DAMAGED) from None


_DAMAGED = "it is damaged: it is not a whole PDF; ask for it to be saved again"


def _walk(tops: list[Any]) -> Iterator[tuple[str, str]]:
    """(full name, value) of every field that has a value; a name that stands twice counts once."""
    todo: list[tuple[Any, str, str | None, int]] = [(top, "", None, 0) for top in reversed(tops)]
    seen: set[str] = set()
    steps = 0
    while todo:
        thing, above, kind, level = todo.pop()
        steps += 1
        if steps > MOST_FIELDS or level > MOST_LEVELS:
            raise Unreadable("it has more fields than any worksheet")
        field = _whole(thing)
        name = ".".join(part for part in (above, _text(field.get("/T", ""))) if part)
        kind = str(_whole(field.get("/FT", kind), object)) if field.get("/FT", kind) is not None else None
        kids = [_whole(kid) for kid in _whole(field.get("/Kids", []), list)[: MOST_FIELDS + 1]]
        if kids and any("/T" in kid for kid in kids):
            todo += [(kid, name, kind, level + 1) for kid in reversed(kids)]
        elif name and name not in seen:
            seen.add(name)
            value = _button(field, kids) if kind == "/Btn" else _value(field.get("/V"))
            if value:
                yield name, value


def _button(field: Any, kids: list[Any]) -> str:
    """The state of a box or of one of several. Where the field itself says nothing, its widgets do."""
    states = [field.get("/V"), *(widget.get("/AS") for widget in (kids or [field]))]
    names = (str(_whole(state, object)).removeprefix("/") for state in states if state is not None)
    return next((tidy(name) for name in names if name not in ("Off", "")), "")


def _value(value: Any) -> str:
    value = _whole(value, object)
    if isinstance(value, list):
        value = _whole(value[0], object) if value else ""
    return _text(value)


def _text(value: Any) -> str:
    value = _whole(value, object)
    if hasattr(value, "get_data"):
        value = value.get_data()
    if isinstance(value, bytes):
        value = value.decode("utf-16" if value[:2] in (b"\xfe\xff", b"\xff\xfe") else "cp1252", "replace")
    return tidy(value) if isinstance(value, str) else ""


def _whole(value: Any, kind: type = dict) -> Any:
    """What a reference stands for. Raises ValueError where it is not of the kind that must stand there."""
    found = value.get_object() if hasattr(value, "get_object") else value
    if not isinstance(found, kind):
        raise ValueError(f"{type(found).__name__} where {kind.__name__} must stand")
    return found
