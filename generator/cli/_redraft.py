"""A draft that is there -> what is suggested anew, listed, and added where wanted; edits stay as they are."""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli._frame import FINE, PROBLEMS, GiveUp, prog, say

if TYPE_CHECKING:
    from generator.cli._trial import Trial
    from generator.draft.files.merge import Diff
    from generator.draft.suggest import Drafted
    from generator.draft.suggestion import Suggestion
    from generator.load.content import LoadedDossier
    from generator.load.project import Project
    from generator.load.prompts import Prompts

LISTED = 12
"""Suggestions of one sort that are listed for a file; how many more there are is said."""


def redraft(project: "Project", name: str, files: Sequence[Path], args: argparse.Namespace) -> int:
    """Reads the reports of a dossier anew, as they stand there now.

    Returns 0; raises GiveUp where a file is none of its reports, or where its own files are broken.
    """
    from generator.cli._ask import at_terminal, yes
    from generator.cli._drafting import Progress, count_of, drafted, tell_of_reports
    from generator.cli._trial import fitted, told, trial
    from generator.draft.files.entries import read_sheet
    from generator.draft.files.merge import compared, with_new
    from generator.load.content import load_dossier
    from generator.load.prompts import load_prompts

    progress = Progress()
    folder = project.root / "source_texts" / name
    loaded = load_dossier(project, name)
    names = _reports(loaded, name)
    _refuse_others(names, files, name)
    if args.outlet or args.title or args.published:
        say("The reports are there already: their front matter is where to write outlet, title and date.")
    reports = {label: (slug, loaded.reports[label]) for label, slug in names.items()}
    assert loaded.file is not None
    prompts = load_prompts(project, loaded.file.language)
    found = drafted(reports, prompts, progress) if loaded.file.language == "en" else None
    tell_of_reports(reports, found)
    if found is None:
        return FINE
    texts = {file: (folder / file).read_bytes().decode("utf-8") for file in _note_files(names)}
    of_file = {file: _of(found.suggestions, file, names) for file in texts}
    diffs = {file: compared(read_sheet(text), of_file[file]) for file, text in texts.items()}
    fresh = {id(one) for diff in diffs.values() for one in diff.new}
    reports_as_they_are = {f"{slug}.md": (folder / f"{slug}.md").read_bytes().decode() for slug in names.values()}
    with trial(project, name) as tried:
        tried.put({**reports_as_they_are, **texts})
        before = [told(d) for d in tried.errors()]
        asked = [one for one in found.suggestions if id(one) in fresh]
        left: list[Suggestion] = []

        def merged(some: Sequence["Suggestion"]) -> Mapping[str, str]:
            left.clear()
            now = _by_id(asked, some)
            out = {}
            for file, text in texts.items():
                out[file], rest = with_new(text, [now.get(id(one), one) for one in of_file[file]])
                left.extend(rest)
            return out

        progress("trying it out")
        made, new, errors = fitted(tried, reports_as_they_are, merged, asked, before)
        _tell(diffs, name, _by_id(asked, new))
        for one in left:
            say(f"{one.id}: no place for it, since its list is written inside brackets; write one note a line")
        if errors:
            raise GiveUp(f"{errors[0].place.file}: {errors[0].message}", "nothing was written", PROBLEMS)
        number = len(new) - len(left)
        if not number:
            say("Nothing new is suggested." if not any(diffs.values()) else "There is nothing to add.")
        elif args.update or (at_terminal() and not args.yes and yes(f"Add {count_of(number, 'suggestion')}?")):
            _write(folder, texts, made)
            texts = {file: made[file] for file in texts}
        else:
            say(f"To add what is new: {prog()} draft --name {name} --update. Nothing else is changed by that.")
        if name not in project.lessons():
            tried.put(texts)
            _lesson(tried, project, found, prompts, texts)
    return FINE


def _reports(loaded: "LoadedDossier", name: str) -> dict[str, str]:
    """Label -> name of the reports. Raises GiveUp where the files cannot be read."""
    bad = [d for d in loaded.diagnostics if d.severity == "error" and d.code.startswith(("SS1", "SS2"))]
    if loaded.file is None or bad or set(loaded.reports) != set(loaded.file.reports):
        first = bad[0] if bad else next((d for d in loaded.diagnostics if d.severity == "error"), None)
        what = (
            f"{first.place.file}, line {first.place.line}: {first.message}" if first else f"{name} cannot be read"
        )
        raise GiveUp(what, f"nothing was written; see all: {prog()} check {name}", PROBLEMS)
    return {label: loaded.file.reports[label] for label in sorted(loaded.file.reports)}


