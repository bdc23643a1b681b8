"""A draft's suggestions, one by one -> files in which each is accepted, mended or dropped.

A teacher may have ten minutes and not an hour, so the order is that of use. First come the notes in use, the
least sure first: they stand on the sheet already, where a wrong one does harm, and the least sure are wrong most
often. Then come those that are not in use, the surest first: each accepted one is a gain, and those near the top
are most often right. Whoever stops anywhere has spent the time on what mattered most.
"""

import argparse
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.cli._frame import FINE, PROBLEMS, GiveUp, did_you_mean, prog, say

if TYPE_CHECKING:
    from generator.cli._review_desk import Desk, Waiting
    from generator.draft.files.sheet import Entry

SUMMARY = "go through what a draft suggests: accept, mend or drop each note, saved at every step"

_KEYS = "a accept, m mend, d drop, s skip, u undo, q quit"
_OF = {
    "attributions": "who says what",
    "markers": "how sure",
    "wording": "loaded words",
    "figures": "figure",
    "claims": "comparison",
    "entities": "names",
    "nodes": "origin",
    "edges": "step between origins",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="a dossier of this folder")
    parser.add_argument("--in-use", action="store_true", help="only the notes that are in use already")


def run(args: argparse.Namespace) -> int:
    """Reviews. Returns 0, wherever it is stopped; 1 where there is no such dossier or it cannot be read."""
    from generator.cli._review_desk import desk_of
    from generator.load.project import open_project

    project = open_project(Path.cwd())
    own = [name for name, folder in project.dossiers().items() if folder.is_relative_to(project.root)]
    if args.name not in own:
        raise GiveUp(f"there is no dossier '{args.name}' in source_texts/", did_you_mean(args.name, own), PROBLEMS)
    desk = desk_of(project, args.name)
    queue = [one for one in desk.waiting() if one.entry.state == "live" or not args.in_use]
    if not queue:
        say(f"There is nothing to review in {args.name}.")
        return _end(desk)
    in_use = sum(1 for one in queue if one.entry.state == "live")
    print(f"{len(queue)} to review, {in_use} of them in use. Each step is saved at once.\nKeys: {_KEYS}")
    _walk(desk, queue)
    return _end(desk)


def _walk(desk: "Desk", queue: list["Waiting"]) -> None:
    """Asks about one after the other, until there is none left or somebody has had enough."""
    from generator.cli._ask import key as pressed

    at = 0
    steps: list[int] = []
    while at < len(queue):
        one = queue[at]
        entry = desk.now(one)
        if entry is None:
            at += 1
            continue
        _show(desk, one, entry, at, len(queue))
        key = pressed("  a m d s u q > ")
        if key is None or key == "q":
            return
        if key == "u":
            at = _undone(desk, steps, at)
        elif key == "s":
            at += 1
        elif key in ("a", "m", "d") and _judged(desk, one, entry, key):
            steps.append(at)
            at += 1
        elif key not in ("a", "m", "d"):
            say(f"  {_KEYS}")


def _undone(desk: "Desk", steps: list[int], at: int) -> int:
    """Takes the last step back; the number to go on with."""
    if not steps:
        say("  there is nothing to undo")
    elif not desk.undo():
        say("  not undone: a file was changed since")
    else:
        return steps.pop()
    return at


def _judged(desk: "Desk", one: "Waiting", entry: "Entry", key: str) -> bool:
    """Does what was asked for. False where it was not done, so that the question stays."""
    from generator.cli._review_desk import Refused

    try:
        if key == "a":
            told = desk.accept(one)
        elif key == "d":
            told = desk.drop(one)
        else:
            note = _mended(entry)
            if note is None:
                say("  nothing was changed")
                return False
            told = desk.mend(one, note)
    except Refused as problem:
        say(f"  not done: {problem}")
        return False
    for line in told:
        say(f"  {line}")
    return True


def _end(desk: "Desk") -> int:
    """How many are left, and what to do next."""
    left = desk.waiting()
    in_use = sum(1 for one in left if one.entry.state == "live")
    if left:
        print(f"\n{len(left)} left to review, {in_use} of them in use. Go on: {prog()} review {desk.name}")
    else:
        print("\nNone left. When you have read the notes against the texts, sign them:")
        print(f"  {prog()} sign {desk.name} --by YOUR-NAME")
    return FINE


# -- showing and mending ---------------------------------------------------------------------------


def _show(desk: "Desk", one: "Waiting", entry: "Entry", at: int, number: int) -> None:
    from generator.cli._review_view import shown, status, wrapped

    label = desk.labels[one.file]
    where = f"report {label}" if label else "dossier"
    head = f"[{at + 1} of {number}] {where}, {_OF[entry.where]}: "
    print("\n" + "\n".join(wrapped(f"{head}{entry.id}", "  ")))
    print("\n".join(wrapped(f"  {status(entry)}", "    ")))
    print("\n".join(shown(entry, label, desk.reports, _colour(), desk.called())))


def _colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _mended(entry: "Entry") -> Mapping[str, Any] | None:
    """The note with other values; None where nothing was changed."""
    from generator.cli._ask import at_terminal

    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    note = _in_editor(entry, editor) if editor and at_terminal() else _by_field(entry)
    return None if note is None or dict(note) == dict(entry.note) else note


def _by_field(entry: "Entry") -> Mapping[str, Any] | None:
    """Asks which field, then for its value, until no field is named."""
    from generator.cli._ask import ask
    from generator.cli._review_view import fields
    from generator.draft.files.entries import value_of

    note: dict[str, Any] = dict(entry.note)
    known = fields(entry)
    for key, told in known.items():
        say(f"    {key}: {told}")
    while field := ask("  field to change (Enter: done): "):
        if field == "id":
            say("  the id stays: lessons and other notes know the note by it")
            continue
        value = ask(f"  {field} (Enter: as it is, - alone: leave it out): ")
        if value is None:
            return None
        if value == "-":
            note.pop(field, None)
        elif value:
            read = value_of(value)
            if read is None:
                say("  that cannot be read; quote it, or close its brackets")
            else:
                note[field] = read
    return note


def _in_editor(entry: "Entry", editor: str) -> Mapping[str, Any] | None:
    """The note in the editor that somebody has chosen."""
    import shlex
    import subprocess
    from tempfile import TemporaryDirectory

    from generator.draft.files.entries import note_of
    from generator.draft.files.notes_file import note_lines

    with TemporaryDirectory(prefix="secondsource-") as folder:
        path = Path(folder) / f"{entry.id}.yaml"
        path.write_text("\n".join(note_lines(entry.where, entry.id, entry.note)) + "\n", "utf-8")
        try:
            subprocess.run([*shlex.split(editor), str(path)], check=True)
            text = path.read_text("utf-8")
        except (OSError, ValueError, subprocess.CalledProcessError) as error:
            say(f"  the editor '{editor}' could not be used ({error}); field by field:")
            return _by_field(entry)
    note = note_of(entry.where, text)
    if note is None:
        say("  what was saved is no note that can be read")
        return None
    # The id stays: lessons and other notes know the note by it.
    own = {"id": entry.note["id"]} if "id" in entry.note else {}
    return {**own, **{key: value for key, value in note.items() if key != "id"}}
