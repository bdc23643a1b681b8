"""Who a source is: kind, name behind a pronoun, role, chain. Attributions are marked by hand in the texts."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.draft.entities import entities
from generator.draft.marks import Attribution, Span
from generator.draft.sources import completed
from generator.draft.text import Text

_MARK = re.compile(r"\[(\w)(\d?) (.*?) \1\2\]", re.S)


def read(marked: str, rule: str = "hand") -> tuple[str, list[Attribution]]:
    """'[s1 Ada Holt s1] [q1 said q1] [c1 it rained c1]' -> the text and its attributions: s source, q cue,
    c content, r recipient; the number tells them apart."""
    spans: dict[str, dict[str, Span]] = {}
    text = marked
    while match := re.search(r"\[([sqcr])(\d?) ", text):
        kind, number = match[1], match[2]
        close = f" {kind}{number}]"
        end = text.index(close, match.end())
        inner = text[match.end() : end]
        text = (
            text[: match.start()]
            + f"\x01{kind}{number};"
            + inner
            + f"\x02{kind}{number};"
            + text[end + len(close) :]
        )
    plain, at = [], {}
    for piece in re.split(r"(\x01..?;|\x02..?;)", text):
        if piece.startswith(("\x01", "\x02")):
            at[piece] = sum(map(len, plain))
        else:
            plain.append(piece)
    for opened, start in at.items():
        if opened[0] == "\x01":
            name = opened[1:-1]
            spans.setdefault(name[1:], {})[name[0]] = (start, at["\x02" + opened[1:]])
    made = [
        Attribution(
            source=(found["s"],) if "s" in found else (),
            cue=(found["q"],) if "q" in found else (),
            content=(found["c"],) if "c" in found else (),
            form="indirect",
            kind="person",
            cue_class="neutral",
            rule=rule,
            confidence=0.95,
            recipient=found.get("r"),
        )
        for _, found in sorted(spans.items())
    ]
    return "".join(plain), made


def done(marked: str) -> tuple[str, list[Attribution]]:
    text, made = read(marked)
    whole = Text(text)
    return text, completed(whole, made, entities(whole))


def words(text: str, span: Span | None) -> str | None:
    return text[slice(*span)] if span else None


def kind_of(source: str) -> str:
    return done(f"[s {source} s] [q said q] [c it rained all night long c].")[1][0].kind


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Martha Pell", "person"),
        ("Mr. Quillfeather", "person"),
        ("Martha Pell, 34, a baker in Fennick,", "person"),
        ("Martha Pell of the Fennick Bakers Association", "person"),
        ("The mayor, Martha Pell,", "person"),
        ("His lawyer, Martha Pell,", "person"),
        ("spokesman Martin Pell", "person"),
        ("National Courier’s Martin Pell", "person"),
        ("Speaker of the House Rep. Martha Pell", "person"),
        ("the president", "office"),
        ("Russia’s ambassador in Fennick", "office"),
        ("The mayor of Fennick", "office"),
        ("the White House", "organisation"),
        ("The Fennick Roads Committee", "organisation"),
        ("the company", "organisation"),
        ("Mr. Pell’s campaign", "organisation"),
        ("The Pell campaign", "organisation"),
        ("Police", "organisation"),
        ("NATO", "organisation"),
        ("Reuters", "outlet"),
        ("The Fennick Courier", "outlet"),
        ("Russian media", "outlet"),
        ("the state-run news agency", "outlet"),
        ("A report by the council", "document"),
        ("the lawsuit", "document"),
        ("An internal memo seen by Reuters", "document"),
        ("The new law", "document"),
        ("figures from the ministry", "document"),
        ("The club’s website", "document"),
        ("a council paper seen by Reuters", "document"),
        ("the local paper", "outlet"),
        ("the broadcaster Airfold", "outlet"),
        ("a poll of 900 voters", "poll"),
        ("exit polls reported by the club", "poll"),
        ("a spokesman", "unnamed"),
        ("A spokeswoman for Mr. Pell", "unnamed"),
        ("officials", "unnamed"),
        ("Sources familiar with the talks", "unnamed"),
        ("one of the officials", "unnamed"),
        ("a senior Iraqi lawmaker", "unnamed"),
        ("residents of the street", "unnamed"),
        ("Two neighbours who saw it", "unnamed"),
        ("A number of families", "unnamed"),
        ("some", "unnamed"),
        ("Most of them", "unnamed"),
        ("Trump supporters", "unnamed"),
        ("a team of engineers", "unnamed"),
        ("people briefed on the plan", "unnamed"),
        ("he", "pronoun"),
        ("they", "pronoun"),
    ],
)
def test_the_kind_of_a_source(source: str, kind: str) -> None:
    assert kind_of(source) == kind


def test_no_source_is_of_kind_none() -> None:
    assert done("[q It was confirmed q] that [c so c].")[1][0].kind == "none"


@pytest.mark.parametrize(
    "source",
    [
        "winning ten games in Fennick to complete",
        "The campaign distributed an eight-page sheet with her picture and the names of its",
        "a more hands-off way",
        "stage the long negotiations",
        "gathered at conventions",
    ],
)
def test_what_is_plainly_no_source_loses_confidence(source: str) -> None:
    assert done(f"[s {source} s] [q said q] [c so c].")[1][0].confidence <= 0.6


def test_a_plain_name_keeps_its_confidence() -> None:
    assert done("[s Martha Pell s] [q said q] [c so c].")[1][0].confidence >= 0.9


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("[s1 Martha Pell s1] [q1 said q1] [c1 so c1]. [s2 She s2] [q2 added q2] [c2 so c2].", "Martha Pell"),
        ("Martha Pell is the mayor. [s2 She s2] [q2 said q2] [c2 so c2].", "Martha Pell"),
        (
            (
                "[s1 Martha Pell s1] [q1 said q1] [c1 so c1]. [s2 Peter Ohm s2] [q2 agreed q2] [c2 it did c2]. "
                "[s3 She s3] [q3 added q3] [c3 so c3]."
            ),
            "Martha Pell",
        ),
        ("Martha Pell met Anna Ohm. [s2 She s2] [q2 said q2] [c2 so c2].", None),
        ("Peter Ohm is the mayor. [s2 She s2] [q2 said q2] [c2 so c2].", None),
        (
            "[s1 Ada Vo s1] [q1 told q1] [r1 Eva Ox r1] [c1 a c1]. Eva Ox is. [s2 She s2] [q2 said q2] [c2 b c2].",
            None,
        ),
        ("Peter Ohm met them. In what [s2 he s2] [q2 called q2] [c2 a surprise c2], Paul Vane won.", None),
        (
            "[s1 A police officer s1] [q1 said q1] [c1 so c1]. [s2 He s2] [q2 added q2] [c2 so c2].",
            "A police officer",
        ),
        ("[s1 Officials s1] [q1 said q1] [c1 so c1]. [s2 They s2] [q2 added q2] [c2 so c2].", "Officials"),
        ("Martha Pell, [s2 who s2] [q2 said q2] [c2 so c2], left.", "Martha Pell"),
        (
            "[c1 It rained c1], [s1 Martha Pell s1] [q1 said q1].\n\n[s2 Pell s2] [q2 said q2] [c2 so c2].",
            "Martha Pell",
        ),
        ("Yusuf Karim al-Tamer came. [s2 Al-Tamer s2] [q2 said q2] [c2 so c2].", "Yusuf Karim al-Tamer"),
        ("Anna Brill sued Peter Brill. [s2 Brill s2] [q2 said q2] [c2 so c2].", None),
        ("[s2 Martha Pell s2] [q2 said q2] [c2 so c2].", None),
    ],
)
def test_the_speaker_behind_a_pronoun_or_surname(text: str, speaker: str | None) -> None:
    plain, found = done(text)
    assert words(plain, found[-1].speaker) == speaker


@pytest.mark.parametrize(
    ("text", "speaker", "kind"),
    [
        ("Sen. Ada Holt came. Nobody spoke. [s2 The lawmaker s2] [q2 said q2] [c2 so c2].", "Ada Holt", "person"),
        (
            "Spokeswoman Ada Holt and Peter Ohm came. [s2 The spokeswoman s2] [q2 said q2] [c2 so c2].",
            "Ada Holt",
            "person",
        ),
        (
            "Texas Sen. Ada Holt met Ohio Sen. Eva Rand. [s2 The Texas senator s2] [q2 said q2] [c2 so c2].",
            "Ada Holt",
            "person",
        ),
        ("Sen. Ada Holt met Sen. Eva Rand. [s2 The senator s2] [q2 said q2] [c2 so c2].", None, "unnamed"),
        (
            "[s1 Fennick Holdings s1] [q1 said q1] [c1 so c1]. [s2 The company s2] [q2 said q2] [c2 so c2].",
            "Fennick Holdings",
            "organisation",
        ),
        (
            "Fennick Holdings sued Pell Industries. [s2 The company s2] [q2 said q2] [c2 so c2].",
            None,
            "organisation",
        ),
    ],
)
def test_the_speaker_behind_a_description(text: str, speaker: str | None, kind: str) -> None:
    plain, found = done(text)
    assert (words(plain, found[-1].speaker), found[-1].kind) == (speaker, kind)


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("[s Martha Pell s] [q told q] [r RIA r] [c so c].", ["RIA"]),
        (
            "[s A lawmaker s] [q told q] [r the state-run RIA Novosti news agency r] [c so c].",
            ["RIA Novosti"],
        ),
        ("[s Martha Pell s] [q told q] [r reporters r] [c so c].", []),
        ("[c “It rained” c], [s the lawmaker s] [q was quoted in Russia’s Sputnik as saying q].", ["Sputnik"]),
        ("[c It rained c], [s Martha Pell s] [q said in an interview with Fox News q].", ["Fox News"]),
        ("[c It rained c], [q according to q] [s a report in the Fennick Courier s].", ["Fennick Courier"]),
        ("RIA Novosti [q quoted q] [s her s] as saying [c it rained c].", ["RIA Novosti"]),
        ("[c “It rained” c], [s Martha Pell s] [q was quoted as saying q] by Reuters.", ["Reuters"]),
        ("[s Martha Pell s] [q said q] [c the mayor told Reuters so c].", []),
        ("[s Reuters s] [q reported q] [c so c].", []),
    ],
)
def test_who_passed_the_words_on(text: str, via: list[str]) -> None:
    plain, found = done(text)
    assert [words(plain, v) for v in found[0].via] == via


def test_an_agency_that_quotes_somebody_is_no_source_but_passed_it_on() -> None:
    plain, found = done(
        "[c “It rained,” c] [s the state-run TASS news agency s] [q quoted q] Pavel Orlo as saying."
    )
    assert words(plain, found[0].source[0]) == "Pavel Orlo"
    assert (found[0].kind, [words(plain, v) for v in found[0].via]) == ("person", ["TASS"])


def test_an_outlet_that_cites_others_passed_it_on() -> None:
    plain, found = done("[c It rained c], [s Reuters s] [q reported q] on Monday, citing two officials.")
    assert words(plain, found[0].source[0]) == "two officials"
    assert (found[0].kind, [words(plain, v) for v in found[0].via]) == ("unnamed", ["Reuters"])


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "[s Martha Pell, the chairman of the roads committee, s] [q said q] [c so c].",
            "the chairman of the roads committee",
        ),
        ("[s Martha Pell s], a spokeswoman for the club, [q said q] [c so c].", "a spokeswoman for the club"),
        ("[s Martha Pell, 62, a baker in Fennick, s] [q said q] [c so c].", "a baker in Fennick"),
        ("Then [s firebrand lawmaker Vasily Orlo s] [q said q] [c so c].", "firebrand lawmaker"),
        ("Head of the roads committee, [s Martha Pell s], [q said q] [c so c].", "Head of the roads committee"),
        ("As mayor, [s Martha Pell s] [q said q] [c so c].", None),
        ("In the city, [s Martha Pell s] [q said q] [c so c].", None),
        ("[s The mayor, Martha Pell, s] [q said q] [c so c].", "The mayor"),
        ("[s Martha Pell s], tired and wet, [q said q] [c so c].", None),
        ("[s Mrs. Pell s] [q said q] [c so c].", None),
    ],
)
def test_what_the_text_says_of_the_source(text: str, role: str | None) -> None:
    plain, found = done(text)
    assert words(plain, found[0].role) == role


def test_the_role_where_the_speaker_is_introduced_serves_later() -> None:
    plain, found = done("Mayor Martha Pell came. [s She s] [q said q] [c so c].")
    assert words(plain, found[0].role) == "Mayor"


def test_a_name_behind_a_role_that_was_left_out_joins_the_source() -> None:
    plain, found = done("[s Head of the roads committee s], Martha Pell, has [q said q] [c so c].")
    assert words(plain, found[0].source[0]) == "Head of the roads committee, Martha Pell"
    assert (found[0].kind, words(plain, found[0].role)) == ("person", "Head of the roads committee")


def test_an_attribution_in_anothers_content_knows_the_outer_one() -> None:
    plain, found = done(
        "[s1 Reuters s1] [q1 reported q1] that [c1 [s2 two officials s2] [q2 said q2] [c2 so c2] c1]."
    )
    assert [a.outer for a in found] == [None, 0]
    assert [words(plain, v) for v in found[1].via] == ["Reuters"]


def test_what_comes_in_goes_out_one_for_one() -> None:
    text = (
        "[s1 He s1] [q1 said q1] [c1 so c1]. [q2 It was said q2] [c2 so c2]. [s3 RIA s3] [q3 said q3] [c3 no c3]."
    )
    _, before = read(text)
    _, after = done(text)
    assert [a.content for a in before] == [a.content for a in after]
    assert all(0 <= a.confidence <= b.confidence for a, b in zip(after, before, strict=True))


@given(
    st.text(alphabet=st.sampled_from("AaBeo .,\n\"“”’'()-&MrDSx"), min_size=3, max_size=120),
    st.lists(st.lists(st.integers(0, 119), min_size=6, max_size=6), max_size=5),
)
def test_any_spans_give_a_result_inside_the_text(text: str, numbers: list[list[int]]) -> None:
    made = []
    for group in numbers:
        a, b, c, d, e, f = sorted(n % len(text) for n in group)
        made.append(
            Attribution(((a, b + 1),), ((c, d + 1),), ((e, f + 1),), "indirect", "person", "neutral", "hand", 0.9)
        )
    whole = Text(text)
    out = completed(whole, made, entities(whole))
    assert len(out) == len(made)
    for one in out:
        assert 0 <= one.confidence <= 0.9
        for span in (*one.source, *one.via, one.speaker, one.role):
            assert span is None or 0 <= span[0] <= span[1] <= len(text)
        assert one.outer is None or out[one.outer] is not one
