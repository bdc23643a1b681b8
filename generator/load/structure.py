"""Plain data -> a model of `model.files`; whatever does not fit becomes a diagnostic at its place."""

import re
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from generator.load import shape
from generator.load.places import Path, Places
from generator.load.structure_errors import Misfit, describe
from generator.load.yaml_tree import Data, YamlDoc
from generator.model.base import SCHEMA_VERSION
from generator.model.diagnostic import Diagnostic

M = TypeVar("M", bound=BaseModel)

_READ_OTHERWISE = re.compile(
    r"""(?P<yesno>yes|no|on|off|true|false)
    | (?P<time>[-+]?\d+(?::[0-5]?\d)+(?:\.\d*)?)
    | (?P<day>\d{4}-\d\d?-\d\d?)
    | (?P<number>[-+]?(?:\d[\d_]*\.?[\d_]*(?:[eE][-+]?\d+)?|\.\d[\d_]*|0[xo][\da-fA-F]+|\.inf)|\.nan)""",
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST_TRAP = 40
_AS = {
    "yesno": "as true or false",
    "time": "as a number of seconds",
    "day": "as a date",
    "number": "as a number",
}


def fit(model: type[M], doc: YamlDoc) -> tuple[M | None, tuple[Diagnostic, ...]]:
    """The file's content as a value of the model, or None with the reasons; the YAML's own are not repeated."""
    data, places = doc.data, doc.places
    if data is None and not doc.sound:
        return None, ()
    if not isinstance(data, dict):
        return None, (_no_mapping(data, places),)
    version = _version_problem(data, places)
    if version:
        return None, (version,)
    found = list(_traps(model, data, places))
    try:
        return model.model_validate(data), tuple(found)
    except ValidationError as error:
        misfits = (_misfit(model, e, data) for e in error.errors(include_url=False))
        told = [describe(misfit, places) for misfit in misfits if misfit is not None]
        return None, tuple(dict.fromkeys([*told, *found]))


def _no_mapping(data: Data, places: Places) -> Diagnostic:
    hint = f"begin with 'schema: {SCHEMA_VERSION}' and go on with one 'key: value' a line"
    if data is None:
        return places.problem((), "SS201", "this file is empty", hint)
    return places.problem((), "SS201", "this file is not made of 'key: value' lines", hint)


def _version_problem(data: dict[str, Data], places: Places) -> Diagnostic | None:
    """Files of another version are not looked at any further: every message would mislead."""
    given = data.get("schema")
    if "schema" not in data:
        return places.problem(
            (), "SS202", "the key 'schema' is missing", f"write 'schema: {SCHEMA_VERSION}' as the first line"
        )
    if not isinstance(given, str) or not re.fullmatch(r"[0-9]{1,6}", given):
        return places.problem(
            ("schema",),
            "SS202",
            "'schema' must be the number of the file format",
            f"write 'schema: {SCHEMA_VERSION}'",
        )
    if int(given) > SCHEMA_VERSION:
        return places.problem(
            ("schema",),
            "SS203",
            f"this file is of format {int(given)}; this program reads format {SCHEMA_VERSION}",
            "update secondsource",
        )
    if int(given) < SCHEMA_VERSION:
        return places.problem(
            ("schema",),
            "SS204",
            f"this file is of format {int(given)}, which is no longer read",
            f"bring it up to format {SCHEMA_VERSION}; the change log says what changed",
        )
    return None


def _traps(model: type[BaseModel], data: Data, places: Places) -> list[Diagnostic]:
    """Unquoted words in text fields that other programs read as something else than text."""
    found = []
    for path, text, kinds, is_key in shape.scalars(model, data):
        plain = places.key_is_plain(path) if is_key else places.is_plain(path) and shape.is_text(kinds)
        match = _READ_OTHERWISE.fullmatch(text) if plain and len(text) <= _LONGEST_TRAP else None
        if match:
            found.append(
                places.problem(
                    path,
                    "SS120",
                    f"{text} is text here, but other programs read it {_AS[str(match.lastgroup)]}",
                    f'put it in quotes: "{text}"',
                    key=is_key,
                    severity="warning",
                )
            )
    return found


def _misfit(model: type[BaseModel], error: Any, data: Data) -> Misfit | None:
    """One complaint of the validation, told of the file; None where it is about a kind nobody meant."""
    kind, steps = error["type"], list(error["loc"])
    is_key = kind == "extra_forbidden" or steps[-1:] == ["[key]"]
    missing = str(steps.pop()) if kind == "missing" else ""
    if steps[-1:] == ["[key]"]:
        steps.pop()
    walked = _walk(model, steps, data)
    if walked is None:
        return None
    path, found, here = walked
    if is_key:
        here = str(path[-1])
    if kind == "extra_forbidden":
        found = shape.at(model, path[:-1], data)
    return Misfit(kind, path, found, here, missing, is_key, dict(error.get("ctx") or {}))


def _walk(model: type[BaseModel], steps: list[str | int], data: Data) -> tuple[Path, shape.Kinds, Data] | None:
    """Where the steps of a complaint lead in the file, what may stand there and what does.

    The validation names the kind it tried among its steps, and makes lists of single values: such steps are
    not in the file. None where it tried a kind that the author did not mean.
    """
    path: list[str | int] = []
    found: shape.Kinds = (model,)
    here = data
    for step in steps:
        wanted = shape.meant(found, here)
        if step in ("HandItem", "ItemSpec") and len(found) > 1:
            if step != wanted[0].__name__:
                return None
            continue
        if isinstance(step, str) and step.startswith(("literal[", "dict[")) and len(found) > 1:
            if step.startswith("dict[") != isinstance(here, dict):
                return None
            continue
        if not isinstance(here, dict | list):
            break
        if isinstance(here, dict) and step not in here:
            continue
        path.append(step)
        found, here = shape.below(wanted, step), shape.child(here, step)
    return tuple(path), shape.meant(found, here), here
