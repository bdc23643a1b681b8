"""Files and reports -> what is suggested for them: the part that a first and a later draft share."""

import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli._frame import PROBLEMS, GiveUp, prog, say

if TYPE_CHECKING:
    from generator.cli._drafted_lesson import Form
    from generator.draft.article import Article
    from generator.draft.files.made import Forms
    from generator.draft.suggest import Drafted
    from generator.load.project import Project
    from generator.load.prompts import Prompts
    from generator.load.report import ReportDoc

WHY = {
    "low": "not sure enough",
    "needs-words": "words of a person are needed",
    "agentless": "nobody is named",
    "headline": "it stands in the headline",
    "far": "its parts stand apart",
    "long": "it is too long for a question",
    "pronoun": "it is not clear who is meant",
    "shape": "what is said is no statement that a question can give",
    "source": "it is not clear who the source is",
    "nested": "it stands inside what somebody else says",
    "marks": "the quotation marks do not add up",
    "unclear": "more than one reading is possible",
    "look": "a person must say so",
    "coarse": "it holds words that are not for a class",
}
"""Why a suggestion is not in use, in plain words, by the key that the file has."""

REMARKS = {
    "hint": "{where} has {value}; nothing in the text says so",
    "unknown.outlet": "who published it",
    "unknown.published": "the day of publication, as year-month-day",
}
MOST_WORDS = 6000
"""Words of a report from which a draft says that this is no text for a class."""
UNSURE = 0.35
"""Reports less surely on one event than this are said to be no pair."""


class Progress:
    """Tells on standard error what is being done, once it has taken longer than a second."""

    def __init__(self) -> None:
        self._start = time.monotonic()

    def __call__(self, doing: str) -> None:
        if time.monotonic() - self._start > 1:
            say(f"  {doing} ...")


def read_articles(paths: Sequence[Path], progress: Progress) -> list["Article"]:
    """All articles. Raises GiveUp with the troubles of all files at once."""
    from generator.draft.article import Unreadable
    from generator.draft.intake import read_article

    articles: list[Article] = []
    troubles: list[str] = []
    for path in paths:
        progress(f"reading {path}")
        try:
            article = read_article(path)
            if not any(block.kind == "body" and block.text.strip() for block in article.blocks):
                raise Unreadable("there is no text of an article in it")
            articles.append(article)
        except Unreadable as end:
            troubles.append(f"{path}: {end.message}" + (f"; {end.hint}" if end.hint else ""))
        except OSError as error:
            troubles.append(f"{path}: {(error.strerror or 'it cannot be read').lower()}")
    if troubles:
        raise GiveUp("\n  ".join([*troubles[:1], *troubles[1:]]), "nothing was written", PROBLEMS)
    for article in articles:
        for warning in article.warnings:
            say(f"{article.file}: {warning}")
    return articles


def forms(project: "Project") -> "Forms":
    """The templates of the files, one's own first."""
    from generator.cli._scaffold import scaffold
    from generator.draft.files.made import Forms

    names = ("report.md", "report.notes.yaml", "dossier.yaml")
    report, notes, dossier = (scaffold(project, f"draft/{name}") for name in names)
    return Forms(report, notes, dossier, REMARKS)


def drafted(
    reports: Mapping[str, tuple[str, "ReportDoc"]], prompts: "Prompts", progress: Progress
) -> "Drafted | None":
    """What is suggested for reports (label -> name and report); None where their language cannot be read."""
    from generator.cli._reading import parser_of
    from generator.draft.suggest import suggest, view

    if not all(_is_english(report) for _, report in reports.values()):
        return None
    progress("looking for who says what")
    parser = parser_of("auto")
    views = [
        view(label, name, report.blocks, report.meta.outlet if report.meta else None, parser)
        for label, (name, report) in sorted(reports.items())
    ]
    return suggest(views, prompts.of("draft"))


def _is_english(report: "ReportDoc") -> bool:
    return report.meta is None or report.meta.language in (None, "en")


def tell_of_reports(reports: Mapping[str, tuple[str, "ReportDoc"]], found: "Drafted | None") -> None:
    """What a teacher should know about the reports before anything else."""
    if found is None:
        foreign = [label for label, (_, report) in sorted(reports.items()) if not _is_english(report)]
        which = (
            f" ({', '.join(foreign)} {'is' if len(foreign) == 1 else 'are'} in another language)"
            if foreign
            else ""
        )
        say(
            f"Only English texts are read so far{which}: the reports are there, but nothing is suggested for them."
        )
        return
    for label, (_, report) in sorted(reports.items()):
        words = sum(len(block.text.split()) for block in report.blocks if block.is_evidence)
        if words > MOST_WORDS:
            say(f"Report {label} has {words:,} words; a lesson is made from some 150 to 1,500. Shorten it.")
    for (one, other), between in found.compared.items():
        if between.same_text:
            say(f"{one} and {other} are one text with few changes: nothing that compares them is suggested.")
        elif between.related < UNSURE:
            say(f"{one} and {other} seem to be about different things: nothing that compares them is suggested.")


def lesson_form(project: "Project", name: str, prompts: "Prompts") -> "Form":
    """What a drafted lesson is filled into."""
    from generator.cli._drafted_lesson import Form
    from generator.cli._scaffold import scaffold
    from generator.draft.files.made import title_of

    title = prompts.of("draft").say("lesson.title", name=title_of(name))
    return Form(scaffold(project, "draft/lesson.yaml"), name, title, prog())


def count_of(number: int, noun: str) -> str:
    """'1 note', '2 notes'."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def what_next(name: str, suggestions: bool, lesson: bool) -> None:
    """What to do with a draft."""
    if suggestions:
        say(f"Go through the suggestions:  {prog()} review {name}")
    else:
        say(f"Write notes into source_texts/{name}/, as `{prog()} new dossier` shows them. Then:  {prog()} check")
    if lesson:
        say(f"Print it as it is, as a draft:  {prog()} build {name}")
