"""Raw articles -> reports, notes, a dossier and a lesson, all of them suggestions until somebody reads them."""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli._frame import FINE, PROBLEMS, GiveUp, did_you_mean, prog, say
from generator.cli._stated import FIELDS, LABELS, of_report, stated_of

if TYPE_CHECKING:
    from generator.draft.article import Article
    from generator.draft.files.made import Source
    from generator.draft.files.report_file import Stated
    from generator.load.project import Project

SUMMARY = "a lesson from two or more articles: reports, notes and items, suggested for you to review"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help="an article each: text, Markdown, web page, Word; - is standard input",
    )
    parser.add_argument("--name", required=True, metavar="NAME", help="small letters, digits, hyphens")
    for field, what in zip(FIELDS, ("who published it", "its headline", "when, as YYYY-MM-DD"), strict=True):
        parser.add_argument(
            f"--{field}",
            action="append",
            default=[],
            type=of_report,
            metavar="A=...",
            help=f"{what}; A is the first file, B the second",
        )
    parser.add_argument("--yes", action="store_true", help="ask nothing: what is not stated stays open")
    parser.add_argument("--update", action="store_true", help="for a draft that is there: add what is new")


def run(args: argparse.Namespace) -> int:
    """Drafts. Returns 0, also where the texts carry no lesson: the files that were asked for are there, and what
    is said tells the way on. 1 where an article cannot be read or the name is taken, 2 for wrong words.
    """
    from generator.cli._scaffold import checked_name
    from generator.load.project import open_project

    project = open_project(Path.cwd())
    name = checked_name(args.name)
    if (project.root / "source_texts" / name / "dossier.yaml").is_file():
        from generator.cli._redraft import redraft

        return redraft(project, name, [Path(file) for file in args.files], args)
    return _first(project, name, args)


def _first(project: "Project", name: str, args: argparse.Namespace) -> int:
    """A draft under a new name."""
    from generator.cli._drafted_lesson import drafted_lesson
    from generator.cli._drafting import (
        Progress,
        count_of,
        drafted,
        forms,
        lesson_form,
        read_articles,
        tell_of_reports,
        what_next,
    )
    from generator.cli._scaffold import shown, write_new
    from generator.cli._trial import fitted, trial
    from generator.draft.files.made import note_files, report_files, title_of
    from generator.load.language import languages
    from generator.load.prompts import load_prompts
    from generator.load.report import read_report
    from generator.load.source import clean

    progress = Progress()
    _refuse_wrong_use(project, name, args)
    articles = read_articles([Path(file) for file in args.files], progress)
    _refuse_same(articles)
    stated = stated_of(args, articles)
    sources = _sources(args.files, articles, stated)
    language = _shared_language(articles, languages(project))
    made = forms(project)
    files = report_files(sources, made, language)
    reports = {
        source.label: (source.name, read_report(clean(files[f"{source.name}.md"].encode(), "").text or "", ""))
        for source in sources
    }
    prompts = load_prompts(project, language or "en")
    foreign = language is not None or any(a.language not in (None, "en") for a in articles)
    found = None if foreign else drafted(reports, prompts, progress)
    tell_of_reports(reports, found)
    names = {source.label: source.name for source in sources}
    with trial(project, name) as tried:
        progress("trying it out")
        files, suggestions, errors = fitted(
            tried,
            files,
            lambda some: note_files(title_of(name), names, some, made, language),
            found.suggestions if found else (),
        )
        if errors:
            raise GiveUp(f"no draft can be made: {errors[0].message}", "nothing was written", PROBLEMS)
        lesson = None
        if found is not None and found.candidates:
            progress("choosing items")
            live = {one.id for one in suggestions if one.live}
            lesson = drafted_lesson(tried, lesson_form(project, name, prompts), found.candidates, live, prompts)
    folder = project.root / "source_texts" / name
    written = {folder / file: text for file, text in files.items()}
    if lesson is not None:
        written[project.root / "lessons" / f"{name}.yaml"] = lesson
    if name in project.dossiers() or name in project.lessons():
        say(f"A lesson '{name}' comes with secondsource; yours takes its place in this folder.")
    for path in write_new(written):
        print(shown(path))
    live_ones = sum(1 for one in suggestions if one.live)
    if found is not None:
        others = count_of(len(suggestions) - live_ones, "suggestion")
        say(f"{count_of(live_ones, 'note')} in use, {others} more as comments beside them; nobody has read them.")
    if found is not None and not suggestions:
        say("No lesson was written: the texts hold nothing that could be suggested.")
    elif found is not None and lesson is None:
        say("No lesson was written: what is sure enough does not make items. Review the suggestions first;")
        say(f"then run {prog()} draft --name {name} again, or {prog()} new lesson {name} --dossier {name}.")
    what_next(name, bool(suggestions), lesson is not None)
    return FINE


# -- what was asked for ----------------------------------------------------------------------------


def _refuse_wrong_use(project: "Project", name: str, args: argparse.Namespace) -> None:
    """Raises GiveUp for too few or too many files and for a name that is taken."""
    from generator.cli._scaffold import shown

    if args.update:
        raise GiveUp(
            f"there is no draft '{name}' yet, so there is nothing to update", "leave --update out", PROBLEMS
        )
    if len(args.files) < 2:
        hint = f"for example: {prog()} draft one.txt other.txt --name {name}"
        known = [d for d, where in project.dossiers().items() if where.is_relative_to(project.root)]
        raise GiveUp("a draft needs two articles at least", did_you_mean(name, known) or hint)
    if args.files.count("-") > 1:
        raise GiveUp("standard input holds one article; - is named twice", "save the other one in a file")
    if len(args.files) > len(LABELS):
        raise GiveUp(
            f"a dossier holds {len(LABELS)} reports at most; these are {len(args.files)}",
            "choose those that differ most",
        )
    for path in (project.root / "source_texts" / name, project.root / "lessons" / f"{name}.yaml"):
        if path.exists():
            raise GiveUp(f"{shown(path)} is there already; nothing was written", "choose another name", PROBLEMS)


def _refuse_same(articles: Sequence["Article"]) -> None:
    """Raises GiveUp where two files hold the same text."""
    seen: dict[str, str] = {}
    for article in articles:
        text = " ".join(" ".join(block.text.split()) for block in article.blocks if block.kind == "body")
        if text in seen:
            raise GiveUp(
                f"{seen[text]} and {article.file} hold the same text; nothing was written",
                "two reports are compared: take the report of another outlet",
                PROBLEMS,
            )
        seen[text] = article.file


def _sources(
    files: Sequence[str], articles: Sequence["Article"], stated: Mapping[str, "Stated"]
) -> list["Source"]:
    from generator.draft.files.made import Source, report_names

    names = report_names(files)
    return [
        Source(label, name, article, stated[label])
        for label, name, article in zip(LABELS, names, articles, strict=False)
    ]


def _shared_language(articles: Sequence["Article"], known: Sequence[str]) -> str | None:
    """The language of all articles, where it is not English and there is wording for it."""
    found = {article.language for article in articles}
    language = found.pop() if len(found) == 1 else None
    return language if language in known and language != "en" else None
