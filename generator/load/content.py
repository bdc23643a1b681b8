"""Names of dossiers and lessons -> their content, resolved, with every problem of their files."""

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.load.ids import ids_used_twice
from generator.load.language import load_grammar
from generator.load.passage import QuoteFinder, make_passage, passage_problems
from generator.load.places import Places
from generator.load.project import Project
from generator.load.report import ReportDoc, read_report
from generator.load.resolve import Resolver
from generator.load.review import Review, review_of_dossier, review_of_report
from generator.load.source import read_source
from generator.load.structure import M, fit
from generator.load.suggest import as_slug, nearest
from generator.load.yaml_tree import Data, read_yaml
from generator.model.diagnostic import Diagnostic, Place
from generator.model.dossier import Dossier, Lesson, Passage, Quote
from generator.model.files import DossierFile, HandItem, LessonFile, NotesFile
from generator.model.grammar import Grammar

MEASURE = 26.0
"""Length of a passage line in em where no lesson says otherwise."""

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class LoadedDossier:
    """A dossier with all that was read for it. `dossier` is None where errors make it impossible.

    A note whose quote has no place is missing in `dossier`, but not in `notes` or `file`. `places`, `files`
    (their texts) go by display name; `reports`, with the places of a passage's words, and `notes` by label.
    """

    name: str
    dossier: Dossier | None = None
    file: DossierFile | None = None
    notes: dict[str, NotesFile] = field(default_factory=dict)
    reports: dict[str, ReportDoc] = field(default_factory=dict)
    places: dict[str, Places] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()
    grammar: Grammar = field(default_factory=Grammar)


@dataclass(frozen=True)
class LoadedLesson:
    """A lesson and its dossier. The diagnostics are the lesson's own, without those of its dossier."""

    name: str
    lesson: Lesson | None
    dossier: LoadedDossier | None
    places: Places
    file: str
    diagnostics: tuple[Diagnostic, ...]


def load_dossier(project: Project, name: str, measure: float = MEASURE) -> LoadedDossier:
    """The dossier of a name; `measure` is the length of its passages' lines in em. Never raises on content."""
    folder = project.dossiers().get(name)
    shown = f"source_texts/{name}"
    if folder is None:
        hint = _instead(name, project.dossiers(), "dossiers here")
        problem = Diagnostic(Place(shown), "error", "SS107", f"there is no dossier '{name}'", hint)
        return LoadedDossier(name, diagnostics=(problem,))
    return _DossierReader(project, name, folder, measure).read()


def load_lesson(project: Project, name: str) -> LoadedLesson:
    """The lesson of a name, with its dossier in lines of the lesson's measure. Never raises on content."""
    path = project.lessons().get(name)
    if path is None:
        shown = f"lessons/{name}.yaml"
        hint = _instead(name, project.lessons(), "lessons here")
        if (project.root / "lessons" / f"{name}.yml").exists() and _NAME.fullmatch(name):
            hint = f"rename lessons/{name}.yml to {name}.yaml"
        problem = Diagnostic(Place(shown), "error", "SS107", f"there is no lesson '{name}'", hint)
        return LoadedLesson(name, None, None, Places(shown, (), {}, {}), shown, (problem,))
    reader = _Files(project)
    reader.check_name(name, path)
    file, data = reader.yaml(path, LessonFile)
    shown = project.display(path)
    places = reader.places.get(shown, Places(shown, (), {}, {}))
    dossier = _dossier_of(project, file, data, reader, places)
    lesson = None
    if file is not None:
        quotes = _hand_quotes(file, dossier, reader, places)
        lesson = Lesson(name=name, file=file, quotes=quotes)
    return LoadedLesson(name, lesson, dossier, places, shown, tuple(reader.diagnostics))


def reviews_of(loaded: LoadedDossier) -> dict[str, Review]:
    """Label of a report (or "" for the dossier file) -> the review of its notes, for the files that were read."""
    found = {
        label: review_of_report(loaded.reports[label], notes)
        for label, notes in loaded.notes.items()
        if label in loaded.reports
    }
    return {"": review_of_dossier(loaded.file), **found} if loaded.file is not None else found


