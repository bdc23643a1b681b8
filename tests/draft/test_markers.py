"""Words that limit certainty are found where they limit it, and nowhere else."""

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.draft.certainty.lexicon import lexicon
from generator.draft.markers import _RULES, SHOWN, markers, shown
from generator.draft.marks import Marker
from generator.draft.tables import table
from generator.draft.text import Text
from generator.model.vocabulary import MarkerKind
from tests.draft.data_markers import HEDGED, PLAIN

_MARK = re.compile(r"\{([^|}]*)\|([^}]*)\}")
KINDS = {*MarkerKind.__args__, "weasel", "belief", "condition", "open-question"}


def read(line: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The sentence without its marks, and the marks by their places."""
    gold, taken = [], 0
    for match in _MARK.finditer(line):
        start = match.start() - taken
        gold.append((start, start + len(match[1]), match[2]))
        taken += len(match[0]) - len(match[1])
    return _MARK.sub(r"\1", line), gold


def found(sentence: str) -> list[Marker]:
    return markers(Text(sentence))


def one(sentence: str, words: str) -> Marker:
    """The marker that holds these words, wherever they stand first."""
    at = sentence.index(words)
    return next(m for m in found(sentence) if m.span[0] <= at and m.span[1] >= at + len(words))


@pytest.mark.parametrize("line", HEDGED)
def test_limiting_words_are_found_with_their_kind(line: str) -> None:
    sentence, gold = read(line)
    assert gold
    assert [(*m.span, m.kind) for m in shown(found(sentence))] == gold


@pytest.mark.parametrize("line", PLAIN)
def test_words_of_the_same_form_that_limit_nothing_are_not_shown(line: str) -> None:
    assert shown(found(line)) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The thieves allegedly used a ladder.", "allegedly"),
        ("The star reportedly left through the kitchen.", "reportedly"),
        ("The fire apparently began in the attic.", "apparently"),
        ("The ring is possibly a fake.", "possibly"),
        ("It will probably snow.", "probably"),
        ("Perhaps nobody noticed.", "Perhaps"),
        ("The pool may close.", "may"),
        ("The pool might close.", "might"),
        ("The vote is likely to be close.", "likely"),
        ("A deal is unlikely.", "unlikely"),
        ("The crack appears to be old.", "appears to"),
        ("The cat seems to be lost.", "seems to"),
        ("The vase is believed to be worthless.", "is believed to"),
        ("Police held a suspected thief.", "suspected"),
        ("Police held the alleged thief.", "alleged"),
        ("The bridge is expected to open in May.", "is expected to"),
        ("About 300 people came.", "About"),
        ("Around 300 people came.", "Around"),
        ("Nearly 300 people came.", "Nearly"),
        ("Almost 300 people came.", "Almost"),
        ("More than 300 people came.", "More than"),
    ],
)
def test_plain_limiting_words_are_sure(sentence: str, words: str) -> None:
    assert one(sentence, words).confidence >= 0.9


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("He could see the lights of the harbour.", "could"),
        ("The board considered the offer for two hours.", "considered"),
        ("She promised to visit the school.", "promised"),
        ("The suspect was taken to Orlen.", "suspect"),
        ("The goods arrived as soon as possible.", "possible"),
        ("Some critics say the plan is too dear.", "Some critics"),
        ("There is a chance of rain.", "chance"),
        ("The mayor said the work would begin on Monday.", "would"),
        ("The dog nearly fell.", "nearly"),
    ],
)
def test_doubtful_words_are_found_but_not_shown(sentence: str, words: str) -> None:
    marker = one(sentence, words)
    assert marker.confidence < SHOWN
    assert marker not in shown(found(sentence))


@pytest.mark.parametrize(
    ("sentence", "words", "limited"),
    [
        ("The council may close the library, he said.", "may", "close the library"),
        ("Perhaps the drivers were tired.", "Perhaps", "the drivers were tired"),
        ("The tower is believed to lean, but it stands.", "is believed to", "lean"),
        ("It is possible that Mr. Oram left early.", "possible", "Mr. Oram left early"),
        ("About 30,000 fans sang.", "About", "30,000 fans"),
        ("Nearly £4 million was lost.", "Nearly", "£4 million"),
        ("Police held the alleged thief in Orlen.", "alleged", "thief"),
        ("The parcel never came, apparently.", "apparently", None),
        ("The repair took an hour or so.", "or so", None),
    ],
)
def test_scope_is_the_clause_the_noun_or_the_amount(sentence: str, words: str, limited: str | None) -> None:
    scope = one(sentence, words).scope
    assert (sentence[slice(*scope)] if scope else None) == limited


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        "Nada",
        "Es posible que el alcalde cierre la biblioteca en mayo, pero nadie lo sabe y el pueblo espera.",
        "Der Rat will die Bücherei im Mai schließen, und man sagt, es war so, wie der alte Wirt es sagte.",
        "Le maire est probable vainqueur, et il est possible que la ville ferme le musée pour about deux mois.",
        "قال العمدة إن المكتبة ستغلق في الربيع وإن الناس غاضبون",
        "0x00 0x01 \x00\x01\x02 ÿþ may may",
    ],
)
def test_nothing_is_made_up_where_there_is_no_english(text: str) -> None:
    assert all(text[slice(*m.span)] == "may" for m in found(text))


def test_curly_and_straight_apostrophes_read_alike() -> None:
    straight = "They didn't know whether it wouldn't rain if the wind turned."
    assert found(straight) == found(straight.replace("'", "’"))


def test_every_line_of_the_list_has_a_rule_a_kind_and_a_share() -> None:
    for words, kind, rule, confidence in table("markers"):
        assert kind in KINDS, words
        assert rule == "-" or rule in _RULES, words
        assert 0 < float(confidence) < 1, words


def test_every_rule_is_used_by_the_list() -> None:
    assert {entry.rule for entries in lexicon().values() for entry in entries} - {"-"} == set(_RULES)


def check(text: str) -> None:
    result = found(text)
    assert result == found(text)
    at = 0
    for marker in result:
        start, end = marker.span
        assert at <= start < end <= len(text)
        assert marker.kind in KINDS
        assert 0 < marker.confidence < 1
        if marker.scope:
            assert end <= marker.scope[0] < marker.scope[1] <= len(text)
        at = end


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=300))
def test_any_text_gives_a_result(text: str) -> None:
    check(text)


_LISTED = sorted({word for row in table("markers") for word in re.split(r"[ |()]", row[0]) if word})


@settings(deadline=None, max_examples=150)
@given(st.integers(0, 10**9))
def test_any_order_of_the_listed_words_gives_places_in_order(seed: int) -> None:
    chance = random.Random(seed)
    small = [
        "the",
        "of",
        "to",
        "a",
        "40",
        "£",
        ",",
        ".",
        "“",
        "”",
        "is",
        "not",
        "'",
        "?",
        "\n\n",
        "that",
        "10,000",
    ]
    check(" ".join(chance.choice(_LISTED + small * 6) for _ in range(60)))


def test_one_endless_sentence_is_read_to_its_end() -> None:
    text = "the town may not know whether it would be so if he said " * 3000
    result = found(text)
    check(text[:20000])
    assert result[-1].span[0] > len(text) - 60
