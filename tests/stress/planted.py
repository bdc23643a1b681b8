"""Items and lessons with a known fault, and clean ones beside them."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from generator.load.project import open_project
from generator.model.item import (
    Answer,
    Choice,
    ChoiceAnswer,
    ExtendedText,
    ExtendedTextAnswer,
    Grid,
    GridAnswer,
    Item,
    KeyEntry,
    Match,
    MatchAnswer,
    MultiChoice,
    MultiChoiceAnswer,
    Option,
    Order,
    OrderAnswer,
    Question,
    Response,
)
from generator.stress.run import Drawn, draw
from generator.stress.subjects import Subject, subjects_of
from generator.stress.summary import Summary, summary

# -- items -----------------------------------------------------------------------------------------


def options(number: int, mark: str = "o") -> tuple[Option, ...]:
    return tuple(Option(id=f"{mark}{n}", text=f"{mark} number {n}") for n in range(number))


def item(response: Response, answer: Answer, points: int = 1, name: str = "x/one", **more: Any) -> Item:
    """An item around an answer; `asks` and `tells` as facts, the rest goes into the question."""
    asks, tells = more.pop("asks", ()), more.pop("tells", ())
    question = {"type": "t", "prompt": "Choose.", "stem": "", **more}
    return Item(
        question=Question(id=name, skill="attribution", points=points, response=response, **question),
        key=KeyEntry(id=name, brief="", answer=answer, evidence=(), rationale="because"),
        asks=frozenset(asks),
        tells=frozenset(tells),
        minutes=1,
        difficulty=1,
    )


def choice(size: int, right: int, points: int = 1, name: str = "x/one", **more: Any) -> Item:
    return item(Choice(options=options(size)), ChoiceAnswer(option=f"o{right}"), points, name, **more)


def multi_choice(size: int, right: Iterable[int], points: int, choose: int | None) -> Item:
    answer = MultiChoiceAnswer(options=tuple(f"o{n}" for n in right))
    return item(MultiChoice(options=options(size), choose=choose), answer, points)


def grid(columns: int, cells: Sequence[int], points: int) -> Item:
    answer = GridAnswer(cells={f"r{row}": f"o{column}" for row, column in enumerate(cells)})
    return item(Grid(rows=options(len(cells), "r"), columns=options(columns)), answer, points)


def match(size: int, pairs: Sequence[int], points: int, reuse: bool) -> Item:
    answer = MatchAnswer(pairs={f"r{row}": f"o{option}" for row, option in enumerate(pairs)})
    return item(Match(rows=options(len(pairs), "r"), options=options(size), reuse=reuse), answer, points)


def order(groups: Sequence[int], points: int) -> Item:
    """Groups of these sizes; the options of one group may change places."""
    ids = iter(range(sum(groups)))
    answer = OrderAnswer(groups=tuple(tuple(f"o{next(ids)}" for _ in range(size)) for size in groups))
    return item(Order(options=options(sum(groups)), first="first", last="last"), answer, points)


def essay(sample: str, name: str = "x/essay", **more: Any) -> Item:
    return item(ExtendedText(lines=4), ExtendedTextAnswer(sample=sample), 3, name, **more)


# -- lessons ---------------------------------------------------------------------------------------

_ALWAYS = {"points": 1, "minutes": 0.5, "difficulty": 1, "rationale": "Because it says so."}
_ORDER = ("lowest", "low", "middling high", "the highest of all")


def hand_choice(name: str, right: int, texts: Sequence[str] = _ORDER) -> dict[str, Any]:
    """An item written by hand whose right option is the one with this number, the wrong ones the others."""
    return {
        "type": "own",
        "id": name,
        "kind": "choice",
        "prompt": "Choose the answer that the report supports.",
        "stem": f"How high did the water of the {name} rise?",
        "options": [
            {"text": f"{text} {name}", **({"right": True} if n == right else {"why": "That is not what it says."})}
            for n, text in enumerate(texts)
        ],
        **_ALWAYS,
    }


def hand_grid(name: str, answers: Sequence[int]) -> dict[str, Any]:
    """An item written by hand whose rows take the columns with these numbers."""
    columns = ["the writer", "somebody else", "nobody"]
    return {
        "type": "own",
        "id": name,
        "kind": "grid",
        "prompt": "Tick who says it.",
        "stem": f"Whose words are these about the {name}?",
        "columns": columns,
        "rows": [{"text": f"statement {n} on {name}", "answer": columns[a]} for n, a in enumerate(answers)],
        **_ALWAYS,
        "points": len(answers),
    }


def project(folder: Path, **lessons: Sequence[Mapping[str, Any]]) -> Path:
    """A folder with these lessons, each with its items; they stand on a dossier that comes with the program."""
    (folder / "lessons").mkdir()
    for name, items in lessons.items():
        lesson = {
            "schema": 1,
            "title": name,
            "dossier": "footbridge",
            "level": {"grades": "7-9"},
            "minutes": 45,
            "goals": ["Say who says what."],
            "sections": [
                {
                    "skill": "attribution",
                    "items": [{**i, "evidence": {"B": ["it was confirmed on Tuesday"]}} for i in items],
                }
            ],
            "variants": ["A", "B"],
            "lanes": ["core"],
        }
        (folder / "lessons" / f"{name}.yaml").write_text(yaml.safe_dump(lesson), "utf-8")
    return folder


def subjects(folder: Path) -> list[Subject]:
    """The lessons of a folder, all of which must be sound."""
    opened = open_project(folder)
    sound, broken = subjects_of(opened, opened.own_lessons())
    assert not broken
    return sound


def drawn(folder: Path, variants: int = 48) -> Drawn:
    """The one lesson of a folder, drawn."""
    (one,) = draw(subjects(folder), [], variants, 1, lambda _done, _total: None)
    return one


def summed(folder: Path, variants: int = 48) -> Summary:
    """The figures of the one lesson of a folder."""
    return summary(drawn(folder, variants))


CLEAN = [
    *(hand_choice(name, right) for right, name in enumerate(("lake", "pond", "moat", "well"))),
    hand_grid("bank", [0, 1, 2]),
]
