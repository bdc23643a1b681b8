"""Who says what: sources, cues, contents, forms and confidence of attributions, on sentences of our own."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.draft.attribution import attributions
from generator.draft.attribution.inflect import forms
from generator.draft.attribution.lexicon import cues
from generator.draft.attribution.resolve import resolved
from generator.draft.marks import Attribution
from generator.draft.tables import table
from generator.draft.text import Text

CLASSES = {"neutral", "asserting", "distancing", "endorsing", "believing", "wanting"}


def shown(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    return " … ".join(text[a:b] for a, b in spans)


def read(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of every attribution, as words."""
    return [(shown(text, a.source), shown(text, a.cue), shown(text, a.content)) for a in attributions(Text(text))]


def only(text: str) -> Attribution:
    found = attributions(Text(text))
    assert len(found) == 1, [shown(text, a.content) for a in found]
    return found[0]


DIRECT = [
    ("“The bridge is safe,” Mayor Ida Fenn said.", "Mayor Ida Fenn", "said", "“The bridge is safe,”"),
    ("“The bridge is safe,” said Ida Fenn, the mayor.", "Ida Fenn", "said", "“The bridge is safe,”"),
    ('"We lost two hens," he told reporters on Monday.', "he", "told", '"We lost two hens,"'),
    ("“Why now?” Fenn asked.", "Fenn", "asked", "“Why now?”"),
    ("Fenn said: “Nobody asked the ducks.”", "Fenn", "said", "“Nobody asked the ducks.”"),
    ("In the end Fenn said, “They swim.”", "Fenn", "said", "“They swim.”"),
    ("“We swim,” Ann Roe (G-Tarn) said.", "Ann Roe", "said", "“We swim,”"),
    ("“We swim,” Ann Roe (G-Tarn), a coach, said.", "Ann Roe", "said", "“We swim,”"),
    ("“We swim,” the club’s coach, Ann Roe, said.", "Ann Roe", "said", "“We swim,”"),
    ("“We swim,” said a spokeswoman for the club on Friday.", "a spokeswoman for the club", "said", "“We swim,”"),
    ("‘We swim,’ Roe said.", "Roe", "said", "‘We swim,’"),
    ("“We swim,” Mr Will Roe told TV Nine’s “Tarn Today” show.", "Mr Will Roe", "told", "“We swim,”"),
    ("''We swim,'' Roe said.", "Roe", "said", "''We swim,''"),
    ("“We swim in the cold,” the singer intoned.", "the singer", "intoned", "“We swim in the cold,”"),
    ("“We swim,” as Roe put it.", "Roe", "put it", "“We swim,”"),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), DIRECT)
def test_direct_speech(text: str, source: str, cue: str, content: str) -> None:
    found = only(text)
    assert (shown(text, found.source), shown(text, found.cue), shown(text, found.content)) == (
        source,
        cue,
        content,
    )
    assert found.form == "direct"


def test_a_quotation_broken_by_its_clause_is_one_attribution() -> None:
    text = "“The pump is old,” Rask said. “It has three legs. It will go.”"
    assert read(text) == [("Rask", "said", "“The pump is old,” … “It has three legs. It will go.”")]
    text = "“The pump,” she said, “is older than I am.”"
    assert read(text) == [("she", "said", "“The pump,” … “is older than I am.”")]


def test_a_second_speaker_ends_the_first_quotation() -> None:
    text = "“It is old,” Rask said. “It is new,” Boll answered."
    assert read(text) == [("Rask", "said", "“It is old,”"), ("Boll", "answered", "“It is new,”")]