def _refuse_others(names: Mapping[str, str], files: Sequence[Path], name: str) -> None:
    """Raises GiveUp for a file that no report of the dossier was made from."""
    from generator.draft.files.made import report_names

    for path, slug in zip(files, report_names([str(path) for path in files]), strict=True):
        if slug not in names.values():
            raise GiveUp(
                f"source_texts/{name} is there already, and none of its reports is from {path.name}; "
                "nothing was written",
                f"choose another name; its reports are {', '.join(names.values())}",
                PROBLEMS,
            )
    if files:
        say(f"{name} is there already: its reports are read as they stand in source_texts/{name}/ now.")


def _note_files(names: Mapping[str, str]) -> list[str]:
    return [*(f"{slug}.notes.yaml" for slug in names.values()), "dossier.yaml"]


def _of(found: Sequence["Suggestion"], file: str, names: Mapping[str, str]) -> list["Suggestion"]:
    """The suggestions for one file, in their order."""
    labels = {f"{slug}.notes.yaml": label for label, slug in names.items()}
    return [one for one in found if one.report == labels.get(file)]


def _tell(diffs: Mapping[str, "Diff"], name: str, now: Mapping[int, "Suggestion"]) -> None:
    """What is new (+), not suggested any more (-), and suggested in other words (~), by file."""
    for file, diff in diffs.items():
        if not diff:
            continue
        print(f"source_texts/{name}/{file}")
        new = [now.get(id(one), one) for one in diff.new]
        _list([f"  + {n.id}  {n.where}, {n.confidence:.2f}{'' if n.live else ', as a comment'}" for n in new])
        _list([f"  ~ {d.entry.id}  yours stays; suggested otherwise: {', '.join(d.fields)}" for d in diff.differs])
        _list([f"  - {e.id}  stays; no longer suggested" for e in diff.gone])


def _list(lines: Sequence[str]) -> None:
    for line in lines[:LISTED]:
        print(line)
    if len(lines) > LISTED:
        print(f"{lines[0][:4]}and {len(lines) - LISTED} more")


def _write(folder: Path, old: Mapping[str, str], new: Mapping[str, str]) -> None:
    """Writes what has changed, unless somebody changed a file in the meantime."""
    from generator.build.ledger import write_whole
    from generator.cli._scaffold import shown

    for file, text in old.items():
        if (folder / file).read_bytes().decode("utf-8") != text:
            raise GiveUp(f"{shown(folder / file)} was changed in the meantime; nothing was written", "", PROBLEMS)
    for file, text in new.items():
        if file in old and text != old[file]:
            write_whole(folder / file, text.encode())
            say(f"updated: {shown(folder / file)}")


def _lesson(
    tried: "Trial", project: "Project", found: "Drafted", prompts: "Prompts", texts: Mapping[str, str]
) -> None:
    """Writes a lesson where there is none yet and the notes as they are now can carry one."""
    from generator.cli._drafted_lesson import drafted_lesson
    from generator.cli._drafting import lesson_form
    from generator.cli._scaffold import shown, write_new
    from generator.draft.files.entries import read_sheet

    live = {e.id for text in texts.values() for e in read_sheet(text).entries if e.state in ("own", "live")}
    if any(tried.errors()):
        return
    lesson = drafted_lesson(tried, lesson_form(project, tried.name, prompts), found.candidates, live, prompts)
    if lesson is None:
        say(f"There is no lesson yet: {prog()} new lesson {tried.name} --dossier {tried.name}")
        return
    for path in write_new({project.root / "lessons" / f"{tried.name}.yaml": lesson}):
        print(shown(path))


def _by_id(asked: Sequence["Suggestion"], now: Sequence["Suggestion"]) -> dict[int, "Suggestion"]:
    """What has become of each suggestion."""
    return {id(one): other for one, other in zip(asked, now, strict=True)}
