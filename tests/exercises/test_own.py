"""Items written by hand: what only one lane gets, and what only the key gets."""

from staging import scene

from generator.exercises.own import make_own
from generator.model.files.lesson import HandItem
from generator.model.item import ExtendedText, Grid, GridAnswer, Item
from generator.model.vocabulary import Lane


def item(lane: Lane) -> Item:
    hand = HandItem.model_validate(
        {
            "type": "own",
            "id": "friend",
            "kind": "extended-text",
            "prompt": "Answer your friend.",
            "frame": ["Both reports say …"],
            "rubric": [{"level": "Proficient", "points": 1, "names": "Says it.", "sample": "Both say it."}],
            "evidence": {"A": "rust"},
            "points": 1,
            "minutes": 1,
        }
    )
    return make_own(hand, "corroboration", (), scene("own", lane))


def test_openings_of_sentences_are_for_support_only() -> None:
    frames = {}
    for lane in ("support", "core", "extension"):
        response = item(lane).question.response
        assert isinstance(response, ExtendedText)
        frames[lane] = response.frame
    assert frames == {"support": ("Both reports say …",), "core": (), "extension": ()}


GRID = HandItem.model_validate(
    {
        "type": "own",
        "id": "sources",
        "kind": "grid",
        "prompt": "Tick what kind of source the report gives.",
        "columns": ["a person", "nobody"],
        "rows": [
            {"text": "The bridge is shut", "answer": "a person", "why": "A spokesman says so."},
            {"text": "The bridge is old", "answer": "nobody"},
        ],
        "rationale": "Not every report names its sources.",
        "evidence": {"A": "a spokesman said"},
        "points": 2,
        "minutes": 2,
    }
)


def test_reasons_of_rows_stand_in_the_key_and_not_on_the_sheet() -> None:
    made = make_own(GRID, "attribution", (), scene("own"))
    assert made.key.rationale.split("\n") == [
        "Not every report names its sources.",
        "The bridge is shut: A spokesman says so.",
    ]
    assert "spokesman" not in made.question.model_dump_json()


def test_each_row_has_the_column_that_its_author_names() -> None:
    made = make_own(GRID, "attribution", (), scene("own"))
    response, answer = made.question.response, made.key.answer
    assert isinstance(response, Grid)
    assert isinstance(answer, GridAnswer)
    columns = {column.id: column.text for column in response.columns}
    told = {row.text: columns[answer.cells[row.id]] for row in response.rows}
    assert told == {row.text: row.answer for row in GRID.rows}
