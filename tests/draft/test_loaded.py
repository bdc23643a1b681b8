"""Loaded wording: neutral words that fit, innocent senses, and whose words they are."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.draft.loaded import wording
from generator.draft.marks import Attribution, Wording
from generator.draft.tables import table
from generator.draft.text import Text
from generator.draft.wordings.lexicon import index

SURE = 0.9
PIECES = st.sampled_from(
    [
        *(
            "slammed",
            "the",
            "door",
            "a",
            "an",
            "whopping",
            "$3",
            "brazen",
            "plan",
            "Mayor",
            "said",
            "“",
            "”",
            '"',
            "’",
        ),
        *(
            "firebrand",
            "politician",
            "regime",
            "Ormish",
            "hordes of",
            "very",
            "and",
            ",",
            ".",
            "\n\n",
            "Outrageous",
        ),
        *("mere", "30", "lashed out at", "cronies", "‘", "vehemently", "for", "is", "-", "MAYOR VOSS: "),
    ]
)
JUMBLED = st.lists(PIECES, max_size=14).map(" ".join) | st.text()


def found(text: str) -> list[Wording]:
    return wording(Text(text))


def only(text: str) -> Wording:
    """The one find of a text."""
    (one,) = found(text)
    return one


def swapped(text: str) -> str:
    """The text with the first neutral words."""
    one = only(text)
    return text[: one.span[0]] + one.neutral[0] + text[one.span[1] :]


@pytest.mark.parametrize(
    ("text", "neutral"),
    [
        ("The mayor slammed the plan.", "The mayor criticised the plan."),
        ("Mayor slams harbour plan", "Mayor criticises harbour plan"),
        ("She blasted the council.", "She criticised the council."),
        ("He lashed out at reporters.", "He criticised reporters."),
        ("She met a firebrand politician.", "She met an outspoken politician."),
        ("The mayor’s cronies came.", "The mayor’s associates came."),
        ("Hordes of tourists came.", "large groups of tourists came."),
        ("The Ormish regime fell.", "The Ormish government fell."),
        ("It was a brazen theft.", "It was an open theft."),
        ("It was an outrageous price.", "It was an unusual price."),
        ("The firm raked in £3 million.", "The firm received £3 million."),
        ("They pandered to voters.", "They appealed to voters."),
        ("The fiasco is over.", "The failure is over."),
        ("He vehemently denied it.", "He strongly denied it."),
        ("It was a witch hunt.", "It was an investigation."),
        ("It is a very paltry sum.", "It is a very small sum."),
    ],
)
def test_neutral_words_keep_the_grammar(text: str, neutral: str) -> None:
    assert swapped(text) == neutral


def test_the_spelling_is_that_of_the_text() -> None:
    assert "criticized" in swapped("In the color report, Gov. Voss slammed the center.")
    assert "criticised" in swapped("In the colour report, Mr Voss slammed the centre.")


@pytest.mark.parametrize(
    "text",
    [
        "He slammed the door.",
        "The car slammed into a wall.",
        "A blast killed two people.",
        "The rocket blasted off.",
        "The school has a strict regime.",
        "The tax regime is new.",
        "A fierce storm hit the coast.",
        "They spewed smoke.",
        "The volcano spews ash and lava.",
        "The Radical Party won.",
        "The Brazen Head is a pub.",
        "They saw the film “Fiasco” again.",
        "It is a shady street.",
        "Flip-flops are cheap.",
        "He butchered the pig.",
        "They slaughtered the sheep.",
        "A rabid dog bit him.",
        "He did a stunt in a film.",
        "They said that it rained.",
        "",
        "El alcalde criticó el plan.",
    ],
)
def test_innocent_senses(text: str) -> None:
    assert [one for one in found(text) if one.confidence >= SURE] == []


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("The shameless plan was new.", True),
        ("It was a shameless plan.", False),
        ("The brazen theft was filmed.", True),
        ("The theft was brazen.", False),
        ("He vehemently denied it.", True),
        ("He so vehemently denied it.", False),
        ("It was a brazen and costly theft.", False),
        ("The very brazen theft was filmed.", False),
        ("The mayor slammed the plan.", False),
        ("It got a whopping 300 votes.", True),
        ("It got a mere 300 votes.", True),
        ("It was an outrageous plan.", False),
        ("Meanwhile, firebrand lawmaker Oda Lind urged the town to act.", True),
        ("The loud, firebrand lawmaker Oda Lind urged the town to act.", False),
    ],
)
def test_what_may_be_left_out(text: str, may: bool) -> None:
    assert only(text).leave_out is may
    if may:
        one = only(text)
        rest = text[: one.span[0]] + text[one.span[1] :].lstrip()
        assert " a a" not in rest
        assert "a outrageous" not in rest


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("The brazen theft was filmed.", "writer"),
        ("“The brazen theft was filmed,” said Ms Voss.", "quoted"),
        ("Ms Voss said that the brazen theft was filmed.", "unclear"),
        ("Ms Voss spoke of a ‘brazen’ theft.", "quoted"),
        ("The “brazen” theft was filmed.", "quoted"),
        ("“One.\n\n“The brazen theft was filmed.", "quoted"),
        ("''The brazen theft was filmed,'' said Ms Voss.", "quoted"),
        ("MAYOR VOSS: The brazen theft was filmed.", "quoted"),
    ],
)
def test_whose_words(text: str, voice: str) -> None:
    assert only(text).voice == voice


def test_attributions_tell_retold_speech_from_the_writer() -> None:
    text = "The firebrand senator said that the plan was old."
    cue, content = text.index("said"), text.index("the plan")
    said = Attribution(
        source=((0, cue - 1),), cue=((cue, cue + 4),), content=((content, len(text) - 1),), form="indirect",
        kind="office", cue_class="neutral", rule="test", confidence=0.9,
    )  # fmt: skip
    assert [one.voice for one in wording(Text(text), [said])] == ["writer"]
    other = text.replace("old", "brazen")
    assert [one.voice for one in wording(Text(other), [said])] == ["writer", "unclear"]


def test_the_list_can_be_read_and_is_long_enough() -> None:
    entries = [entry for group in index().values() for entry in group]
    assert len({row[0] for row in table("loaded")}) >= 250
    assert all(0.5 <= entry.sure < 1 for entry in entries)
    assert all(entry.kind in "vnar" for entry in entries)
    assert all(entry.neutral or "out" in entry.flags for entry in entries)


def test_no_neutral_word_is_loaded_itself() -> None:
    for entry in (entry for group in index().values() for entry in group if entry.sure >= SURE):
        for words in entry.neutral:
            text = f"They saw {words} things."
            assert [one for one in found(text) if one.confidence >= SURE] == [], words


@given(JUMBLED)
def test_any_text_gives_ordered_spans_inside_it(text: str) -> None:
    got = found(text)
    assert all(0 <= a.span[0] < a.span[1] <= len(text) for a in got)
    assert all(a.span[1] <= b.span[0] for a, b in pairwise(got))
    assert all(one.neutral or one.leave_out for one in got)
    assert got == found(text)
