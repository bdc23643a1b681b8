"""Names in a text: who and what is named, in which forms, and what is no name at all."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.draft.entities import entities
from generator.draft.marks import Entity
from generator.draft.text import Text


def named(text: str) -> dict[str, Entity]:
    return {e.name: e for e in entities(Text(text))}


def forms(text: str, name: str) -> list[str]:
    return [text[slice(*m.span)] for m in named(text)[name].mentions]


def titles(text: str, name: str) -> list[str | None]:
    return [text[slice(*m.title)] if m.title else None for m in named(text)[name].mentions]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The bridge is safe, said Martha Pell, who built it.", "Martha Pell", "person"),
        ("On Monday Mr. Quillfeather left.", "Quillfeather", "person"),
        ("They met Prime Minister Odalys Brandt in the rain.", "Odalys Brandt", "person"),
        ("They asked Sen. Tovah Grell (R-Ohio) about it.", "Tovah Grell", "person"),
        ("It was lawmaker Dragomir Zelenko who asked.", "Dragomir Zelenko", "person"),
        ("It fell, said Xanvier Ollopoa, a farmer.", "Xanvier Ollopoa", "person"),
        ("Nobody asked O.J. Varnish.", "O.J. Varnish", "person"),
        ("He wrote to the Ellerby Roads Committee.", "Ellerby Roads Committee", "organisation"),
        ("He studied at the University of Ellerby.", "University of Ellerby", "organisation"),
        ("He asked the Department of Health and Human Services.", "Department of Health and Human Services", None),
        ("The Board of Elections has closed.", "Board of Elections", "organisation"),
        ("NATO has not answered.", "NATO", "organisation"),
        ("The White House did not answer.", "White House", "organisation"),
        ("He spoke to Reuters by phone.", "Reuters", "outlet"),
        ("He told the Ellerby Courier so.", "Ellerby Courier", "outlet"),
        ("He told the broadcaster Airfold so.", "Airfold", "outlet"),
        ("He told the Airfold news agency so.", "Airfold", "outlet"),
        ("He told Radio Quillmar so.", "Radio Quillmar", "outlet"),
        ("He told the Sunday Beacon so.", "Sunday Beacon", "outlet"),
        ("He wrote to the Fennick Sheriff’s Office.", "Fennick Sheriff’s Office", "organisation"),
        ("He works for the charity Lanternfold.", "Lanternfold", "organisation"),
        ("On Monday NorthLine raised its prices.", "NorthLine", "organisation"),
        ("It was the captain, Izelda Vorn, who called.", "Izelda Vorn", "person"),
        ("The road to Baghdad was closed.", "Baghdad", "place"),
        ("He lives in Fennick, Ohio, with a dog.", "Fennick", "place"),
        ("He was born in Pell County.", "Pell County", "place"),
        ("It was cold in South Sudan and northern Italy.", "South Sudan", "place"),
    ],
)
def test_a_name_has_its_kind(text: str, name: str, kind: str | None) -> None:
    assert named(text)[name].kind == (kind or "organisation")


def test_a_full_name_a_surname_and_one_with_its_article_are_one_person() -> None:
    text = "Yusuf Karim al-Tamer spoke first. “No,” al-Tamer told them. Al-Tamer then left."
    assert forms(text, "Yusuf Karim al-Tamer") == ["Yusuf Karim al-Tamer", "al-Tamer", "Al-Tamer"]


def test_a_middle_initial_an_accent_and_a_short_form_make_no_other_person() -> None:
    text = "Raúl B. Mendel won. Raul Mendel thanked all. Mr. Mendel left. Bob Hale met Robert Hale’s aunt."
    assert forms(text, "Raúl B. Mendel") == ["Raúl B. Mendel", "Raul Mendel", "Mendel"]
    assert forms(text, "Robert Hale") == ["Bob Hale", "Robert Hale"]


def test_two_of_one_surname_are_kept_apart_and_the_bare_surname_is_of_low_confidence() -> None:
    text = "Anna Brill sued Peter Brill. Brill lost. Mrs. Brill was glad, Mr. Brill was not."
    found = named(text)
    assert forms(text, "Anna Brill") == ["Anna Brill", "Brill"]
    assert forms(text, "Peter Brill") == ["Peter Brill", "Brill"]
    assert found["Brill"].confidence < 0.5


def test_a_surname_before_the_second_bearer_is_the_first_ones() -> None:
    text = "Anna Brill won. Brill spoke. Peter Brill, her brother, clapped."
    assert forms(text, "Anna Brill") == ["Anna Brill", "Brill"]


def test_father_and_son_are_two() -> None:
    text = "Duncan Fell Jr. came with Duncan Fell, and both sat."
    assert {"Duncan Fell Jr.", "Duncan Fell"} <= set(named(text))


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Then firebrand lawmaker Vasily Orlo spoke.", "Vasily Orlo", "firebrand lawmaker"),
        ("Then spokeswoman Melina Faro spoke.", "Melina Faro", "spokeswoman"),
        ("It was U.S. President Dora Kent who called.", "Dora Kent", "U.S. President"),
        ("It was Texas Sen. Dora Kent who called.", "Dora Kent", "Texas Sen."),
        ("He met former Ellerby mayor Dora Kent.", "Dora Kent", "former Ellerby mayor"),
        ("The Ellerby Council chairman Dora Kent rose.", "Dora Kent", "Ellerby Council chairman"),
        ("He met Dora Kent.", "Dora Kent", None),
        ("The polls miss Dora Kent badly.", "Dora Kent", None),
        ("The voters Dora Kent met were kind.", "Dora Kent", None),
        ("He voted for Dora Kent.", "Dora Kent", None),
    ],
)
def test_the_title_before_a_name(text: str, name: str, title: str | None) -> None:
    assert titles(text, name) == [title]


def test_letters_stand_for_the_name_that_introduced_them() -> None:
    text = "The Fennick River Authority (FRA) opened. The FRA paid. The Popular Guard Forces came; PGF left."
    assert forms(text, "Fennick River Authority") == ["Fennick River Authority", "FRA", "FRA"]
    assert forms(text, "Popular Guard Forces") == ["Popular Guard Forces", "PGF"]


def test_an_agency_by_its_short_name_is_the_same_agency() -> None:
    text = "He told RIA Novosti on Monday. RIA did not print it. The Associated Press did; AP was first."
    assert forms(text, "RIA Novosti") == ["RIA Novosti", "RIA"]
    assert forms(text, "Associated Press") == ["Associated Press", "AP"]


@pytest.mark.parametrize(
    "text",
    [
        "Former workers came. However, nobody asked. Critics say so. Many left on Tuesday in March.",
        "Weeds grow. Some golf courses have closed. Police are looking. Water is cold.",
        "Residents said the English lessons were good. Republicans and Muslims agreed.",
        "“The rain,” he said. “It stopped.” “Nothing works,” she said.",
    ],
)
def test_a_capital_at_the_start_of_a_sentence_makes_no_name(text: str) -> None:
    assert [e.name for e in entities(Text(text)) if e.confidence >= 0.5] == []


def test_a_headline_gives_no_names_but_takes_those_of_the_body() -> None:
    text = (
        "Angry Neighbours Of Dora Kent Stop Giant Crane\n\nDora Kent wanted a crane. Kent bought one in Leeds.\n\n"
        "Related article: Will Giant Cranes Ruin Leeds?"
    )
    assert forms(text, "Dora Kent") == ["Dora Kent", "Dora Kent", "Kent"]
    assert forms(text, "Leeds") == ["Leeds", "Leeds"]
    assert len(named(text)) == 2


def test_a_name_over_a_line_end_of_a_wrapped_text() -> None:
    text = (
        "The bridge over the river was closed on Monday after a\nmeeting in the hall, the mayor said to the RIA\n"
        "Novosti agency, and she was right to close it for the\nwhole of the week, it seems, for it was old.\n"
    )
    assert named(text)["RIA Novosti"].kind == "outlet"


def test_a_surname_that_is_a_place_or_paper_is_the_person_here() -> None:
    text = "Jane London spoke. London was tired, but in London it rained."
    assert forms(text, "Jane London") == ["Jane London", "London"]


def test_pro_and_based_make_no_names() -> None:
    assert named("The pro-Brill crowd and a Pell-based firm met an anti-Brill voter.") == {}


@pytest.mark.parametrize(
    "text", ["", " ", "one", "A", "1234", "ÀÉÎ", "\u05d0\u05d1\u05d2 \u05d3\u05d4", "\x00\x01", "(((((("]
)
def test_hardly_any_text_is_no_error(text: str) -> None:
    assert [e for e in entities(Text(text)) if e.confidence > 0.6] == []


@given(st.text(alphabet=st.sampled_from("AaBz .,\n\"“”’'()-&MrDSenof éÉ1"), max_size=200))
def test_all_places_lie_in_the_text_in_order_and_twice_the_same(text: str) -> None:
    found = entities(Text(text))
    assert found == entities(Text(text))
    assert [e.mentions[0].span for e in found] == sorted(e.mentions[0].span for e in found)
    for entity in found:
        assert entity.mentions
        assert 0 <= entity.confidence <= 1
        spans = [m.span for m in entity.mentions]
        assert spans == sorted(set(spans))
        for mention in entity.mentions:
            start, end = mention.span
            assert 0 <= start < end <= len(text)
            assert text[start:end] == text[start:end].strip()
            if mention.title:
                assert 0 <= mention.title[0] < mention.title[1] <= start


def test_no_word_belongs_to_two_names() -> None:
    text = "Dora Kent of the Ellerby Courier told Sen. Paul Rand of Ohio that the University of Leeds (UL) won."
    spans = sorted(m.span for e in entities(Text(text)) for m in e.mentions)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
