"""Dossiers that somebody has read -> who, when and what exactly, in the files themselves."""

import argparse
import datetime
import re
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli._frame import FINE, PROBLEMS, GiveUp, did_you_mean, prog, say

if TYPE_CHECKING:
    from generator.load.content import LoadedDossier

SUMMARY = "say that you have read a dossier's notes against its passages; keys are drafts until then"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("dossiers", nargs="+", metavar="DOSSIER", help="a dossier of this folder")
    parser.add_argument("--by", metavar="NAME", help="who has read it; left out, whoever stands there already")
    parser.add_argument("--on", metavar="YYYY-MM-DD", type=_day, help="when; left out, today")


def run(args: argparse.Namespace) -> int:
    from generator.build.ledger import write_whole
    from generator.check.dossier import check_dossier
    from generator.load.content import load_dossier
    from generator.load.project import open_project

    project = open_project(Path.cwd())
    day = args.on or datetime.date.today()
    known = project.dossiers()
    own = [name for name, folder in known.items() if folder.is_relative_to(project.root)]
    files: dict[Path, str] = {}
    for name in args.dossiers:
        if name not in own:
            hint = did_you_mean(name, own) or ("it comes with secondsource" if name in known else "")
            raise GiveUp(f"there is no dossier '{name}' in source_texts/", hint, PROBLEMS)
        loaded = load_dossier(project, name)
        errors = [d for d in (*loaded.diagnostics, *check_dossier(loaded)) if d.severity == "error"]
        if errors:
            raise GiveUp(
                f"{name} has {len(errors)} problem{'s' if len(errors) > 1 else ''}; nothing was signed",
                f"see them: {prog()} check",
                PROBLEMS,
            )
        files.update(_signed(loaded, known[name], args.by, day))
    for path, text in files.items():
        write_whole(path, text.encode())
        print(path.relative_to(project.root))
        _mention_unread(path, text)
    if not files:
        say("everything was signed already; nothing has changed since")
    return FINE


def _mention_unread(path: Path, text: str) -> None:
    """Suggestions of a draft that are in use and that nobody has judged one by one."""
    from generator.draft.files.entries import read_sheet

    number = sum(1 for entry in read_sheet(text).entries if entry.state == "live")
    if number:
        what = f"{number} suggested note{'' if number == 1 else 's'}"
        say(f"{path.name} still has {what} in use; {prog()} review {path.parent.name} asks about each")


def _signed(loaded: "LoadedDossier", folder: Path, by: str | None, day: datetime.date) -> dict[Path, str]:
    """The files whose review is new or no longer holds -> their text with it. Raises GiveUp without a name."""
    from generator.load.content import reviews_of

    out: dict[Path, str] = {}
    assert loaded.file is not None
    for label, review in sorted(reviews_of(loaded).items()):
        name = f"{loaded.file.reports[label]}.notes.yaml" if label else "dossier.yaml"
        who = by or review.by
        if who is None:
            raise GiveUp(f"nobody has read {folder.name}/{name} yet", "say who has: --by NAME")
        if review.holds and review.by == who:
            continue
        path = folder / name
        out[path] = with_review(path.read_bytes().decode("utf-8"), who, day, review.now)
    return out


def with_review(text: str, by: str, day: datetime.date, fingerprint: str) -> str:
    """The text of a notes or dossier file with its review; every other line stays as it is."""
    import json

    newline = "\r\n" if "\r\n" in text else "\n"
    # A single word may mean something else in YAML ("no"), so only plain names of several words go without marks.
    plain = re.fullmatch(r"[A-Za-z][\w.,’-]*( [\w.,’-]+)+", by)
    scalar = by if plain else json.dumps(by, ensure_ascii=False)
    lines = [f"reviewed_by: {scalar}", f"reviewed_on: {day.isoformat()}", f"reviewed_hash: {fingerprint}"]
    kept: list[str] = []
    at, inside = None, False
    for line in text.splitlines():
        if re.match(r"reviewed_(by|on|hash)\s*:", line):
            at, inside = len(kept) if at is None else at, True
            continue
        # A value may go on in further lines, which are indented.
        inside = inside and line[:1] in (" ", "\t")
        if not inside:
            kept.append(line)
    if at is None:
        schema = [i for i, line in enumerate(kept) if re.match(r"(schema|report|title)\s*:", line)]
        at = schema[0] + 1 if schema else 0
    return newline.join([*kept[:at], *lines, *kept[at:]]) + newline


def _day(word: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(word)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{word}' is not a date as YYYY-MM-DD") from None
