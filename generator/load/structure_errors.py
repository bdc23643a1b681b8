"""A value that does not fit its model -> a diagnostic in plain words, with what to write instead."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from types import NoneType
from typing import Any

from generator.load import shape
from generator.load.places import Path, Places
from generator.load.suggest import as_slug, did_you_mean, folded_name, nearest
from generator.load.yaml_tree import Data
from generator.model import files
from generator.model.diagnostic import Diagnostic


@dataclass(frozen=True)
class Misfit:
    """What does not fit. `kinds` is what may stand there; for keys, what the mapping around them is."""

    type: str
    path: Path
    kinds: shape.Kinds
    value: Data
    missing: str = ""
    is_key: bool = False
    limits: dict[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The value in a message: 'title', or entry 2 of 'goals'."""
        if not self.path:
            return "this file"
        last = self.path[-1]
        if isinstance(last, str):
            return f"'{last}'"
        owner = next((step for step in reversed(self.path) if isinstance(step, str)), None)
        return f"entry {last + 1} of '{owner}'" if owner else f"entry {last + 1}"


Told = tuple[str, str, str]
"""Code, message, hint."""

_CALLED: dict[type, str] = {
    files.ReportMeta: "the front matter",
    files.AttributionNote: "this attribution",
    files.MarkerNote: "this marker",
    files.WordingNote: "this wording note",
    files.NotesFile: "these notes",
    files.ClaimSide: "this side of the claim",
    files.ClaimNote: "this claim",
    files.NodeNote: "this origin",
    files.EdgeNote: "this edge",
    files.OriginNotes: "'origins'",
    files.ProbeNote: "this probe",
    files.GapSide: "this side of the gap",
    files.GapNote: "this gap",
    files.EntityNote: "this entity",
    files.DossierFile: "the dossier",
    files.QuoteRef: "this quote",
    files.NotSource: "this entry",
    files.ItemSpec: "this item",
    files.HandItem: "this item of your own",
    files.HandOption: "this option",
    files.HandRow: "this row",
    files.HandLevel: "this level",
    files.Section: "this section",
    files.Pick: "'pick'",
    files.Level: "'level'",
    files.LessonFile: "the lesson",
    files.PromptFile: "these prompts",
}
_USUAL = {
    "author": "byline",
    "by": "byline",
    "date": "published",
    "headline": "title",
    "license": "licence",
    "url": "source_url",
    "location": "place",
    "quote": "text",
    "text": "quote",
    "question": "stem",
    "instruction": "prompt",
    "answer": "right",
    "correct": "right",
    "time": "minutes",
    "marks": "points",
    "source": "outlet",
    "report": "reports",
    "item": "items",
}
"""What authors write out of habit -> what the key is called here, where it exists."""


def describe(misfit: Misfit, places: Places) -> Diagnostic:
    """The diagnostic for a misfit; never the validation library's own wording."""
    told = _absent_value(misfit) or _TELLERS.get(misfit.type, _other)(misfit)
    code, message, hint = told
    return places.problem(misfit.path, code, message, hint, key=misfit.is_key)


def shown(value: Data) -> str:
    """A value in a message, shortened."""
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a mapping"
    text = " ".join(str(value).split())
    return f"'{text if len(text) <= 60 else text[:57] + '...'}'"


def _called(kinds: shape.Kinds) -> str:
    return next((_CALLED[kind] for kind in kinds if kind in _CALLED), "this mapping")


def _absent_value(m: Misfit) -> Told | None:
    """Nothing at all stands behind a key, whatever was expected there."""
    if m.value is not None or m.type in ("missing", "extra_forbidden"):
        return None
    words = shape.choices(m.kinds)
    hint = f"write one of: {', '.join(words)}" if words else "write it behind the colon, or delete the key"
    return "SS213", f"{m.name} has no value", hint


