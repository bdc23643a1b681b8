"""The nearest sentence of a passage, and its sentences."""

from story import story

from generator.exercises.nearest import nearest_sentence, sentences_of

PASSAGES = story().passages


def test_sentences_make_up_the_body() -> None:
    for passage in PASSAGES.values():
        for block in (block for block in passage.blocks if block.kind == "body"):
            inside = [q for q in sentences_of(passage) if block.start <= q.start < block.end]
            assert " ".join(q.text for q in inside) == block.text
            assert all(passage.text[q.start : q.end] == q.text for q in inside)


def test_forms_of_a_word_count_and_rare_words_count_more() -> None:
    found = nearest_sentence(PASSAGES["A"], "Mayor promises bottles of water")
    assert found is not None
    assert found.text.startswith("The mayor, Lucia Brandt, promised")


def test_one_shared_word_is_not_near() -> None:
    assert nearest_sentence(PASSAGES["B"], "Parliament debates water") is None
    assert nearest_sentence(PASSAGES["B"], "") is None
