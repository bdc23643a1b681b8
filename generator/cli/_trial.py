"""Files that are to be written -> whether they would pass `check`, tried out in a folder of its own."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.draft.suggestion import Suggestion
    from generator.load.content import LoadedDossier
    from generator.load.project import Project
    from generator.model.diagnostic import Diagnostic

Make = Callable[[Sequence["Suggestion"]], Mapping[str, str]]
"""Suggestions -> name of a file in the dossier's folder -> its text."""


class Trial:
    """A dossier as it would be. `loaded` is what was read last."""

    def __init__(self, project: "Project", folder: Path, name: str) -> None:
        from generator.load.project import Project

        root = folder.resolve()
        self.project = Project(root, (root, *project.layers))
        self.name = name
        self.folder = root / "source_texts" / name
        self.loaded: LoadedDossier | None = None

    def put(self, files: Mapping[str, str]) -> None:
        """Writes files of the dossier."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for file, text in files.items():
            (self.folder / file).write_bytes(text.encode())

    def put_lesson(self, text: str, name: str = "") -> None:
        """Writes a lesson; without a name, the one of the dossier's name."""
        path = self.project.root / "lessons" / f"{name or self.name}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode())

    def look(self) -> list["Diagnostic"]:
        """Everything that `check` says of the dossier."""
        from generator.check.dossier import check_dossier
        from generator.load.content import load_dossier

        self.loaded = load_dossier(self.project, self.name)
        return [*self.loaded.diagnostics, *check_dossier(self.loaded)]

    def errors(self) -> list["Diagnostic"]:
        """What of it keeps the dossier from being used."""
        return [d for d in self.look() if d.severity == "error"]


@contextmanager
def trial(project: "Project", name: str) -> Iterator[Trial]:
    """A folder to try a dossier in, beside the project; it is gone afterwards."""
    with TemporaryDirectory(prefix="secondsource-", ignore_cleanup_errors=True) as folder:
        yield Trial(project, Path(folder), name)


def fitted(
    tried: Trial,
    fixed: Mapping[str, str],
    make: Make,
    suggestions: Sequence["Suggestion"],
    known: Iterable[str] = (),
) -> tuple[dict[str, str], list["Suggestion"], list["Diagnostic"]]:
    """The files with those suggestions in use that `check` has nothing against.

    A note in use that it refuses becomes one that is not, with the reason; so do notes that rest on it. `known`
    are problems (as `told` puts them) that were there before. Returns files, suggestions and what is still
    wrong with other parts of the files.
    """
    found = list(suggestions)
    before = set(known)
    while True:
        files = {**fixed, **make(found)}
        tried.put(files)
        errors = [d for d in tried.errors() if told(d) not in before]
        refused = _refused(files, errors, found)
        if not refused:
            return files, found, errors
        found = [
            replace(one, live=False, reason=refused[n]) if n in refused else one for n, one in enumerate(found)
        ]


def told(problem: "Diagnostic") -> str:
    """A problem without its line, which moves when other lines are put in."""
    return f"{problem.place.file} {problem.code} {problem.message}"


def _refused(
    files: Mapping[str, str], errors: Sequence["Diagnostic"], found: Sequence["Suggestion"]
) -> dict[int, str]:
    """Numbers of the suggestions that errors stand on -> why."""
    from generator.draft.files.entries import read_sheet
    from generator.draft.files.notes_file import key_of

    numbers: dict[tuple[str, str], int] = {
        (one.where, key_of(one.where, one.note, one.id)): n for n, one in enumerate(found) if one.live
    }
    sheets = {file: read_sheet(text) for file, text in files.items() if file.endswith(".yaml")}
    out: dict[int, str] = {}
    for problem in errors:
        sheet = sheets.get(PurePosixPath(problem.place.file).name)
        line = problem.place.line - 1
        for entry in sheet.entries if sheet else ():
            number = numbers.get((entry.where, entry.id))
            if entry.state == "live" and entry.first <= line < entry.end and number is not None:
                out.setdefault(number, f"{problem.code} {problem.message}")
    return out
