"""Lessons on a dossier whose notes change -> the same lessons, without what can no longer be made."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli._frame import PROBLEMS, GiveUp, prog
from generator.draft.files.lesson_edit import item_at, without_item, without_note

if TYPE_CHECKING:
    from generator.load.project import Project
    from generator.model.diagnostic import Diagnostic


class Lessons:
    """The lessons of this folder on one dossier."""

    def __init__(self, project: "Project", dossier: str) -> None:
        self._project, self._dossier = project, dossier
        self._known: dict[str, list[Diagnostic]] = {}

    def after(
        self, files: Mapping[Path, str], gone: Sequence[str], added: Sequence[str]
    ) -> tuple[dict[Path, str], list[str]]:
        """The lessons as they must be when the dossier has these files, where that is not as they are; and why.

        Notes that are gone are asked for no longer. Of a note that is new or other now, no item that could be
        made before is spoilt: one that would be does without the note, or leaves the lesson.
        """
        out: dict[Path, str] = {}
        told: list[str] = []
        now_there = {path: text_of(path) for path in files}
        for path, text in self._own().items():
            before = {_told_of(d) for d in self._errors(path, text, now_there)}

            def new(lesson: str, path: Path = path, before: set[str] = before) -> "list[Diagnostic]":
                return [d for d in self._errors(path, lesson, files) if _told_of(d) not in before]

            now = text
            for id_ in gone:
                now = without_note(now, id_)
            errors = new(now)
            for id_ in added if errors else ():
                now = without_note(now, id_)
                errors = new(now)
            while spot := next((at for d in errors if (at := item_at(now, d.place.line)) is not None), None):
                now = without_item(now, *spot)
                errors = new(now)
            if now != text:
                out[path] = now
                told.append(f"the lesson {path.stem} does without it now; see {self._project.display(path)}")
            if errors:
                told.append(f"the lesson {path.stem} has a problem now: {prog()} check {path.stem}")
        return out, told

    def _own(self) -> dict[Path, str]:
        name = re.escape(self._dossier)
        own = re.compile(rf"^dossier:[ \t]*[\"']?{name}[\"']?[ \t]*(#.*)?\r?$", re.MULTILINE)
        paths = [self._project.root / "lessons" / f"{lesson}.yaml" for lesson in self._project.own_lessons()]
        return {path: text for path in paths if own.search(text := text_of(path))}

    def _errors(self, path: Path, text: str, files: Mapping[Path, str]) -> "list[Diagnostic]":
        """Everything that keeps a lesson from being built when the dossier has these files."""
        from generator.build.ledger import digest

        # The state after one step is the state before the next one.
        key = digest(str(path), text, *files.values())
        if key not in self._known:
            self._known[key] = self._examined(path, text, files)
        return self._known[key]

    def _examined(self, path: Path, text: str, files: Mapping[Path, str]) -> "list[Diagnostic]":
        from generator.assemble import examine
        from generator.check import check_lesson
        from generator.cli._trial import trial
        from generator.load.content import load_lesson
        from generator.load.prompts import load_prompts

        with trial(self._project, self._dossier) as tried:
            tried.put({one.name: inside for one, inside in files.items()})
            tried.put_lesson(text, path.stem)
            loaded = load_lesson(tried.project, path.stem)
            found = [*loaded.diagnostics, *check_lesson(loaded)]
            if not any(d.severity == "error" for d in found):
                file = loaded.dossier.file if loaded.dossier else None
                found += examine(loaded, load_prompts(tried.project, file.language if file else "en"))
            return [d for d in found if d.severity == "error"]


def text_of(path: Path) -> str:
    """The text of a file, its line ends as they are. Raises GiveUp where it is not UTF-8."""
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise GiveUp(f"{path.name} is not UTF-8 text", f"see {prog()} check", PROBLEMS) from None


def _told_of(problem: "Diagnostic") -> str:
    """A problem without its line, which moves."""
    return f"{problem.code} {problem.message}"