INDIRECT = [
    ("Fenn said the pool would open in May.", "Fenn", "said", "the pool would open in May"),
    ("Fenn said that the pool was cold.", "Fenn", "said", "that the pool was cold"),
    ("The pool is cold, Fenn said.", "Fenn", "said", "The pool is cold"),
    ("The pool is cold, said Otto Fenn.", "Otto Fenn", "said", "The pool is cold"),
    ("The pool, she said, is colder than the lake.", "she", "said", "The pool … is colder than the lake"),
    ("The pool is cold, according to the lifeguard.", "the lifeguard", "according to", "The pool is cold"),
    ("According to the lifeguard, the pool is cold.", "the lifeguard", "According to", "the pool is cold"),
    ("Fenn said in a statement on Tuesday that it rained.", "Fenn", "said", "that it rained"),
    ("Anna May said it had rained.", "Anna May", "said", "it had rained"),
    ("Mayor Fenn on Tuesday said it had rained.", "Mayor Fenn", "said", "it had rained"),
    ("A clerk of the R.O.C. said it had rained.", "A clerk of the R.O.C.", "said", "it had rained"),
    ("Fenn said on TV Nine’s “Tarn Today” that it had rained.", "Fenn", "said", "that it had rained"),
    ("On Tuesday Fenn said it had rained.", "Fenn", "said", "it had rained"),
    ("The head of the pool office, Ida Brandt, has said it leaks.", "Ida Brandt", "has said", "it leaks"),
    ("A person briefed on the plan said it leaks.", "A person briefed on the plan", "said", "it leaks"),
    ("A gardener who asked not to be named said it leaks.", "A gardener", "said", "it leaks"),
    ("Residents reported seeing an otter.", "Residents", "reported", "seeing an otter"),
    ("Fenn denied writing the letter.", "Fenn", "denied", "writing the letter"),
    ("The council believes the wall is safe.", "The council", "believes", "the wall is safe"),
    ("Fenn was confident that the wall would hold.", "Fenn", "confident", "that the wall would hold"),
    ("The board vowed to repair the wall.", "The board", "vowed", "to repair the wall"),
    ("The plan was criticised by doctors for its cost.", "doctors", "was criticised", "The plan … for its cost"),
    ("Fenn called the wall a disgrace.", "Fenn", "called", "the wall a disgrace"),
    ("In the words of the coach, the wall is a joke.", "the coach", "In the words of", "the wall is a joke"),
    ("The data suggest that cold water helps.", "The data", "suggest", "that cold water helps"),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), INDIRECT)
def test_indirect_speech(text: str, source: str, cue: str, content: str) -> None:
    assert (source, cue, content) in read(text)


@pytest.mark.parametrize(
    ("text", "recipient", "content"),
    [
        ("Rask told reporters that the hens were safe.", "reporters", "that the hens were safe"),
        ("The hens are safe, Rask told Radio Tarn on Sunday.", "Radio Tarn", "The hens are safe"),
        (
            "Rask told the state-run Vela news agency the hens were safe.",
            "the state-run Vela news agency",
            "the hens were safe",
        ),
        ("The club urged members to wear boots.", "members", "to wear boots"),
    ],
)
def test_the_person_told(text: str, recipient: str, content: str) -> None:
    found = only(text)
    assert found.recipient is not None
    assert shown(text, (found.recipient,)) == recipient
    assert shown(text, found.content) == content


def test_who_is_quoted_is_the_source_and_the_agency_passes_it_on() -> None:
    for text in (
        "“The lake is ours,” the Tarn news agency quoted Boll as saying.",
        "“The lake is ours,” Boll was quoted as saying by the Tarn news agency.",
    ):
        found = only(text)
        assert shown(text, found.source) == "Boll"
        assert shown(text, found.content) == "“The lake is ours,”"
        assert shown(text, found.via) == "the Tarn news agency"
        assert "saying" in shown(text, found.cue)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("It emerged that the safe was empty.", "that the safe was empty"),
        ("The safe was empty, it was confirmed on Friday.", "The safe was empty"),
        ("It was revealed in May that the safe was empty.", "that the safe was empty"),
        ("The safe is said to be empty.", "The safe … to be empty"),
        ("The allegation that the safe was empty is false.", "that the safe was empty"),
    ],
)
def test_agentless(text: str, content: str) -> None:
    found = only(text)
    assert found.form == "agentless"
    assert not found.source
    assert shown(text, found.content) == content


def test_what_was_asked() -> None:
    text = "Asked about the ducks, Fenn said, “They swim.”"
    assert read(text) == [("", "Asked", "the ducks"), ("Fenn", "said", "“They swim.”")]
    text = "Fenn asked the divers whether the lake was deep."
    assert read(text) == [("Fenn", "asked", "whether the lake was deep")]


def test_mixed_speech_keeps_the_whole_clause() -> None:
    text = "Boll said the lake was “a matter of pride” for the town."
    found = only(text)
    assert found.form == "mixed"
    assert shown(text, found.content) == "the lake was “a matter of pride” for the town"


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Boll met the divers and said the lake was deep.", "Boll", "the lake was deep"),
        ("Boll left the room, saying that the lake was deep.", "Boll", "that the lake was deep"),
        ("Boll said the lake was deep but admitted that it was cold.", "Boll", "that it was cold"),
    ],
)
def test_a_further_verb_has_the_subject_of_its_clause(text: str, source: str, content: str) -> None:
    assert (source, content) in [(s, t) for s, _, t in read(text)]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Boll said the lake was deep, adding that it was cold.", "the lake was deep"),
        ("Boll said the lake was deep, while Rask disagreed.", "the lake was deep"),
        ("While Boll said the lake was deep, the town built a pier.", "the lake was deep"),
        ("Boll said the lake was deep, but Rask said it was not.", "the lake was deep"),
    ],
)
def test_where_an_indirect_content_ends(text: str, ends: str) -> None:
    assert ends in [t for _, _, t in read(text)]


