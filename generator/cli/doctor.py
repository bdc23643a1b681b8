"""This machine -> what works on it, and what to type where something does not."""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from generator import __version__
from generator.cli._frame import FINE, MACHINE, prog

SUMMARY = "whether this machine has all it takes, and what to type where it has not"

LIBRARIES = ("fonttools", "jinja2", "pikepdf", "pydantic", "pyyaml", "weasyprint")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. `needed` tells whether PDF or everything fails without it; `mend` what to do."""

    name: str
    ok: bool
    found: str
    mend: str = ""
    needed: bool = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(args: argparse.Namespace) -> int:
    findings = list(examine(Path.cwd()))
    fine = all(finding.ok for finding in findings if finding.needed)
    if args.json:
        print(json.dumps({"ok": fine, "findings": [asdict(f) for f in findings]}, indent=2, ensure_ascii=False))
    else:
        width = max(len(finding.name) for finding in findings)
        for finding in findings:
            mark = "ok" if finding.ok else "MISSING" if finding.needed else "note"
            print(f"{mark:<8} {finding.name:<{width}}  {finding.found}")
            if not finding.ok and finding.mend:
                print(f"{'':<8} {'':<{width}}  -> {finding.mend}")
        print("\nEverything is here." if fine else "\nSomething is missing; the lines with -> say what to do.")
    return FINE if fine else MACHINE


def examine(folder: Path) -> Iterator[Finding]:
    """Look at everything, one thing after the other; nothing here raises."""
    yield Finding("secondsource", True, __version__)
    version = ".".join(map(str, sys.version_info[:3]))
    yield Finding("Python", sys.version_info >= (3, 11), version, "install Python 3.11 or newer")
    missing = []
    for finding in _libraries():
        missing += [] if finding.ok else [finding.name]
        yield finding
    if missing:
        return
    yield from _pdf()
    yield from _project(folder)


def _libraries() -> Iterator[Finding]:
    from importlib.metadata import PackageNotFoundError, version

    for name in LIBRARIES:
        try:
            yield Finding(name, True, version(name))
        except PackageNotFoundError:
            yield Finding(name, False, "not installed", f"{sys.executable} -m pip install {name}")


def _pdf() -> Iterator[Finding]:
    from generator.render.pdf import missing

    remedy = missing()
    yield Finding(
        "PDF (Pango)", remedy is None, "works" if remedy is None else "html and json work without", remedy or ""
    )
    subset = _loads("harfbuzz-subset")
    yield Finding(
        "harfbuzz-subset",
        subset,
        "found" if subset else "not found; fonts are subset more slowly",
        "brew install harfbuzz" if sys.platform == "darwin" else "sudo apt-get install libharfbuzz-subset0",
        needed=False,
    )


def _loads(library: str) -> bool:
    import ctypes

    name = f"lib{library}.0.dylib" if sys.platform == "darwin" else f"lib{library}.so.0"
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _project(folder: Path) -> Iterator[Finding]:
    from generator.load.project import bundled_root, open_project

    fonts = sorted((bundled_root() / "templates" / "fonts").glob("*.ttf"))
    yield Finding("fonts", bool(fonts), f"{len(fonts)} bundled", "install secondsource again")
    project = open_project(folder)
    own = len(project.own_lessons())
    lessons, dossiers = len(project.lessons()), len(project.dossiers())
    yield Finding(
        "content",
        lessons > 0,
        f"lessons: {lessons} ({own} of this folder); dossiers: {dossiers}",
        f"{prog()} init my-lessons",
    )
    writable = os.access(folder, os.W_OK)
    yield Finding(
        "this folder",
        writable,
        f"{folder} {'can' if writable else 'cannot'} be written in",
        "go to a folder of your own, or build with --out",
        needed=False,
    )
