"""Options, and answers at a terminal -> what the user says of the origin of each report."""

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.cli._frame import GiveUp, say

if TYPE_CHECKING:
    from generator.draft.article import Article
    from generator.draft.files.report_file import Stated

LABELS = "ABCD"
FIELDS = ("outlet", "title", "published")


def of_report(word: str) -> tuple[str, str]:
    """'A=Ellerby Courier' taken apart."""
    label, equals, value = word.partition("=")
    label = label.strip().upper()
    if not equals or label not in LABELS or len(label) != 1 or not value.strip():
        raise argparse.ArgumentTypeError(f"'{word}' is not like A=...; A is the first file, B the second")
    return label, value.strip()


def stated_of(args: argparse.Namespace, articles: Sequence["Article"]) -> dict[str, "Stated"]:
    """Label -> what the user says of that report: with options, or asked for at a terminal."""
    from generator.cli._ask import at_terminal
    from generator.draft.files.report_file import Stated

    given: dict[str, dict[str, str]] = {LABELS[n]: {} for n in range(len(articles))}
    for field in FIELDS:
        for label, value in getattr(args, field):
            if label not in given:
                raise GiveUp(f"--{field} {label}=...: there is no report {label}", f"there are {', '.join(given)}")
            problem = not_a_day(value) if field == "published" else ""
            if problem:
                raise GiveUp(f"--{field} {label}=...: {problem}")
            given[label][field] = value
    if at_terminal() and not args.yes:
        for label, article in zip(given, articles, strict=True):
            _ask_about(label, article, given[label])
    return {label: Stated(**fields) for label, fields in given.items()}


_QUESTIONS = {"outlet": "who published it", "published": "when, as YYYY-MM-DD", "title": "its headline"}


def _ask_about(label: str, article: "Article", given: dict[str, str]) -> None:
    """Fills in what neither the options nor the article say, as far as somebody knows."""
    from generator.cli._ask import ask_for

    missing = [field for field in _QUESTIONS if field not in given and not getattr(article, field)]
    if missing:
        say(f"Report {label}, {article.file} (Enter: not known)")
    for field in missing:
        hints = [hint for hint in article.hints if hint.field == field]
        seen = f" ({hints[0].where} has {hints[0].value})" if hints else ""
        answer = ask_for(f"  {_QUESTIONS[field]}{seen}: ", not_a_day if field == "published" else lambda _: "")
        if answer:
            given[field] = answer


def not_a_day(word: str) -> str:
    """What is wrong with a date, or ""."""
    import datetime

    try:
        return (
            ""
            if len(word) == 10 and datetime.date.fromisoformat(word)
            else f"'{word}' is not a date as YYYY-MM-DD"
        )
    except ValueError:
        return f"'{word}' is not a date as YYYY-MM-DD"