def _missing(m: Misfit) -> Told:
    model = next((k for k in shape.models(m.kinds) if m.missing in shape.fields(k)), None)
    info = shape.fields(model)[m.missing] if model else None
    kinds = shape.kinds_of(info) if info else ()
    hint = f"add '{m.missing}: ...'"
    if shape.choices(kinds):
        hint += f" with one of: {', '.join(shape.choices(kinds))}"
    elif info and info.description:
        hint += f" ({info.description.rstrip('.')})"
    if NoneType in kinds and "null" not in hint:
        hint += f"; where there is none, write '{m.missing}: null'"
    return "SS211", f"{_called(m.kinds)} has no '{m.missing}'", hint


def _extra(m: Misfit) -> Told:
    key = str(m.path[-1])
    known = [name for model in shape.models(m.kinds) for name in shape.fields(model)]
    usual = _USUAL.get(folded_name(key).replace("-", "_"))
    listed = f"keys here: {', '.join(known)}"
    hint = did_you_mean(key, known, "keys here")
    if usual in known and nearest(key, known) is None:
        hint = f"did you mean '{usual}'?; {listed}"
    return "SS210", f"{_called(m.kinds)} has no key '{key}'", hint


def _mapping(m: Misfit) -> Told:
    words = {files.ClaimSide: "absent", files.GapSide: "not-mentioned"}
    alone = next((word for model, word in words.items() if model in m.kinds), None)
    keys = [name for model in shape.models(m.kinds) for name in shape.fields(model)]
    if files.QuoteRef in m.kinds:
        return "SS212", f"{m.name} must be text, not {shown(m.value)}", "write the words of the passage"
    glued = re.match(r"([\w-]+):(\S.*)", m.value) if isinstance(m.value, str) else None
    if glued and glued[1] in keys:
        return "SS212", f"{m.name} must be a mapping", f"put a space after the colon: '{glued[1]}: {glued[2]}'"
    if isinstance(m.value, list):
        hint = "write its keys without the dash in front"
    else:
        hint = "write its keys on lines of their own below it, indented"
    if keys:
        hint += f": {', '.join(keys)}"
    if alone:
        return "SS212", f"{m.name} must be '{alone}' or a mapping, not {shown(m.value)}", hint
    return "SS212", f"{m.name} must be a mapping, not {shown(m.value)}", hint


def _list(m: Misfit) -> Told:
    first = shown(m.value)[1:-1] if isinstance(m.value, str) else "..."
    hint = "write each entry on a line of its own, with '- ' in front"
    if isinstance(m.value, str):
        hint += f", or in brackets: [{first}]"
    return "SS212", f"{m.name} must be a list, not {shown(m.value)}", hint


def _text(m: Misfit) -> Told:
    return (
        "SS212",
        f"{m.name} must be text, not {shown(m.value)}",
        "write it behind the colon; put it in quotes if it holds brackets or a colon",
    )


def _empty(m: Misfit) -> Told:
    optional = NoneType in m.kinds
    hint = "write something, or null where there is nothing" if optional else "write something"
    return "SS213", f"{m.name} is empty", hint


def _too_long(m: Misfit) -> Told:
    most = m.limits.get("max_length", 80)
    return "SS217", f"{m.name} is longer than {most} characters", "shorten it"


def _pattern(m: Misfit) -> Told:
    pattern = str(m.limits.get("pattern", ""))
    if pattern == "^[A-D]$":
        return "SS216", f"{shown(m.value)} is no label of a report", "labels are A, B, C and D"
    if pattern == "^[a-z]{2}$":
        return "SS216", f"{shown(m.value)} is no language code", "write two small letters, such as en"
    slug = as_slug(str(m.value))
    if "_" in pattern:
        slug = slug.replace("-", "_")
    hint = f"write '{slug}'" if slug else "write something like 'closing-date'"
    told = "names here are made of small letters, digits and single hyphens"
    return "SS216", f"{shown(m.value)} cannot be a name", f"{hint}; {told}"