def test_a_report_within_a_report_is_found_as_well() -> None:
    text = "Clerk Ivo Dahl said the mayor had told him that the flag would fly."
    found = attributions(Text(text))
    contents = [shown(text, a.content) for a in found]
    assert contents == ["the mayor had told him that the flag would fly", "that the flag would fly"]
    assert found[1].confidence < found[0].confidence


def test_a_report_behind_a_report_takes_in_the_first() -> None:
    text = "Dahl told friends he would leave, the paper added."
    assert ("the paper", "added", "Dahl told friends he would leave") in read(text)
    assert all("the paper added" not in content for _, _, content in read(text))


def test_nothing_inside_a_quotation_is_told_twice() -> None:
    text = "“I think my uncle said it was a fox,” Rask said."
    assert read(text) == [("Rask", "said", "“I think my uncle said it was a fox,”")]


def test_paragraphs_of_nothing_but_quotation_inherit_their_speaker() -> None:
    text = "“The hens are well,” said Rask.\n\n“They lay on Sundays.”\n\nThe market opens at nine."
    found = only(text)
    assert found.inherited
    assert shown(text, found.content) == "“The hens are well,” … “They lay on Sundays.”"
    plain = only("“The hens are well,” said Rask.\n\nThe market opens at nine.")
    assert found.confidence < plain.confidence
    text = "Collector Pia Voss says the beach is full of glass.\n\n“I take nothing on Sundays.”"
    found = attributions(Text(text))[1]
    assert (found.inherited, shown(text, found.source)) == (True, "Collector Pia Voss")


def test_an_open_quotation_runs_on_to_the_speaker_of_the_next_paragraph() -> None:
    text = "“The swan had two wings.\n\n“Then came the storm,” said Lars Ebb."
    assert read(text) == [("Lars Ebb", "said", "“The swan had two wings. … “Then came the storm,”")]


def test_a_colon_at_the_end_of_a_paragraph_points_to_the_next() -> None:
    text = "The club wrote:\n\n“Bring boots. Bring soup.”\n\nIt rained."
    assert read(text) == [("The club", "wrote", "“Bring boots. Bring soup.”")]


def test_transcripts() -> None:
    text = "ROE: Is the lake cold?\n\nBOLL: It is very cold.\n\nROE: Did you swim?\n\nBOLL: Once, in May."
    assert [(s, t) for s, _, t in read(text)] == [
        ("ROE", "Is the lake cold"),
        ("BOLL", "It is very cold"),
        ("ROE", "Did you swim"),
        ("BOLL", "Once, in May"),
    ]


def test_signed_quotations() -> None:
    text = "“We need more benches.” — Karla Thun\n\n“We need fewer ducks.” — Sam Otter, 9"
    assert [(s, t) for s, _, t in read(text)] == [
        ("Karla Thun", "“We need more benches.”"),
        ("Sam Otter", "“We need fewer ducks.”"),
    ]


def test_a_headline_with_a_colon_is_not_sure() -> None:
    text = "Boll: the lake is deep enough\n\nThe town met on Monday."
    assert [(s, t) for s, _, t in read(text)] == [("Boll", "the lake is deep enough")]
    assert attributions(Text(text))[0].confidence < 0.85
    assert not read("Exclusive: the lake is deep enough\n\nThe town met on Monday.")


@pytest.mark.parametrize(
    "text",
    [
        "The vote was close in three swing states.",
        "The United States and Tarnia signed a treaty.",
        "The captain has the last say on the order.",
        "The news shows began at nine.",
        "Claims and complaints are on page four.",
        "The council met, and the duke himself has said nothing.",
        "The bus left at noon. The road was wet.",
        "The so-called “tower” is a shed.",
        "La maire a dit que le pont est fermé. « Non », a-t-elle répondu.",
        "Der Bürgermeister sagte, die Brücke sei sicher.",
    ],
)
def test_what_is_no_attribution(text: str) -> None:
    assert not [a for a in attributions(Text(text)) if a.confidence >= 0.5]


FRENCH = (
    "Maire : le pont est fermé\n\nLa maire a dit lundi que le pont est fermé. « Non », a-t-elle répondu aux "
    "journalistes. Selon la police, le pont est vieux. “Il est très vieux,” dit-elle, “et il est froid.”"
)
GERMAN = (
    "Bürgermeister: Die Brücke ist sicher\n\nDer Bürgermeister sagte am Montag, die Brücke sei sicher. „Nein“, "
    "sagte er. Laut Polizei ist die Brücke alt. “Sie ist alt”, sagte sie, “und kalt.” Der Rat tagt morgen früh."
)


