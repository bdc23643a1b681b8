"""Wording of a language beside the English one -> what it lacks: files, keys, placeholders."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.load.places import Places
from generator.model.diagnostic import Diagnostic, Place
from generator.model.files import PromptFile
from generator.model.words import PLACEHOLDER

_HEAD = ("title", "practises", "needs", "example")


@dataclass(frozen=True)
class Layer:
    """One prompt file of a folder, by the name it goes by."""

    name: str
    file: PromptFile
    places: Places


def untranslated(folder: str, english: Sequence[Layer], own: Sequence[Layer]) -> Iterator[Diagnostic]:
    """What the wording of a language (`own`, lower layers first) leaves to English.

    `folder` is where the language stands; files that cannot be read are told of elsewhere.
    """
    files: dict[str, list[Layer]] = {}
    for layer in own:
        files.setdefault(layer.name, []).append(layer)
    yield from _files(folder, [layer.name for layer in english], files)
    for base in english:
        if base.name in files:
            yield from _keys(base, files[base.name])
            for layer in files[base.name]:
                yield from _placeholders(base, layer)


def _files(folder: str, names: Sequence[str], files: Mapping[str, object]) -> Iterator[Diagnostic]:
    """One warning for all files that are not there."""
    lacking = [name for name in names if name not in files]
    if lacking:
        message = f"{len(lacking)} of {len(names)} files are not translated; their English is used"
        hint = f"copy them from templates/prompts/en and translate their texts: {', '.join(lacking)}"
        yield Diagnostic(Place(folder), "warning", "SS605", message, hint)


def _keys(base: Layer, layers: Sequence[Layer]) -> Iterator[Diagnostic]:
    """One warning for all texts of a file that no layer of the language has."""
    there = {key for layer in layers for key in _texts(layer.file)}
    lacking = [key for key in _texts(base.file) if key not in there]
    if lacking:
        message = f"{len(lacking)} texts of this file are not translated; their English is used"
        hint = f"take them from templates/prompts/en/{base.name}.yaml: {', '.join(lacking)}"
        yield layers[-1].places.problem((), "SS606", message, hint, severity="warning")


def _placeholders(base: Layer, layer: Layer) -> Iterator[Diagnostic]:
    """A warning for each text whose placeholders are others than those of the English one."""
    for group in ("text", "shortages"):
        english: Mapping[str, str] = getattr(base.file, group)
        own: Mapping[str, str] = getattr(layer.file, group)
        for key, text in own.items():
            if key not in english:
                continue
            wanted, given = _names(english[key]), _names(text)
            lost = [name for name in wanted if name not in given]
            more = [name for name in given if name not in wanted]
            told = [f"leaves out {_shown(lost)}"] if lost else []
            told += [f"has {_shown(more)} too much"] if more else []
            if told:
                hint = f"in English it has {_shown(wanted) or 'none'}: “{english[key]}”"
                message = f"'{key}' {' and '.join(told)}"
                yield layer.places.problem((group, key), "SS607", message, hint, severity="warning")


def _texts(file: PromptFile) -> list[str]:
    """The keys of everything in a file that is to be translated."""
    head = [name for name in _HEAD if getattr(file, name) is not None]
    return [*head, *file.text, *(f"shortages.{key}" for key in file.shortages)]


def _names(text: str) -> list[str]:
    return list(dict.fromkeys(PLACEHOLDER.findall(text)))


def _shown(names: Sequence[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in names)
