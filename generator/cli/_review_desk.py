"""A dossier under review: which suggestions are left, and what becomes of its files when one is judged.

Every step begins with the files as they are on disk, so that what somebody writes into them meanwhile stays,
and ends with whole files replaced, so that nothing is lost when a review is broken off.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.cli._frame import PROBLEMS, GiveUp, prog
from generator.cli._review_lessons import Lessons, text_of
from generator.draft.files.edits import NoPlace, dropped, in_use, not_in_use, replaced
from generator.draft.files.entries import read_sheet
from generator.draft.files.notes_file import note_lines
from generator.draft.files.sheet import Entry

if TYPE_CHECKING:
    from generator.load.project import Project
    from generator.load.report import ReportDoc
    from generator.model.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Waiting:
    """A suggestion that nobody has judged: the name of its file, and what it was when the review began."""

    file: str
    entry: Entry

    @property
    def key(self) -> tuple[str, str, str]:
        return self.file, self.entry.where, self.entry.id


class Refused(Exception):
    """`check` would have something against the files; they are as they were."""


@dataclass
class Desk:
    """The files of one dossier. `label` maps the names of notes files to labels of reports."""

    project: "Project"
    name: str
    labels: Mapping[str, str]
    reports: Mapping[str, "ReportDoc"]
    _done: list[dict[Path, tuple[str, str]]] = field(default_factory=list)

    @cached_property
    def _lessons(self) -> Lessons:
        return Lessons(self.project, self.name)

    @property
    def folder(self) -> Path:
        return self.project.root / "source_texts" / self.name

    def waiting(self) -> list[Waiting]:
        """What is left, in the order in which it is asked about (see `review`)."""
        found = [
            Waiting(file, entry)
            for file in self.labels
            for entry in read_sheet(text_of(self.folder / file)).entries
            if entry.state in ("live", "asked")
        ]
        live = [w for w in found if w.entry.state == "live"]
        asked = [w for w in found if w.entry.state == "asked"]
        return [
            *sorted(live, key=lambda w: (w.entry.confidence, _rank(w))),
            *sorted(asked, key=lambda w: (-w.entry.confidence, _rank(w))),
        ]

    def called(self) -> dict[str, str]:
        """Id of an origin -> what to call it."""
        found = read_sheet(text_of(self.folder / "dossier.yaml")).of("nodes")
        return {e.id: f"{e.note.get('label')} ({e.note.get('kind')})" for e in found if e.note}

    def now(self, one: Waiting) -> Entry | None:
        """The suggestion as it stands in its file now; None where somebody has judged it elsewhere."""
        entry = read_sheet(text_of(self.folder / one.file)).find(one.entry.where, one.entry.id)
        return entry if entry is not None and entry.state in ("live", "asked") else None

    # -- steps -----------------------------------------------------------------------------------

    def accept(self, one: Waiting) -> list[str]:
        """The note counts as looked at; one that was not in use is in use now. Raises Refused.

        A step between origins brings its two ends along: whoever says that A told B has seen A and B.
        """
        entry = self._entry(one)
        text, told = self._changed(one.file, entry, in_use), []
        for end in (entry.note.get("from"), entry.note.get("to")) if entry.where == "edges" else ():
            sheet = read_sheet(text)
            node = sheet.find("nodes", str(end))
            if node is not None and node.state in ("live", "asked"):
                text = replaced(sheet, node, in_use(node, sheet))
                told.append(f"{node.id} is accepted with it")
        changes = {self.folder / one.file: text}
        if entry.state == "live":
            return told + self._save(changes)
        self._must_pass(changes)
        return told + self._save(changes, added=[entry.id])

    def mend(self, one: Waiting, note: Mapping[str, Any]) -> list[str]:
        """The note with other values, in use. Raises Refused."""
        entry = self._entry(one)
        indent = _indent_of(text_of(self.folder / one.file), entry)
        lines = note_lines(entry.where, entry.id, note, indent)
        changes = {self.folder / one.file: self._changed(one.file, entry, lambda *_: lines)}
        self._must_pass(changes)
        return self._save(changes, added=[entry.id])

    def drop(self, one: Waiting) -> list[str]:
        """Only the id stays, so that the note is not suggested again. Says what else had to change.

        Suggestions that rest on it leave the sheet, and items of lessons that ask for it do without it.
        Raises Refused where a note that somebody has accepted rests on it.
        """
        entry = self._entry(one)
        changes = {self.folder / one.file: self._changed(one.file, entry, dropped)}
        gone, told = [entry.id], []
        if entry.state == "live":
            # What rests on one of those goes too, and so on.
            while others := self._unsettled(changes):
                for other, why in others:
                    path = self.folder / other.file
                    sheet = read_sheet(changes.get(path) or text_of(path))
                    there = sheet.find(other.entry.where, other.entry.id)
                    assert there is not None
                    changes[path] = replaced(sheet, there, not_in_use(there, sheet, why))
                    gone.append(there.id)
                    told.append(f"{there.id} rests on it and is no longer in use")
        return told + self._save(changes, gone=gone)

    def undo(self) -> bool:
        """Takes the last step back. False where there is none, or where a file was changed since."""
        if not self._done:
            return False
        step = self._done[-1]
        if any(text_of(path) != after for path, (_, after) in step.items()):
            return False
        for path, (before, _) in step.items():
            self._write(path, before)
        self._done.pop()
        return True

    # -- how -------------------------------------------------------------------------------------

    def _entry(self, one: Waiting) -> Entry:
        entry = self.now(one)
        if entry is None:
            raise Refused("somebody has changed it in the meantime")
        return entry

    def _changed(self, file: str, entry: Entry, how: Any) -> str:
        sheet = read_sheet(text_of(self.folder / file))
        try:
            return replaced(sheet, entry, how(entry, sheet))
        except NoPlace:
            raise Refused(
                f"{file} is written in a way that this cannot be changed in; open it in an editor"
            ) from None

    def _must_pass(self, changes: Mapping[Path, str]) -> None:
        """Raises Refused with the first problem that the files would have more than now."""
        errors = self._errors(changes)
        if errors:
            hint = f"\n  {errors[0].hint}" if errors[0].hint else ""
            raise Refused(f"{errors[0].message}{hint}")

    def _errors(self, changes: Mapping[Path, str]) -> "list[Diagnostic]":
        """Problems of the dossier that it has with these changes and not without."""
        from generator.cli._trial import told, trial

        with trial(self.project, self.name) as tried:
            tried.put({path.name: text_of(path) for path in self._files()})
            before = {told(d) for d in tried.errors()}
            tried.put({path.name: text for path, text in changes.items()})
            return [d for d in tried.errors() if told(d) not in before]

    def _unsettled(self, changes: Mapping[Path, str]) -> list[tuple[Waiting, str]]:
        """Suggestions in use that have problems with these changes, and which. Raises Refused for others."""
        found: dict[tuple[str, str, str], tuple[Waiting, str]] = {}
        sheets = {path.name: read_sheet(changes.get(path) or text_of(path)) for path in self._files(".yaml")}
        for problem in self._errors(changes):
            file = problem.place.file.rsplit("/", 1)[-1]
            line = problem.place.line - 1
            entries = sheets[file].entries if file in sheets else ()
            entry = next((e for e in entries if e.first <= line < e.end), None)
            if entry is None or entry.state != "live":
                what = (
                    f"'{entry.id}' rests on it, and is yours by now: change it in {file} first"
                    if entry
                    else problem.message
                )
                raise Refused(what)
            one = Waiting(file, entry)
            found.setdefault(one.key, (one, f"{problem.code} {problem.message}"))
        return list(found.values())

    def _files(self, ending: str = "") -> list[Path]:
        names = [
            *self.labels,
            *(f"{name.removesuffix('.notes.yaml')}.md" for name in self.labels if self.labels[name]),
        ]
        return [self.folder / name for name in names if name.endswith(ending)]

    def _save(self, changes: Mapping[Path, str], gone: Sequence[str] = (), added: Sequence[str] = ()) -> list[str]:
        """Writes changes, and the lessons that must follow them. What is to be said of those."""
        files = {path: changes.get(path) or text_of(path) for path in self._files()}
        lessons, told = self._lessons.after(files, gone, added) if gone or added else ({}, [])
        step = {path: (text_of(path), text) for path, text in {**changes, **lessons}.items()}
        for path, (before, after) in step.items():
            if before != after:
                self._write(path, after)
        self._done.append(step)
        return told

    def _write(self, path: Path, text: str) -> None:
        from generator.build.ledger import write_whole

        write_whole(path, text.encode())


def _rank(one: Waiting) -> bool:
    """Origins come behind the steps between them, which bring them along."""
    return one.entry.where == "nodes"


def _indent_of(text: str, entry: Entry) -> str:
    sheet = read_sheet(text)
    section = sheet.sections[entry.where]
    line = sheet.lines[entry.first]
    return section.indent if section.indent is not None else line[: len(line) - len(line.lstrip())]


def desk_of(project: "Project", name: str) -> Desk:
    """The dossier of a name. Raises GiveUp where it cannot be read."""
    from generator.load.content import load_dossier

    loaded = load_dossier(project, name)
    broken = next(
        (d for d in loaded.diagnostics if d.severity == "error" and d.code.startswith(("SS1", "SS2"))), None
    )
    if loaded.file is None or broken is not None or set(loaded.reports) != set(loaded.file.reports):
        what = (
            f"{broken.place.file}, line {broken.place.line}: {broken.message}"
            if broken
            else f"{name} cannot be read"
        )
        raise GiveUp(what, f"see all: {prog()} check {name}", PROBLEMS)
    labels = {f"{loaded.file.reports[label]}.notes.yaml": label for label in sorted(loaded.file.reports)}
    return Desk(project, name, {**labels, "dossier.yaml": ""}, loaded.reports)
