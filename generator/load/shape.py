"""A path in a file -> what the model expects there."""

import types
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args
from typing import get_origin as _get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.load.places import Path
from generator.load.yaml_tree import Data
from generator.model.files import HandItem, ItemSpec, QuoteRef

Kinds = tuple[Any, ...]
"""What may stand at a place: models, `tuple[...]`, `dict[...]`, `Literal[...]`, str, int, NoneType, ..."""


def get_origin(kind: Any) -> Any:
    """`tuple` of `tuple[...]`, `Literal` of `Literal[...]` and so on; None for plain types."""
    return _get_origin(kind)


@cache
def kinds(annotation: Any) -> Kinds:
    """An annotation taken apart: unions into their members, `Annotated` into its type."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return kinds(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        return tuple(dict.fromkeys(kind for part in get_args(annotation) for kind in kinds(part)))
    return (annotation,)


@cache
def fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a model by the names that files use."""
    return {info.alias or name: info for name, info in model.model_fields.items()}


def kinds_of(info: FieldInfo) -> Kinds:
    """What may stand in a field."""
    annotation: Any = info.annotation
    return kinds(annotation)


def models(found: Kinds) -> list[type[BaseModel]]:
    """The models among what may stand at a place."""
    return [kind for kind in found if isinstance(kind, type) and issubclass(kind, BaseModel)]


def meant(found: Kinds, data: Data) -> Kinds:
    """What the author of `data` must have meant where several kinds may stand."""
    if HandItem in found and ItemSpec in found:
        by_hand = isinstance(data, dict) and data.get("type") == "own"
        return (HandItem,) if by_hand else (ItemSpec,)
    if isinstance(data, dict) and not models(found) and not free_keys(found):
        # A single value may stand for a list of one.
        return tuple(inner for kind in found if get_origin(kind) is tuple for inner in kinds(get_args(kind)[0]))
    return found


def below(found: Kinds, step: str | int) -> Kinds:
    """What may stand under one more key or list position; () where nothing may."""
    out: list[Any] = []
    for kind in found:
        origin = get_origin(kind)
        if origin is tuple:
            inner = kinds(get_args(kind)[0])
            out += inner if isinstance(step, int) else below(inner, step)
        elif origin is dict:
            out += kinds(get_args(kind)[1])
        elif isinstance(kind, type) and issubclass(kind, BaseModel):
            info = fields(kind).get(str(step))
            out += kinds_of(info) if info else ()
    return tuple(dict.fromkeys(out))


def at(model: type[BaseModel], path: Path, data: Data) -> Kinds:
    """What may stand at a path of a file whose data is given."""
    found: Kinds = (model,)
    for step in path:
        found = below(meant(found, data), step)
        data = child(data, step)
    return meant(found, data)


def child(data: Data, step: str | int) -> Data:
    """The value one step below; None where there is none."""
    if isinstance(data, dict):
        return data.get(str(step))
    if isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data):
        return data[step]
    return None


def choices(found: Kinds) -> tuple[str, ...]:
    """The words that may stand at a place where only certain words may."""
    return tuple(str(a) for kind in found if get_origin(kind) is Literal for a in get_args(kind))


def is_text(found: Kinds) -> bool:
    """Whether free text may stand there."""
    return str in found or QuoteRef in found


def free_keys(found: Kinds) -> bool:
    """Whether the keys of a mapping there are the author's own words."""
    return any(get_origin(kind) is dict for kind in found)


def scalars(model: type[BaseModel], data: Data) -> Iterator[tuple[Path, str, Kinds, bool]]:
    """(path, text, what may stand there, whether it is a key) for every text and every free key of a file."""
    todo: list[tuple[Path, Data, Kinds]] = [((), data, (model,))]
    while todo:
        path, value, found = todo.pop()
        found = meant(found, value)
        if isinstance(value, str):
            yield path, value, found, False
        elif isinstance(value, list):
            todo += [((*path, i), entry, below(found, i)) for i, entry in enumerate(value)]
        elif isinstance(value, dict):
            for key, entry in value.items():
                if free_keys(found):
                    yield (*path, key), key, found, True
                todo.append(((*path, key), entry, below(found, key)))
