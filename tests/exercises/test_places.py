"""Places: ranges of lines, whole sentences, and where somebody is named."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from staging import changed, read_lines, scene
from story import story

from generator.exercises.places import lines_of_sentence, merged, voice_of

DOSSIER = story()
SPANS = st.lists(st.tuples(st.integers(1, 40), st.integers(0, 5)).map(lambda pair: (pair[0], sum(pair))))


@given(SPANS)
def test_merged_spans_hold_the_same_lines_and_never_touch(spans: list[tuple[int, int]]) -> None:
    found = merged(spans)
    assert lines(found) == lines(spans)
    assert all(before[1] + 1 < after[0] for before, after in pairwise(found))


def lines(spans: list[tuple[int, int]]) -> set[int]:
    return {n for first, last in spans for n in range(first, last + 1)}


def test_headline_stays_a_place_of_its_own() -> None:
    assert merged([(1, 2), (0, 0), (3, 3)]) == [(0, 0), (1, 3)]


def test_pointer_reads_as_one_list() -> None:
    desk = scene("claim_grid", "support")
    quotes = [note.quotes[0] for note in DOSSIER.attributions]
    (hint,) = desk.where_to_look(DOSSIER, quotes)
    told = read_lines(hint)
    assert {(q.label, q.first) for q in quotes} <= told
    for quote in quotes:
        first, last = lines_of_sentence(DOSSIER.passages[quote.label], quote)
        assert {(quote.label, n) for n in range(first, last + 1)} <= told
    numbers = hint.split("; ")[0].removeprefix("Look at A, lines ").replace(" and ", ", ").split(", ")
    assert len(numbers) == len(set(numbers))


def test_core_points_to_paragraphs_and_extension_nowhere() -> None:
    quotes = DOSSIER.attributions[0].quotes
    wide = read_lines(*scene("claim_grid", "core").where_to_look(DOSSIER, quotes))
    assert wide > read_lines(*scene("claim_grid", "support").where_to_look(DOSSIER, quotes))
    assert scene("claim_grid", "extension").where_to_look(DOSSIER, quotes) == ()


def test_he_and_she_lead_to_the_name() -> None:
    note = next(a for a in DOSSIER.attributions if a.source and a.source.text in ("She", "he") and a.called)
    named = [q.text for q in voice_of(DOSSIER, note) if q not in (note.source, note.cue)]
    assert named
    assert set(named[0].split()) <= set((note.called or "").split())
    plain = changed(DOSSIER, "attributions", note.id, called=None)
    bare = next(a for a in plain.attributions if a.id == note.id)
    assert voice_of(plain, bare) == [q for q in (note.source, note.cue) if q]