@pytest.mark.parametrize("text", [FRENCH, GERMAN])
def test_another_language_gives_nothing(text: str) -> None:
    assert not attributions(Text(text))


def test_plain_finds_are_surer_than_loose_ones() -> None:
    sure = only("“The bridge is safe,” Mayor Ida Fenn said.")
    plain = only("Mayor Ida Fenn said that the bridge was safe in any weather.")
    loose = only("Mayor Ida Fenn praised the bridge.")
    assert sure.confidence >= 0.85 > loose.confidence
    assert sure.confidence > plain.confidence > loose.confidence


def test_classes_of_cues() -> None:
    for verb, wanted in {
        "said": "neutral",
        "insisted": "asserting",
        "claimed": "distancing",
        "admitted": "endorsing",
        "believed": "believing",
        "demanded": "wanting",
    }.items():
        assert only(f"Rask {verb} that the hens be fed.").cue_class == wanted


@pytest.mark.parametrize(
    ("verb", "wanted"),
    [
        ("admit", "admits admitted admitting"),
        ("deny", "denies denied denying"),
        ("urge", "urges urged urging"),
        ("quip", "quips quipped quipping"),
        ("murmur", "murmurs murmured murmuring"),
        ("answer", "answers answered answering"),
        ("agree", "agrees agreed agreeing"),
        ("stress", "stresses stressed stressing"),
        ("plan", "plans planned planning"),
        ("explain", "explains explained explaining"),
    ],
)
def test_forms_of_verbs(verb: str, wanted: str) -> None:
    made = forms(verb)
    assert f"{made['third']} {made['past']} {made['ing']}" == wanted


def test_lists_are_whole() -> None:
    verbs = [row[0] for row in table("cues")]
    assert len(verbs) == len(set(verbs))
    for name in ("cues", "report_nouns", "report_adjectives"):
        rows = table(name)
        assert {row[1] for row in rows} <= CLASSES
        assert all(len(row) >= 3 for row in rows)
    assert {"said", "says", "saying", "told", "according"} - set(cues()) == {"according"}
    assert all(0 < float(share) < 1 for _, share in table("attribution_rules"))


def check(text: str) -> None:
    found = attributions(Text(text))
    assert found == attributions(Text(text))
    assert [a.content[0][0] for a in found] == sorted(a.content[0][0] for a in found)
    for a in found:
        assert 0 < a.confidence < 1
        assert a.content
        for spans in (a.source, a.cue, a.content, a.via):
            assert all(0 <= b < e <= len(text) for b, e in spans)
        if not a.inherited and not a.rule.startswith(("headline", "turn")):
            for b, e in (*a.source, *a.cue):
                inside = [c for c in a.content if c[0] < e and b < c[1]]
                assert not inside or a.rule.startswith(("raising", "is-said")), (a.rule, text)


WORDS = re.split(
    " ",
    "said told Smith the a that “ ” \" '' , . ? : — he they who according to was is quoted as saying claim "
    "asked urged called it (R) 12 \n\n but and while in on Monday believes confident to plans said. ,” told”",
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_any_row_of_words_is_read(text: str) -> None:
    check(text)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    check(text)


@pytest.mark.parametrize("text", ["", " ", "said", "“", "”“", "''", "\u202eقال إن", "\x00\x01\ufffd", "a\n" * 50])
def test_odd_texts(text: str) -> None:
    check(text)


def test_resolving_nothing_gives_nothing() -> None:
    from generator.draft.attribution.page import Page

    assert resolved(Page(Text("")), []) == []


BRITISH = [
    ("Ana Reyes labelled the plan a waste of money.", "labelled"),
    ("Ana Reyes signalled that the pool would close in May.", "signalled"),
    ("Ana Reyes regretted the delay to the works.", "regretted"),
    ("The bridge is rumoured to be closed for a year.", "is rumoured"),
    ("Ana Reyes theorised that the hens had left on foot.", "theorised"),
]


@pytest.mark.parametrize(("text", "cue"), BRITISH)
def test_british_spellings_and_doubled_letters_are_known(text: str, cue: str) -> None:
    assert shown(text, only(text).cue) == cue


@pytest.mark.parametrize("mark", [".", "!", "?", "…"])
def test_a_row_of_marks_ends_a_sentence_only_where_white_space_follows(mark: str) -> None:
    row = mark * 60_000
    assert len(Text(f"Hens swim{row}x").sentences) == 1
    assert len(Text(f"Hens swim{row} They dive.").sentences) == 2
