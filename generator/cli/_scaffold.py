"""Scaffold templates -> new files, which never replace anything and appear whole or not at all."""

import os
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from generator.cli._frame import PROBLEMS, USAGE, GiveUp
from generator.load.project import Project

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST = 80


def checked_name(name: str) -> str:
    """The name itself. Raises GiveUp where it cannot be the name of a file of a project."""
    if _SLUG.fullmatch(name) and len(name) <= _LONGEST:
        return name
    from generator.load.suggest import as_slug

    near = as_slug(name)
    raise GiveUp(
        f"'{name}' cannot be a name: use small letters a-z, digits and single hyphens, at most {_LONGEST}",
        f"for example: {near}" if near else "for example: footbridge",
    )


def scaffold(project: Project, file: str, **values: str) -> str:
    """A file of templates/scaffold/ (the user's, else the bundled one) with its {placeholders} filled."""
    for folder in project.template_dirs():
        path = folder / "scaffold" / file
        if path.is_file():
            try:
                return fill(path.read_text("utf-8"), values)
            except UnicodeDecodeError:
                raise GiveUp(f"{shown(path)} is not UTF-8 text", code=PROBLEMS) from None
    raise GiveUp(f"templates/scaffold/{file} is missing; install secondsource again", code=USAGE)


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with {name} replaced for each name given; all other braces stay as they are."""
    for key, value in values.items():
        text = text.replace(f"{{{key}}}", value)
    return text


def write_new(files: Mapping[Path, str | bytes]) -> list[Path]:
    """Write files that do not exist yet, all of them or none; the paths in order.

    Raises GiveUp where one exists already, OSError where one cannot be written.
    """
    there = [path for path in files if os.path.lexists(path)]
    if there:
        raise GiveUp(f"{shown(there[0])} is there already; nothing was written", "choose another name", PROBLEMS)
    written: list[Path] = []
    made: list[Path] = []
    try:
        for path, content in files.items():
            made += _new_folders(path.parent)
            path.parent.mkdir(parents=True, exist_ok=True)
            _write_one(path, content.encode() if isinstance(content, str) else content)
            written.append(path)
    except BaseException:
        for path in written:
            path.unlink(missing_ok=True)
        # An empty folder left behind would take the name, so that a second try were refused.
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        raise
    return written


def _new_folders(folder: Path) -> list[Path]:
    """The folders that must be made for this one to be there, the outermost first."""
    missing = []
    while not folder.exists() and folder != folder.parent:
        missing.append(folder)
        folder = folder.parent
    return missing[::-1]


def _write_one(path: Path, data: bytes) -> None:
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(data)
        try:
            # Unlike a rename, a link never replaces a file that somebody made in the meantime.
            os.link(part, path)
        except (FileExistsError, FileNotFoundError):
            raise
        except OSError:
            part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def shown(path: Path) -> str:
    """The path as short as people would type it here."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)
