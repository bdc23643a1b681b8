"""Items written by hand: what only one lane gets."""

from staging import scene

from generator.exercises.own import make_own
from generator.model.files.lesson import HandItem
from generator.model.item import ExtendedText, Item
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