def _choice(m: Misfit) -> Told:
    words = shape.choices(m.kinds)
    if isinstance(m.value, dict | list):
        return "SS212", f"{m.name} must be one word, not {shown(m.value)}", f"one of: {', '.join(words)}"
    if m.is_key or (m.path and isinstance(m.path[-1], int)):
        message = f"{shown(m.value)} is not possible as {m.name}"
    else:
        message = f"{m.name} cannot be {shown(m.value)}"
    return "SS214", message, did_you_mean(str(m.value), words, "one of")


def _number(m: Misfit) -> Told:
    whole = "a whole number" if int in m.kinds else "a number"
    digits = re.search(r"[0-9]+(?:\.[0-9]+)?", m.value) if isinstance(m.value, str) else None
    like = digits[0].split(".")[0] if digits and int in m.kinds else digits[0] if digits else "10"
    return "SS215", f"{m.name} must be {whole}, not {shown(m.value)}", f"write it in digits alone, such as {like}"


def _range(m: Misfit) -> Told:
    says = {
        "ge": "at least {}",
        "gt": "more than {}",
        "le": "at most {}",
        "lt": "less than {}",
    }
    limit = next((says[key].format(_short(m.limits[key])) for key in says if key in m.limits), "another number")
    return "SS215", f"{m.name} is {_bare(m.value)}; it must be {limit}", f"write a number that is {limit}"


def _short(number: Any) -> str:
    return f"{number:g}" if isinstance(number, float) else str(number)


def _bare(value: Data) -> str:
    return shown(value).strip("'")


def _yes_no(m: Misfit) -> Told:
    return "SS214", f"{m.name} must be true or false, not {shown(m.value)}", "write true or false"


def _day(m: Misfit) -> Told:
    if not isinstance(m.value, str):
        return "SS218", f"{m.name} must be a date, not {shown(m.value)}", "write it as YYYY-MM-DD"
    hint = _day_hint(m.value)
    if NoneType in m.kinds:
        hint += "; where it is not given, write null"
    return "SS218", f"{m.name} must be a date as YYYY-MM-DD, not {shown(m.value)}", hint


def _day_hint(text: str) -> str:
    parts = [int(p) for p in re.findall(r"[0-9]{1,4}", text)][:3]
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return "the calendar has no such day"
    if len(parts) == 3:
        if parts[0] > 31:
            ways = [(parts[0], parts[1], parts[2])]
        else:
            ways = [(parts[2], parts[1], parts[0]), (parts[2], parts[0], parts[1])]
        dates = list(dict.fromkeys(_valid(*way) for way in ways if way[0] > 31))
        told = [d for d in dates if d]
        if told:
            return f"write {' or '.join(told)}" + (", whichever is meant" if len(told) > 1 else "")
    return "write year, month and day, such as 2025-03-04"


def _valid(year: int, month: int, day: int) -> str | None:
    try:
        return date(year if year > 99 else 2000 + year, month, day).isoformat()
    except ValueError:
        return None


def _other(m: Misfit) -> Told:
    return "SS212", f"{m.name} cannot be {shown(m.value)}", "see 'secondsource schema' for what may stand here"


_TELLERS: dict[str, Callable[[Misfit], Told]] = {
    "missing": _missing,
    "extra_forbidden": _extra,
    "model_type": _mapping,
    "model_attributes_type": _mapping,
    "dict_type": _mapping,
    "tuple_type": _list,
    "string_type": _text,
    "string_too_short": _empty,
    "string_too_long": _too_long,
    "string_pattern_mismatch": _pattern,
    "literal_error": _choice,
    "int_type": _number,
    "int_parsing": _number,
    "int_parsing_size": _number,
    "int_from_float": _number,
    "float_type": _number,
    "float_parsing": _number,
    "finite_number": _number,
    "greater_than_equal": _range,
    "greater_than": _range,
    "less_than_equal": _range,
    "less_than": _range,
    "bool_type": _yes_no,
    "bool_parsing": _yes_no,
    "day": _day,
}