class _Files:
    """Reads files of a project one after the other and keeps their texts, places and problems."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.places: dict[str, Places] = {}
        self.texts: dict[str, str] = {}
        self.diagnostics: list[Diagnostic] = []

    def check_name(self, name: str, path: Path) -> None:
        """Names that make trouble in form ids, links and file names are refused."""
        if not _NAME.fullmatch(name) or len(name) > 80:
            place = Place(self.project.display(path))
            hint = f"rename it to '{as_slug(name) or 'bridge-closed'}': small letters, digits, single hyphens"
            self.diagnostics.append(Diagnostic(place, "error", "SS109", f"'{name}' cannot be a name", hint))

    def text(self, path: Path) -> str | None:
        """The text of a file that stands inside the project; None where it cannot be read."""
        shown = self.project.display(path)
        if self.project.leaves(path):
            message = "this file is a link that leads out of the project"
            hint = "put the file itself into the project"
            self.diagnostics.append(Diagnostic(Place(shown), "error", "SS106", message, hint))
            return None
        source = read_source(path, shown)
        self.diagnostics += source.diagnostics
        if source.text is not None:
            self.texts[shown] = source.text
        return source.text

    def yaml(self, path: Path, model: type[M]) -> tuple[M | None, Data]:
        """A YAML file as a value of the model (None where it does not fit), and as plain data."""
        text = self.text(path)
        if text is None:
            return None, None
        doc = read_yaml(text, self.project.display(path))
        value, problems = fit(model, doc)
        self.diagnostics += [*doc.diagnostics, *problems]
        self.places[doc.places.file] = doc.places
        return value, doc.data


class _DossierReader(_Files):
    """Reads one dossier."""

    def __init__(self, project: Project, name: str, folder: Path, measure: float) -> None:
        super().__init__(project)
        self.name, self.folder, self.measure = name, folder, measure
        self.reports: dict[str, ReportDoc] = {}
        self.notes: dict[str, NotesFile] = {}
        self.passages: dict[str, Passage] = {}

    def read(self) -> LoadedDossier:
        self.check_name(self.name, self.folder)
        path = self.folder / "dossier.yaml"
        file, _ = self.yaml(path, DossierFile)
        dossier, grammar = None, Grammar()
        if file is not None:
            grammar = load_grammar(self.project, file.language)
            places = self.places[self.project.display(path)]
            labels = tuple(sorted(file.reports))
            for label in labels:
                self._report(label, file.reports[label], places, file.language)
            dossier = self._resolve(file, labels, places)
            dossier = dossier.model_copy(update={"grammar": grammar}) if dossier else None
        return LoadedDossier(
            self.name,
            dossier,
            file,
            self.notes,
            self.reports,
            self.places,
            self.texts,
            tuple(self.diagnostics),
            grammar,
        )

    def _report(self, label: str, slug: str, places: Places, language: str) -> None:
        """A report and its notes; `language` is the dossier's, for a report that names none."""
        notes_path = self._existing(f"{slug}.notes.yaml", label, places)
        if notes_path:
            notes, _ = self.yaml(notes_path, NotesFile)
            if notes:
                self.notes[label] = notes
        path = self._existing(f"{slug}.md", label, places)
        text = self.text(path) if path else None
        if path is None or text is None:
            return
        report = read_report(text, self.project.display(path))
        self.reports[label] = report
        self.places[report.file] = report.places
        self.diagnostics += report.diagnostics
        passage = make_passage(label, slug, report, self.notes.get(label), self.measure)
        if passage:
            grammar = load_grammar(self.project, passage.meta.language or language)
            self.passages[label] = passage = passage.model_copy(update={"grammar": grammar})
            self.diagnostics += passage_problems(passage, report, self.measure)

    def _existing(self, name: str, label: str, places: Places) -> Path | None:
        """A file that the dossier names; its absence is a problem of the dossier file."""
        path = self.folder / name
        if os.path.lexists(path):
            return path
        ending = name[name.index(".") :]
        there = sorted(p.name.removesuffix(ending) for p in self.folder.iterdir() if p.name.endswith(ending))
        near = nearest(name.removesuffix(ending), there)
        shown = self.project.display(self.folder)
        if near and near != name.removesuffix(ending):
            hint = f"did you mean '{near}'? {shown}/{near}{ending} is there"
        else:
            hint = f"write the file, or let 'secondsource new report' make it; there: {', '.join(there) or 'none'}"
        self.diagnostics.append(
            places.problem(("reports", label), "SS108", f"there is no file {shown}/{name}", hint)
        )
        return None

    def _resolve(self, file: DossierFile, labels: tuple[str, ...], places: Places) -> Dossier | None:
        """The dossier, its quotes looked up; None where a report or its notes could not be read."""
        finder = QuoteFinder(self.passages, self.reports)
        resolver = Resolver(finder, labels)
        by_label = {
            label: (notes, self.places[self.project.display(self.folder / f"{file.reports[label]}.notes.yaml")])
            for label, notes in self.notes.items()
        }
        for label, (notes, notes_places) in by_label.items():
            resolver.notes(label, notes, notes_places)
        self.diagnostics += ids_used_twice(file, places, by_label)
        dossier = resolver.dossier(self.name, file, self.passages, places)
        self.diagnostics += finder.problems
        whole = labels and all(label in self.passages and label in self.notes for label in labels)
        return dossier if whole else None


def _dossier_of(
    project: Project, file: LessonFile | None, data: Data, reader: _Files, places: Places
) -> LoadedDossier | None:
    """The dossier that a lesson names, even where the rest of the lesson is broken."""
    name = file.dossier if file else data.get("dossier") if isinstance(data, dict) else None
    if not isinstance(name, str):
        return None
    if name not in project.dossiers():
        if file is not None:
            hint = _instead(name, project.dossiers(), "dossiers here")
            message = f"there is no dossier '{name}'"
            reader.diagnostics.append(places.problem(("dossier",), "SS107", message, hint))
        return None
    return load_dossier(project, name, file.measure if file else MEASURE)


def _hand_quotes(
    file: LessonFile, dossier: LoadedDossier | None, reader: _Files, places: Places
) -> dict[str, tuple[Quote, ...]]:
    """The evidence of the items written by hand, by item id."""
    if dossier is None or dossier.dossier is None:
        return {}
    finder = QuoteFinder(dossier.dossier.passages, dossier.reports)
    quotes: dict[str, tuple[Quote, ...]] = {}
    for i, section in enumerate(file.sections):
        for j, item in enumerate(section.items):
            if isinstance(item, HandItem):
                found = [
                    finder.find(label, ref, places, ("sections", i, "items", j, "evidence", label, k))
                    for label, refs in item.evidence.items()
                    for k, ref in enumerate(refs)
                ]
                quotes[item.id] = tuple(q for q in found if q is not None)
    reader.diagnostics += finder.problems
    return quotes


def _instead(name: str, known: Mapping[str, Path] | Iterable[str], listed: str) -> str:
    """What to do about a name that is not there."""
    names = list(known)
    near = nearest(name, names)
    told = f"did you mean '{near}'? " if near else ""
    if not names:
        return "there are none yet; 'secondsource new' makes one"
    return told + f"{listed}: {', '.join(names[:20])}" + (", ..." if len(names) > 20 else "")
