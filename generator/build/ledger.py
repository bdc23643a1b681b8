"""What was built from what: content hashes of inputs and outputs, kept beside the outputs.

The ledger is what makes an unchanged rebuild cheap: one hash over everything that a build reads decides,
before any YAML is parsed, that there is nothing to do.
"""

import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

NAME = ".secondsource.json"
_VERSION = 1
_UNREAD = frozenset({"schemas", "scaffold"})
"""Folders below templates/ that no build reads."""


def digest(*parts: bytes | str) -> str:
    """A hash over the parts, in order; different splits give different hashes."""
    made = blake2b(digest_size=16)
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        made.update(len(data).to_bytes(8, "big"))
        made.update(data)
    return made.hexdigest()


def _files(folder: Path, skip: frozenset[str]) -> Iterator[Path]:
    for base, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in skip and name != "__pycache__")
        yield from (Path(base, name) for name in sorted(names) if not name.startswith(".") or name == NAME)


def digest_of_folders(folders: Iterable[Path], skip: frozenset[str] = frozenset()) -> str:
    """A hash over the names and bytes of all files below the folders; missing folders count as empty."""
    parts: list[bytes | str] = []
    for folder in folders:
        parts.append(str(folder))
        for path in _files(folder, skip):
            parts += [path.relative_to(folder).as_posix(), path.read_bytes()]
    return digest(*parts)


def engine_digest() -> str:
    """A hash that changes with the program and with the libraries that decide the bytes of its output."""
    from importlib.metadata import PackageNotFoundError, version

    package = Path(__file__).resolve().parent.parent
    parts: list[bytes | str] = [sys.version.split()[0]]
    for name in ("weasyprint", "jinja2", "pydantic", "fonttools", "pikepdf", "pydyf", "tinycss2"):
        try:
            parts.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            parts.append(name)
    for path in sorted(package.rglob("*.py")):
        if "_bundled" not in path.parts:
            parts += [path.relative_to(package).as_posix(), path.read_bytes()]
    return digest(*parts)


def digest_of_world(layers: Iterable[Path]) -> str:
    """A hash over everything that any build reads: the program, and all content of a project's layers."""
    folders = [layer / name for layer in layers for name in ("lessons", "source_texts", "templates")]
    return digest(engine_digest(), digest_of_folders(folders, _UNREAD))


def digest_of_surroundings(template_dirs: Sequence[Path]) -> str:
    """A hash over the program and the page templates; prompts are left out, for they are in the papers."""
    pages = digest_of_folders(template_dirs, _UNREAD | {"prompts"})
    words = [p.read_bytes() for d in template_dirs for p in sorted((d / "prompts").glob("*/interface.yaml"))]
    return digest(engine_digest(), pages, *words)


class Ledger:
    """The record of one output folder. Reading a damaged or older record gives an empty one."""

    def __init__(self, out: Path) -> None:
        self.path = out / NAME
        self.out = out
        self.files: dict[str, dict[str, str]] = {}
        self.plans: dict[str, dict[str, object]] = {}
        try:
            data = json.loads(self.path.read_text("utf-8"))
            if data["version"] == _VERSION:
                known = {"inputs", "output"}
                self.files = {n: dict(f) for n, f in data["files"].items() if set(f) == known}
                self.plans = dict(data["plans"])
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            pass

    def state(self, name: str) -> str:
        """'absent', 'ours' (as we wrote it), 'changed' (by hand since) or 'foreign' (never ours)."""
        path = self.out / name
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            return "absent"
        known = self.files.get(name)
        if known is None:
            return "foreign"
        return "ours" if known["output"] == digest(data) else "changed"

    def plan_fresh(self, key: str, world: str) -> list[str] | None:
        """The files of a plan that was carried out in this very world and still stand; else None."""
        plan = self.plans.get(key)
        if not isinstance(plan, dict) or plan.get("world") != world:
            return None
        names = plan.get("files")
        if not isinstance(names, list) or any(self.state(str(name)) != "ours" for name in names):
            return None
        return [str(name) for name in names]

    def record(self, name: str, inputs: str, output: bytes) -> None:
        """Notes that the file was written."""
        self.files[name] = {"inputs": inputs, "output": digest(output)}

    def save(self) -> None:
        """Writes the record whole or not at all."""
        data = {"version": _VERSION, "files": self.files, "plans": self.plans}
        write_whole(self.path, json.dumps(data, indent=1, sort_keys=True).encode())


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file so that a reader sees the old or the new one, never a part. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
