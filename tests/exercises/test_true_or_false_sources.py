"""True or false on the story: verdicts are those of the graph, and only lines that show a source prove them."""

from changes import made, shortage, with_origins, with_side
from story import story

from generator.mark import full_response, mark
from generator.model.dossier import Dossier
from generator.model.item import BlankKey, Item, ShortText, ShortTextAnswer

DOSSIER = story()
NAME = "true_or_false_sources"


def table(item: Item) -> dict[str, list[BlankKey | str]]:
    """Statement -> its keys from left to right; a given cell is bare text."""
    response, answer = item.question.response, item.key.answer
    assert isinstance(response, ShortText)
    assert isinstance(answer, ShortTextAnswer)
    assert response.table is not None
    cells: dict[str, BlankKey | str] = dict(response.table.given)
    cells |= {f"{b.row}:{b.column}": answer.blanks[b.id] for b in response.blanks}
    return {row.text: [cells[f"{row.id}:{c.id}"] for c in response.table.columns] for row in response.table.rows}


def models(item: Item, statement: str) -> list[str]:
    return [key if isinstance(key, str) else key.model for key in table(item)[statement]]


def unheard(dossier: Dossier, label: str, speaker: str, origin: str) -> Dossier:
    """The story where a report makes the claim on Monday itself, and does not say where it has it from."""
    dossier = with_origins(dossier, {origin: "unknown"}, (origin, dossier.passages[label].name, "inferred"))
    left = tuple(note for note in dossier.attributions if note.speaker != speaker)
    dossier = dossier.model_copy(update={"attributions": left})
    return with_side(dossier, "start", label, origin=origin, said_by=None)


def test_known_answers() -> None:
    item = made(NAME, DOSSIER)
    assert models(item, "The rust is harmless.") == ["false", "6", "9"]
    assert models(item, "Taps in Brindle ran brown on Monday morning.") == ["true", "21", "19"]


def test_open_origins_are_neither_true_nor_false() -> None:
    item = made(NAME, with_side(DOSSIER, "digger", "B", origin="website"), "digger", "harmless")
    assert models(item, "A digger hit the pipe.")[0] == "cannot tell"


def test_none_is_right_where_a_report_shows_no_source() -> None:
    dossier = unheard(DOSSIER, "B", "vass", "caller")
    _, _, line = table(made(NAME, dossier, "start", "harmless"))["Taps in Brindle ran brown on Monday morning."]
    assert isinstance(line, BlankKey)
    assert line.model == "none"
    assert "20" in line.accept  # the line of the claim, which names nobody


def test_words_on_another_claim_prove_nothing() -> None:
    """A step of an unnamed source is shown by words elsewhere; the claim's own sentence names nobody."""
    dossier = unheard(DOSSIER, "B", "vass", "caller")
    elsewhere = dossier.claim("lorries").sides["B"].quote
    edges = tuple(
        edge.model_copy(update={"evidence": {"B": elsewhere}}) if edge.from_ == "caller" else edge
        for edge in dossier.origins.edges
    )
    dossier = dossier.model_copy(update={"origins": dossier.origins.model_copy(update={"edges": edges})})
    assert (
        models(made(NAME, dossier, "start", "harmless"), "Taps in Brindle ran brown on Monday morning.")[2]
        == "none"
    )


def test_lines_count_only_where_they_show_the_source() -> None:
    item = made(NAME, DOSSIER)
    full = full_response(item)
    assert mark(item, full) == item.question.points
    for id_, key in item.key.answer.blanks.items():  # type: ignore[union-attr]
        for other in key.accept:
            assert mark(item, {**full, id_: other}) == item.question.points
        assert (mark(item, {**full, id_: "1"}) or 0) < item.question.points


def test_every_line_on_which_the_attribution_stands_is_accepted() -> None:
    item = made(NAME, DOSSIER)
    for id_, label in (("harmless", "A"), ("start", "A"), ("start", "B")):
        claim = DOSSIER.claim(id_)
        said_by = claim.sides[label].said_by
        assert said_by is not None
        key = table(item)[claim.statement or ""][1 + "AB".index(label)]
        assert isinstance(key, BlankKey)
        lines = {str(n) for quote in said_by.quotes for n in range(quote.first, quote.last + 1)}
        assert lines <= {key.model, *key.accept}


def test_what_a_source_says_in_a_further_sentence_counts() -> None:
    note = DOSSIER.claim("start").sides["B"].said_by
    assert note is not None
    later = DOSSIER.claim("lorries").sides["B"].quote
    assert later is not None
    longer = note.model_copy(update={"content": (*note.content, later)})
    noted = tuple(longer if n.id == note.id else n for n in DOSSIER.attributions)
    dossier = with_side(DOSSIER.model_copy(update={"attributions": noted}), "start", "B", said_by=longer)
    key = table(made(NAME, dossier, "start", "harmless"))["Taps in Brindle ran brown on Monday morning."][2]
    assert isinstance(key, BlankKey)
    assert str(later.first) in key.accept


def test_key_proves_both_sides() -> None:
    item = made(NAME, DOSSIER)
    assert "one shared origin, Dana Okafor" in item.key.rationale
    assert "report A rests on Hanna Lile, report B on Imre Vass" in item.key.rationale
    assert {e.passage for e in item.key.evidence if e.shows == "Where the information comes from"} == {"A", "B"}


def test_support_gives_one_line_and_tells_where_to_look() -> None:
    item = made(NAME, DOSSIER, lane="support")
    assert isinstance(item.question.response, ShortText)
    assert item.question.response.table is not None
    assert len(item.question.response.table.given) == 1
    assert item.question.hints
    assert not made(NAME, DOSSIER, lane="extension").question.hints


def test_it_asks_what_the_grid_on_origins_asks() -> None:
    assert made(NAME, DOSSIER).asks == made("one_source_or_two", DOSSIER).asks


def test_shortages() -> None:
    assert shortage(NAME, DOSSIER, "homes") == "not-in-both"
    assert shortage(NAME, DOSSIER, "brown") == "no-origin"
    assert shortage(NAME, with_side(DOSSIER, "harmless", "B", standing="denied"), "harmless") == "denied"
    dossier = unheard(unheard(DOSSIER, "B", "vass", "caller"), "A", "lile", "writer")
    assert shortage(NAME, dossier, "start") == "no-lines"
