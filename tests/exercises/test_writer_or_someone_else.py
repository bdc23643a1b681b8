"""Writer or someone else on the story: only statements in one clear voice, about half each."""

from staging import changed, chosen_texts, make, read_lines, why_not
from story import story

from generator.exercises.statements import presented
from generator.exercises.writer_or_someone_else import WriterOrSomeoneElse

KIND, DOSSIER = WriterOrSomeoneElse(), story()
WRITER, SOURCE = "W: the writer", "S: somebody else"


def voices(*use: str) -> dict[str, str]:
    item = make(KIND, DOSSIER, *use, rows=12)
    return {f"{row.split('. (')[0]} {row.split('(')[1][0]}": text for row, text in chosen_texts(item).items()}


def test_voice_of_each_report() -> None:
    assert voices("place", "lorries", "patients") == {
        "The damaged pipe is under Castle Street A": SOURCE,
        "The damaged pipe is under Castle Street B": WRITER,
        "Two lorries with bottles stood outside the town hall B": WRITER,
        "A doctor has not seen one sick patient B": SOURCE,
    }


def test_retold_words_are_somebody_elses() -> None:
    assert voices("homes", "brown")["Hundreds of homes were told to boil their water B"] == SOURCE


def test_hedged_and_hidden_voices_are_left_out() -> None:
    for note in ("digger", "fountains", "payment"):
        assert why_not(KIND, DOSSIER, note) == "unclear-standing"
    rows = " ".join(voices())
    for words in ("2011 was kept secret", "handed out from Thursday", "turned off", "clear by Friday A"):
        assert words not in rows
    assert "A digger hit the pipe A" not in rows


def test_about_half_each_with_one_claim_in_both_voices() -> None:
    for lane, many in (("support", 4), ("core", 6), ("extension", 8)):
        for seed in "abcd":
            item = make(KIND, DOSSIER, lane=lane, seed=seed)
            texts = chosen_texts(item)
            assert len(texts) == many
            assert abs(list(texts.values()).count(WRITER) * 2 - many) <= 2
            statements = [row.split(". (")[0] for row in texts]
            assert len(set(statements)) < len(statements)


def test_attribution_in_the_same_sentence_takes_a_fact_out() -> None:
    lorries = DOSSIER.claim("lorries").sides["B"].quote
    assert lorries is not None
    noisy = changed(DOSSIER, "attributions", "website-water", content=(lorries,))
    rows = chosen_texts(make(KIND, noisy, rows=12))
    assert not any("lorries" in row for row in rows)


def test_claims_without_a_statement_are_named() -> None:
    silent = changed(DOSSIER, "claims", "brown", statement=None)
    assert why_not(KIND, silent, "brown") == "no-statement"


def test_statement_that_names_its_own_source_is_left_out() -> None:
    telling = changed(DOSSIER, "claims", "patients", statement="A doctor of the clinic says that nobody is ill.")
    assert why_not(KIND, telling, "patients") == "tells-source"


def test_one_voice_alone_is_no_exercise() -> None:
    claims = tuple(c for c in DOSSIER.claims if c.id in ("brown", "lorries", "week-2011"))
    alone = DOSSIER.model_copy(update={"claims": claims, "attributions": ()})
    assert KIND.units(alone).units == ()
    assert why_not(KIND, alone, "brown") == "too-few"


def test_no_row_where_its_paragraph_says_the_same_in_the_other_voice() -> None:
    assert not [s for s in KIND.units(DOSSIER).shortages if s.note == "lorries"]
    echo = changed(
        DOSSIER, "attributions", "website-water", says="two lorries with bottles stood outside the town hall"
    )
    assert why_not(KIND, echo, "lorries") == "two-voices"


def test_place_of_a_row_covers_its_source() -> None:
    for lane in ("support", "core", "extension"):
        for seed in "abcd":
            item = make(KIND, DOSSIER, lane=lane, seed=seed)
            for row, voice in chosen_texts(item).items():
                statement, place = row.removesuffix(")").rsplit(" (", 1)
                spoken = [
                    q
                    for p in presented(DOSSIER)[0]
                    if p.text == statement and p.label == place[0] and p.said_by
                    for q in (p.quote, p.said_by.source, p.said_by.cue)
                    if q is not None and voice == SOURCE
                ]
                assert {(q.label, q.first) for q in spoken} <= read_lines(place)
