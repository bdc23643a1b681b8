"""Source table on the story: cells, 'not stated', and what support gives."""

from staging import changed, make, usable, why_not
from story import story

from generator.exercises.source_table import SourceTable
from generator.mark import full_response, mark
from generator.model.item import Item, ShortText, ShortTextAnswer

KIND, DOSSIER = SourceTable(), story()


def cells(item: Item) -> dict[str, list[str]]:
    response, answer = item.question.response, item.key.answer
    assert isinstance(response, ShortText)
    assert isinstance(answer, ShortTextAnswer)
    assert response.table is not None
    rows = {row.id: row.text.split(". (")[0] for row in response.table.rows}
    out: dict[str, list[str]] = {text: [] for text in rows.values()}
    for blank in response.blanks:
        assert blank.row is not None
        out[rows[blank.row]].append(answer.blanks[blank.id].model)
    return out


def test_cells_of_named_document_and_missing_sources() -> None:
    found = cells(make(KIND, DOSSIER, "vass-patients", "website-water", "schools-off"))
    assert found == {
        "He had not seen one sick patient": ["Imre Vass", "doctor at the Brindle clinic", "saw or heard it", "11"],
        "The council was giving out free bottled water": [
            "the council's website",
            "website of the council",
            "has it from a record or document",
            "14–15",
        ],
        "Two schools had turned off their drinking fountains": [
            "not stated",
            "not stated",
            "not stated",
            "16–17",
        ],
    }


def test_not_stated_stands_in_the_word_list() -> None:
    item = make(KIND, DOSSIER)
    assert isinstance(item.question.response, ShortText)
    assert "not stated" in item.question.response.bank
    assert "not stated" in item.question.stem


def test_any_line_of_the_attribution_is_accepted() -> None:
    item = make(KIND, DOSSIER, "vass-patients", "website-water")
    assert isinstance(item.key.answer, ShortTextAnswer)
    lines = next(key for key in item.key.answer.blanks.values() if key.model == "11")
    assert lines.accept == ("12", "11–12")
    given = {id_: key.accept[0] if key.accept else key.model for id_, key in item.key.answer.blanks.items()}
    assert mark(item, given) == item.question.points


def test_a_range_must_hold_a_part_of_the_statement_or_of_its_source() -> None:
    item = make(KIND, DOSSIER, "vass-patients", "website-water")
    note = next(note for note in DOSSIER.attributions if note.id == "website-water")
    held = {n for quote in note.quotes for n in range(quote.first, quote.last + 1)}
    assert isinstance(item.key.answer, ShortTextAnswer)
    key = next(key for key in item.key.answer.blanks.values() if key.model == "14–15")
    texts = {key.model, *key.accept}
    assert {str(n) for n in held} <= texts
    for text in texts:
        first, last = (int(n) for n in (text.split("–") * 2)[:2])
        assert held & set(range(first, last + 1)), text
    assert not {"11", str(max(held) + 1), str(min(held) - 1)} & texts


def test_a_job_is_taken_with_and_without_article_and_in_the_words_of_the_report() -> None:
    item = make(KIND, DOSSIER, "vass-patients", "website-water")
    given = full_response(item)
    assert isinstance(item.key.answer, ShortTextAnswer)
    place = next(i for i, k in item.key.answer.blanks.items() if k.model == "doctor at the Brindle clinic")
    for words in (
        "a doctor at the Brindle clinic",
        "The doctor at the Brindle clinic",
        "doctor at the Brindle clinic",
    ):
        assert mark(item, {**given, place: words}, DOSSIER.grammar) == item.question.points
    wrong = mark(item, {**given, place: "not stated"}, DOSSIER.grammar)
    assert wrong is not None
    assert wrong < item.question.points


def test_the_question_says_that_passing_on_is_no_source() -> None:
    assert "passes words on" in make(KIND, DOSSIER).question.stem


def test_support_gives_lines_and_one_source_and_says_so() -> None:
    item = make(KIND, DOSSIER, "vass-patients", "website-water", lane="support")
    assert isinstance(item.question.response, ShortText)
    assert item.question.response.table is not None
    assert len(item.question.response.table.given) == 3
    assert len(item.question.response.blanks) == 5
    assert any(fact.endswith(":source") for fact in item.tells)
    assert not any(
        fact.endswith(":source") for fact in make(KIND, DOSSIER, "vass-patients", "website-water").tells
    )


def test_notes_that_would_make_a_false_not_stated_are_left_out() -> None:
    assert (
        why_not(KIND, changed(DOSSIER, "attributions", "worker-digger", role=None), "worker-digger") == "no-role"
    )
    bare = changed(DOSSIER, "attributions", "vass-patients", basis_why=None)
    assert why_not(KIND, bare, "vass-patients") == "no-basis-why"
    assert "okafor-clear" in usable(KIND, DOSSIER)  # a named person whose job the report leaves out


def test_guesses_are_not_accepted_where_the_report_is_silent() -> None:
    item = make(KIND, DOSSIER, "worker-digger", "website-water")
    assert any("not stated" in reject.text for reject in item.key.reject)


def test_one_row_without_a_source_at_most() -> None:
    hidden = changed(DOSSIER, "attributions", "worker-digger", source=None, called=None, role=None)
    for seed in "abcdefgh":
        rows = cells(make(KIND, hidden, lane="extension", seed=seed)).values()
        assert sum(row[0] == "not stated" for row in rows) <= 1
