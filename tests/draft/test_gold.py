"""The engines against the gold of `tests/draft/gold/`: floors on precision and recall by phenomenon.

A floor lies a little below what holds, so that a rule that breaks something shows; the misses are printed.
"""

from functools import cache

import pytest

from generator.draft.annotate import annotate
from tests.draft.gold_changes import changes, score_change
from tests.draft.gold_compare import compared, score_pair
from tests.draft.gold_marks import score_amounts, score_markers, score_wording
from tests.draft.gold_reader import Passage, pairs, passages, read_marked
from tests.draft.gold_score import Tallies, Tally, score_attributions, tallies

READING: dict[str, tuple[float | None, float | None]] = {
    "content": (0.92, 0.93),
    "content and source": (0.92, 0.92),
    "cue, where the content is found": (None, 0.95),
    "direct speech": (None, 0.93),
    "mixed speech": (None, 0.85),
    "indirect speech": (None, 0.92),
    "past the gate": (0.96, None),
    "traps": (None, 0.93),
    "kind of source": (None, 0.90),
    "source: person": (0.92, 0.93),
    "source: unnamed": (0.85, 0.90),
    "source: organisation": (0.85, 0.90),
    "source: document": (0.90, 0.90),
    "source: outlet": (0.60, 0.85),
    "source: office": (0.75, 0.85),
    "agentless": (0.90, 0.90),
    "speaker behind a pronoun or surname": (None, 0.80),
    "inherited speaker": (0.85, 0.80),
    "quotation that runs on": (None, 0.90),
    "recipient, where the content is found": (0.88, 0.90),
    "chain: channel and source told apart": (0.85, 0.70),
    "chain: one attribution inside another": (None, 0.65),
    "role": (None, 0.80),
    "markers": (0.92, 0.92),
    "kind of marker": (None, 0.95),
    "marker: modal": (None, 0.95),
    "marker: approximator": (None, 0.88),
    "marker: allegation": (None, 0.85),
    "marker: probability": (None, 0.90),
    "marker: stated-ignorance": (None, 0.85),
    "marker: agentless-confirmation": (None, 0.75),
    "numbers": (0.90, 0.95),
    "number: value": (None, 0.95),
    "number: approximator": (None, 0.95),
    "number: unit": (None, 0.90),
    "number: open amount": (None, 0.80),
    "number: range": (None, 1.0),
    "dates": (0.93, 0.90),
    "date: kind": (None, 0.93),
    "loaded words": (0.90, 0.70),
}
"""Phenomenon -> floors of precision (None where it has none) and of recall."""

COMPARING: dict[str, tuple[float | None, float | None]] = {
    "aligned sentences": (0.96, 0.96),
    "verdict": (None, 0.84),
    "planted differences": (0.95, 0.80),
    "difference: number": (0.95, 0.88),
    "difference: date": (0.92, 0.84),
    "difference: name": (0.90, 0.58),
    "difference: title": (0.90, None),
    "single changes": (0.95, 0.87),
    "differences in certainty": (0.88, 0.72),
    "only in one": (0.95, 0.72),
    "one event or two": (None, 0.95),
    "nothing shared by different events": (None, 1.0),
    "shared wording": (None, 1.0),
}


@cache
def reading() -> Tallies:
    to = tallies()
    for passage in passages():
        found = annotate(passage.text)
        score_attributions(passage, found.attributions, to)
        score_markers(passage, found, to)
    for passage in passages("amounts.txt"):
        score_amounts(passage, annotate(passage.text), to)
    for passage in passages("wording.txt"):
        score_wording(passage, annotate(passage.text), to)
    return to


@cache
def comparing() -> Tallies:
    to = tallies()
    for pair in pairs():
        score_pair(pair, compared(pair.a.passage.text, pair.b.passage.text), to)
    for passage in passages():
        for change in changes(passage):
            score_change(passage, change, to)
    return to


def shown(name: str, tally: Tally) -> str:
    figures = (tally.precision, tally.right, tally.found, tally.recall, tally.hits, tally.wanted)
    lines = [name + ": P {:.3f} ({}/{}) R {:.3f} ({}/{})".format(*figures)]
    lines += [f"  missed {words}" for words in tally.misses]
    lines += [f"  false  {words}" for words in tally.false]
    return "\n".join(lines)


def holds(name: str, tally: Tally, floors: tuple[float | None, float | None]) -> None:
    precision, recall = floors
    assert precision is None or tally.found, f"{name}: nothing found"
    assert recall is None or tally.wanted, f"{name}: the gold has none"
    assert precision is None or tally.precision >= precision, shown(name, tally)
    assert recall is None or tally.recall >= recall, shown(name, tally)


@pytest.mark.parametrize("name", READING)
def test_reading_keeps_its_floor(name: str) -> None:
    holds(name, reading()[name], READING[name])


@pytest.mark.parametrize("name", COMPARING)
def test_comparing_keeps_its_floor(name: str) -> None:
    holds(name, comparing()[name], COMPARING[name])


def test_there_is_enough_gold() -> None:
    assert len(passages()) >= 60
    assert len(pairs()) >= 30


@pytest.mark.parametrize("passage", passages(), ids=lambda passage: passage.name)
def test_a_text_does_not_differ_from_itself(passage: Passage) -> None:
    found = compared(passage.text, passage.text)
    assert not [d for p in found.pairs for d in p.differences]
    assert not found.only
    assert not found.loaded


OTHER = {
    "es": "El ayuntamiento de Valdeoro cerró ayer el puente viejo. «No había otra salida», dijo la alcaldesa, "
    "Carmen Tejada, a Radio Sierra. Según un informe, tres vigas están rotas. El puente podría abrir en mayo.",
    "de": "Die alte Brücke in Steinau wurde am Montag gesperrt. „Wir haben keine Wahl“, sagte Bürgermeisterin "
    "Karla Vogt. Laut einem Bericht sind drei Balken gebrochen. Sie will im Mai wieder öffnen.",
    "fr": "Le vieux pont de Saint-Aubry est fermé depuis lundi. « Nous n’avions pas le choix », a dit le maire, "
    "Luc Perrot. Selon un rapport, trois poutres sont cassées. Il pourrait rouvrir en mai, peut-être plus tard.",
}


@pytest.mark.parametrize("language", OTHER)
def test_a_text_in_another_language_gives_nothing(language: str) -> None:
    found = annotate(OTHER[language])
    assert not found.attributions
    assert not found.markers
    assert not found.wording


def test_marks_are_taken_out_and_placed() -> None:
    passage = read_marked(
        "one", "", ["{1s,2s Al Ott} {1c said} {1t it {m:modal may} rain}.", "{2t “So.”}"], ["1 person", "2 person"]
    )
    assert passage.text == "Al Ott said it may rain.\n\n“So.”"
    assert [passage.words(*one.content) for one in passage.said] == ["it may rain", "“So.”"]
    assert passage.words(passage.limits[0].span) == "may"


@pytest.mark.parametrize(
    ("marked", "notes"),
    [("{1s Ott said.", ["1 person"]), ("Ott} said.", []), ("{1t It rains}.", []), ("{zz It} rains.", [])],
)
def test_marks_that_do_not_fit_are_an_error(marked: str, notes: list[str]) -> None:
    with pytest.raises(ValueError, match="one"):
        read_marked("one", "", [marked], notes)
