"""Figures, steps, headlines and summaries of the story: how exact, how far and how sure its two reports are."""

from collections.abc import Callable
from typing import Any

from generator.model.dossier import Quote
from generator.model.particulars import Figure, Headline, Progress, Summary

Find = Callable[[str, str], Quote]
"""Finds words in the report of a label."""

FIGURES = (
    ("homes-a", "A", "About 400 homes", "vague", "“About” leaves open how many homes they are."),
    ("schools", "A", "two schools", "exact", "Two schools can be counted."),
    ("dug-last-week", "A", "last week", "vague", "The week has seven days."),
    ("year", "A", "in 2011", "exact", "The year can be looked up."),
    ("late-tuesday", "A", "late on Tuesday", "vague", "“Late” gives no hour."),
    ("told-on-tuesday", "A", "on Tuesday", "exact", "The day can be looked up."),
    ("homes-b", "B", "Some 600 homes", "vague", "“Some” leaves open how many homes they are."),
    ("lorries-b", "B", "Two lorries", "exact", "Two lorries can be counted."),
    ("reported-on-tuesday", "B", "on Tuesday", "exact", "The day can be looked up."),
    ("hundreds", "B", "Hundreds of Brindle homes", "vague", "Hundreds may be 200 or 900."),
)
STEPS = (
    ("promised-water", "A", "free bottled water", "promised free bottled water to everyone affected", "promised"),
    ("handing-out", "A", "the handing out of bottles", "It will probably be handed out from Thursday", "planned"),
    ("fountains-off", "A", "the fountains in two schools", "two schools had turned off their", "done"),
    ("giving-water", "B", "free bottled water", "The council is giving out free bottled water", "done"),
    ("lorries-there", "B", "the lorries with bottles", "Two lorries with bottles stood outside", "done"),
)
WHY = {
    "planned": "The report says what is meant to happen.",
    "promised": "The mayor gives her word, and nothing has been handed out.",
    "done": "The report tells it as something that has happened.",
}


def certainty_notes(find: Find) -> dict[str, Any]:
    """The fields of a dossier that hold these notes."""
    return {
        "figures": _figures(find),
        "steps": _steps(find),
        "headlines": _headlines(find),
        "summaries": _summaries(),
    }


def _figures(find: Find) -> tuple[Figure, ...]:
    return tuple(
        Figure.model_validate(
            {"id": id_, "label": label, "quote": find(label, text), "exactness": exactness, "why": why}
        )
        for id_, label, text, exactness, why in FIGURES
    )


def _steps(find: Find) -> tuple[Progress, ...]:
    return tuple(
        Progress.model_validate(
            {"id": id_, "label": label, "what": what, "quote": find(label, text), "step": step, "why": WHY[step]}
        )
        for id_, label, what, text, step in STEPS
    )


def _headlines(find: Find) -> dict[str, Headline]:
    return {
        "A": Headline(
            label="A",
            claims="All homes in Brindle have been told to boil their water.",
            body=find("A", "About 400 homes should boil their water before drinking it"),
            fit="stronger",
            why="The headline sets no limit to the homes, but the body gives about 400 in the east of the town.",
            rewrite="About 400 Brindle homes told to boil water",
            upgraded="Whole of Brindle without clean water",
        ),
        "B": Headline(
            label="B",
            claims="Several hundred homes have been told to boil their water.",
            body=find("B", "Some 600 homes must boil it before drinking"),
            fit="same",
            why="Some 600 homes are hundreds of homes.",
            rewrite=None,
            upgraded="All of Brindle told to boil water",
        ),
    }


def _summaries() -> dict[str, Summary]:
    return {
        "A": Summary(
            label="A",
            keep=("okafor-harmless", "may-digger", "schools-off"),
            sample=(
                "The brown water in Brindle comes from rust that is harmless, according to an engineer. A digger "
                "may have hit the pipe, and it was confirmed, but not by whom, that schools shut their fountains."
            ),
            partial=(
                "The brown water in Brindle comes from rust that is harmless, according to an engineer. A digger "
                "hit the pipe."
            ),
            upgraded="The brown water in Brindle is harmless. A digger hit the pipe.",
        ),
        "B": Summary(
            label="B",
            keep=("okafor-homes", "neighbours-pay"),
            sample=(
                "Some 600 homes must boil their water, says an engineer whom the report has from an agency. Some "
                "neighbours say that a firm will have to pay."
            ),
            partial="Some 600 homes must boil their water, says an engineer. A firm will have to pay.",
            upgraded="Exactly 600 homes must boil their water. The firm is guilty and will pay.",
        ),
    }
