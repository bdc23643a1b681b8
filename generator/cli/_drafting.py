"""Files and reports -> what is suggested for them: the part that a first and a later draft share."""

import sys
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
MANY_WORDS, MOST_WORDS = 2000, 6000
"""Words of a report from which a draft says that it is long for a class, and from which it makes none."""
STDIN = "-"


class Progress:
    """Tells on standard error what is being done, once it has taken longer than a second."""

    def __init__(self) -> None:
        self._start = time.monotonic()

    def __call__(self, doing: str) -> None:
        if time.monotonic() - self._start > 1:
            say(f"  {doing} ...")


def read_articles(paths: Sequence[Path], progress: Progress) -> list["Article"]:
    """All articles, `-` for standard input. Raises GiveUp with the troubles of all files at once."""
    from generator.draft.article import Unreadable

    articles: list[Article] = []
    troubles: list[str] = []
    for path in paths:
        name = "standard input" if str(path) == STDIN else str(path)
        progress(f"reading {name}")
        try:
            articles.append(_article(path))
        except Unreadable as end:
            troubles.append(f"{name}: {end.message}" + (f"; {end.hint}" if end.hint else ""))
        except OSError as error:
            troubles.append(f"{name}: {(error.strerror or 'it cannot be read').lower()}")
    if troubles:
        raise GiveUp("\n  ".join(troubles), "nothing was written", PROBLEMS)
    for article in articles:
        for warning in article.warnings:
            say(f"{article.file}: {warning}")
    return articles


def _article(path: Path) -> "Article":
    """One article. Raises Unreadable where the file holds none that a lesson can be made from, OSError."""
    from generator.cli._ask import at_terminal
    from generator.draft.article import Unreadable
    from generator.draft.intake.read import article_of, read_article

    if str(path) == STDIN:
        article = article_of(_pasted() if at_terminal() else sys.stdin.buffer.read(), "standard input")
    else:
        article = read_article(path)
    words = sum(len(block.text.split()) for block in article.blocks if block.kind == "body")
    if not words:
        raise Unreadable("there is no text of an article in it")
    if words > MOST_WORDS:
        raise Unreadable(
            f"this text has {words:,} words, far more than a class reads",
            "keep the part that you want, some 150 to 1,500 words",
        )
    return article


def _pasted() -> bytes:
    """What somebody pastes into a terminal. Raises Unreadable where the terminal has cut it."""
    from generator.draft.article import Unreadable

    say("Paste the article, then press Enter and Ctrl-D:")
    data = sys.stdin.buffer.read()
    # A terminal hands over lines of 4,095 bytes at most and drops the rest without a word.
    if any(len(line) > 4000 for line in data.split(b"\n")):
        raise Unreadable("one line is longer than a terminal takes, so its end is lost", "save the text in a file")
    return data


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
    from generator.draft.suggest import UNRELATED

    for label, (_, report) in sorted(reports.items()):
        words = sum(len(block.text.split()) for block in report.blocks if block.is_evidence)
        if words > MANY_WORDS:
            say(f"Report {label} has {words:,} words; some 150 to 1,500 make a lesson. Shorten it, if you can.")
    for label, rough in sorted(found.coarse.items()):
        say(f"Report {label} has words that are not for every class: {', '.join(rough)}. No item asks about them.")
    for (one, other), between in found.compared.items():
        if between.same_text:
            say(f"{one} and {other} are one text with few changes: nothing that compares them is suggested.")
        elif between.related < UNRELATED:
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
