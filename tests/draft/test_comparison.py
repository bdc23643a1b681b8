"""The comparison of two whole reports: planted changes are found, and nothing is made up. All invented."""

import datetime
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.draft.annotate import annotate
from generator.draft.compared import Comparison, Difference, SharedOrigin
from generator.draft.comparison import compare
from generator.draft.text import Text

FERRY = """The ferry Orlanda ran aground off Tessel Point on Monday with 84 people on board, the coastguard said.

“We saw the rocks only when it was far too late to turn,” Captain Rhea Voss said, who blamed a faulty compass.

Mayor Tobin Ashe opened the town hall in Wexcombe for 60 passengers, who spent the night there.

The company will pay $2 million to mend the ship. It bought the Orlanda in 2011 from a Danish owner."""

OTHER_FERRY = """With 84 people aboard, the Orlanda hit rocks off Tessel Point on Monday, said the coastguard.

“We saw the rocks only when it was far too late to turn,” said Captain Rhea Voss. “My compass was faulty.”

In Wexcombe, Mayor Tobin Ashe let 60 passengers spend the night in the town hall.

Divers will look at the hull in spring, when the water is warmer and the currents are weaker."""

CIRCUS = """The Bellamy Circus opens its winter season in Dunmore with two new acrobats.

Tickets cost less than last year, said its director, Greta Lund. Children under six pay nothing.

The circus came to the town for the first time in 1998 and has 40 horses."""


def compared(one: str, other: str) -> Comparison:
    a, b = Text(one), Text(other)
    return compare(a, b, annotate(a), annotate(b))


def details(found: Comparison) -> list[Difference]:
    return [d for pair in found.pairs for d in pair.differences if d.slot != "certainty"]


def printed(text: str, span: tuple[int, int] | None) -> str:
    return "" if span is None else text[span[0] : span[1]]


def test_reports_that_agree_have_no_differences_of_detail() -> None:
    found = compared(FERRY, OTHER_FERRY)
    assert found.related > 0.9
    assert not found.same_text
    assert details(found) == []
    assert {pair.verdict for pair in found.pairs} <= {
        "agree",
        "other-words",
        "not-comparable",
        "differ-in-certainty",
    }
    assert len(found.pairs) >= 3


CHANGES = [
    ("number", "84 people", "96 people"),
    ("number", "60 passengers", "16 passengers"),
    ("date", "Monday", "Wednesday"),
    ("name", "Rhea Voss", "Rhea Harker"),
    ("name", "Tobin Ashe", "Tobin Grell"),
    ("title", "Mayor", "Governor"),
    ("title", "Captain", "Admiral"),
]


@pytest.mark.parametrize(("slot", "old", "new"), CHANGES)
@pytest.mark.parametrize("copy", [True, False], ids=["same words", "other words"])
def test_a_planted_change_is_found_and_nothing_else(slot: str, old: str, new: str, copy: bool) -> None:
    changed = (FERRY if copy else OTHER_FERRY).replace(old, new)
    found = details(compared(FERRY, changed))
    assert [d.slot for d in found] == [slot]
    assert printed(changed, found[0].b) in new
    assert printed(FERRY, found[0].a) in old
    assert found[0].confidence >= 0.5


PAIRS = [
    (
        "Two miners died in a blast at the Corrow pit on Monday.",
        "A blast killed three miners at Corrow on Monday.",
        "number",
    ),
    ("Police arrested 17 protesters on Friday night.", "Police detained 17 protesters on Saturday night.", "date"),
    ("The fire burned the Palace cinema down in 1987.", "The Palace cinema burned down in 1989.", "date"),
    ("The bill was signed by Governor Sela Orme.", "Mayor Sela Orme signed the bill.", "title"),
    ("The work cost at least 300 workers their jobs.", "The work cost at least 500 workers their jobs.", "number"),
    ("He was jailed for four years by Judge Maud Ferris.", "Judge Maud Ferris jailed him for four years.", None),
    ("About 5,000 homes in Hallow lost power.", "Power failed in 5,120 homes in Hallow.", None),
    ("The plant cost 1.2 million euros.", "The plant cost 1,213,000 euros.", None),
    ("More than 40 boats sank in the harbour.", "46 boats sank in the harbour.", None),
    ("A vote of 9 to 4 closed the school.", "The school was closed by 9 votes to 4.", None),
    ("Mr Ashe, the mayor of Ellerby, resigned.", "Mayor Ashe of Ellerby resigned.", None),
    (
        "The F.B.I. searched the Kestrel offices in Dunmore.",
        "The FBI searched the Kestrel offices in Dunmore.",
        None,
    ),
    (
        "The shop shut at 5:30 after the flood in Corrow.",
        "The shop in Corrow shut at 17:30 after the flood.",
        None,
    ),
]


@pytest.mark.parametrize(("one", "other", "slot"), PAIRS)
def test_what_excludes_one_another_and_what_does_not(one: str, other: str, slot: str | None) -> None:
    assert [d.slot for d in details(compared(one, other))] == ([slot] if slot else [])


REWORDED = [
    # another given name before one surname, where all else is alike
    (
        "name",
        "Lotte",
        "Greta",
        "Baker Lotte Finch will open a shop in Harrow Lane.",
        "A shop in Harrow Lane will be opened by baker Greta Finch.",
    ),
    (
        "name",
        "Owen",
        "Ivan",
        "“The bells will stay,” said vicar Owen Tarr.",
        "Vicar Ivan Tarr said: “The bells will stay.”",
    ),
    # a title of which only the words are known
    (
        "title",
        "Duke",
        "Count",
        "Duke Aldo of Ferren opened the exhibition.",
        "The exhibition was opened by Count Aldo of Ferren.",
    ),
    (
        "title",
        "Deacon",
        "Imam",
        "Deacon Rolf Sander thanked the singers.",
        "The singers were thanked by Imam Rolf Sander.",
    ),
    # a town, a street: behind a word for a point, or with one word of several
    (
        "place",
        "Corrow",
        "Hallow",
        "A lorry lost its apples near Corrow on Monday.",
        "On Monday a lorry lost its apples near Hallow.",
    ),
    (
        "place",
        "Mill Row",
        "Dyke Row",
        "The new school will be built at Mill Row.",
        "At Dyke Row the new school will be built.",
    ),
    # ordinals, and one figure of a thing
    (
        "number",
        "third",
        "fifth",
        "A pipe on the third floor burst at night.",
        "At night a pipe on the fifth floor burst.",
    ),
    (
        "number",
        "third",
        "4th",
        "Rhea Voss came third in the race on Sunday.",
        "On Sunday Rhea Voss came 4th in the race.",
    ),
    (
        "number",
        "340",
        "430",
        "The storm cut down 340 trees in the park.",
        "In the park, 430 trees were felled by the storm.",
    ),
    (
        "number",
        "300 years old",
        "500 years old",
        "The oak at Corrow is 300 years old.",
        "The oak at Corrow is 500 years old, Rhea Voss said.",
    ),
    (
        "number",
        "52",
        "57",
        "The raft, with 52 people on board, drifted past Tessel Point.",
        "With 57 passengers on board, the raft drifted past Tessel Point.",
    ),
    # one day of the month and another
    (
        "date",
        "July 4",
        "July 14",
        "Governor Sela Orme will visit on July 4.",
        "On July 14, Governor Sela Orme will visit.",
    ),
    # short sentences that say little
    (
        "number",
        "eleven",
        "thirteen",
        "“We are at eleven by now,” he said.",
        "“We are at thirteen by now,” he said.",
    ),
]


@pytest.mark.parametrize(("slot", "old", "new", "one", "other"), REWORDED)
def test_one_thing_that_differs_in_a_sentence_told_again(
    slot: str, old: str, new: str, one: str, other: str
) -> None:
    frame = FERRY, OTHER_FERRY
    a, b = f"{one}\n\n{frame[0]}", f"{other}\n\n{frame[1]}"
    found = details(compared(a, b))
    assert len(found) == 1
    assert found[0].slot in ({"name", "place"} if slot in ("name", "place") else {slot})
    assert printed(a, found[0].a) in one
    assert old in one
    assert printed(a, found[0].a) in old or old in printed(a, found[0].a)
    assert printed(b, found[0].b) in new or new in printed(b, found[0].b)


NO_DIFFERENCE = [
    # an ordinal in two spellings
    ("The fire broke out on the third floor on Monday.", "On Monday a fire broke out on the 3rd floor."),
    # a share and a count; a whole and its part
    ("Half of the 40 pupils were ill on Friday.", "Twenty of the 40 pupils were ill on Friday."),
    ("Two women and a man were hurt when the roof fell.", "Three people were hurt when the roof fell."),
    # one office in two forms, a party or country before a title
    ("Sen. Iris Vane voted against the new law.", "The new law was voted against by Senator Iris Vane."),
    ("Norland Gov. Sela Orme signed the bill on Monday.", "On Monday Liberal Gov. Sela Orme signed the bill."),
    # a country and its town
    (
        "A bank in Norland was hit by a bomb, which hurt three.",
        "A bomb attack on a bank in Corrow left three hurt.",
    ),
    # relatives whom both reports know
    ("Anna Pell praised her brother, Tom Pell, for the cake.", "Tom Pell was praised by Anna Pell for the cake."),
]


@pytest.mark.parametrize(("one", "other"), NO_DIFFERENCE)
def test_what_is_told_in_other_words_is_no_difference(one: str, other: str) -> None:
    a, b = f"{one}\n\n{FERRY}", f"{other}\n\n{OTHER_FERRY}"
    assert details(compared(a, b)) == []


@pytest.mark.parametrize(
    ("one", "other", "named"),
    [
        ("Nobody was hurt, the news agency Tessera reported.", "According to Tessera, nobody was hurt.", True),
        ("Nobody was hurt, the Tessera agency reported.", "Nobody was hurt, reports the agency Tessera.", True),
        (
            "Nobody was hurt, the space agency Tessera said.",
            "Nobody was hurt, said the space agency Tessera.",
            False,
        ),
        ("Nobody was hurt, Tessera reported.", "According to Tessera, nobody was hurt.", False),
    ],
)
def test_an_agency_is_one_where_a_report_says_so(one: str, other: str, named: bool) -> None:
    found = compared(f"{FERRY}\n\n{one}", f"{OTHER_FERRY}\n\n{other}")
    assert [o.name for o in found.origins if o.kind == "agency"] == (["Tessera"] if named else [])


@pytest.mark.parametrize(
    ("one", "other", "speaker"),
    [
        (
            "“It brakes for cats,” the tram company said.",
            "The tram company said: “It brakes for cats.”",
            "company",
        ),
        (
            "“It brakes for cats,” said its driver, Ann Rill.",
            "Driver Ann Rill said: “It brakes for cats.”",
            "Rill",
        ),
        ("“It brakes for cats,” said driver Ann Rill.", "“It brakes for cats,” said driver Tom Pell.", ""),
        ("“It brakes,” said driver Ann Rill.", "“It brakes,” said driver Ann Rill again.", ""),
    ],
)
def test_a_short_quotation_in_both_reports_shows_its_speaker(one: str, other: str, speaker: str) -> None:
    found = compared(f"{one}\n\n{FERRY}", f"{other}\n\n{OTHER_FERRY}")
    names = [o.name for o in found.origins if o.kind == "speaker" and "Voss" not in o.name]
    assert [name.split()[-1] for name in names] == ([speaker] if speaker else [])


APART = [
    # the same unit, another thing
    ("The strike closed nine mines in Corrow.", "Two mines in Corrow opened again in August after the strike."),
    # ages of two people
    ("Lena Marsh, 43, of Ford Lane was arrested after the fire.", "Ivo Renn, 19, of Ford Lane died in the fire."),
    # the day of speaking and the day of the act
    ("Voss resigned on Monday.", "“I wish her well,” Tobin Ashe said of Voss on Thursday."),
    # two people of one family
    (
        "Asa Quill signed the bill in Corrow, a state of farmers.",
        "Seth Quill asked his father not to sign the bill in Corrow.",
    ),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_figures_and_days_of_different_things_are_no_difference(one: str, other: str) -> None:
    assert details(compared(one, other)) == []


def test_two_forms_of_a_name_are_a_detail_and_no_conflict() -> None:
    found = compared(
        "The head of the harbour board, Karim Reza, said the talks on the new pier had begun again.",
        "Talks on the new pier have begun again, Karim Reza el-Hadi, the chairman of the harbour board, said.",
    )
    assert [(d.slot, d.rule) for d in details(found)] == [("name", "name-part")]
    assert found.pairs[0].verdict == "differ-in-detail"


def test_times_are_held_against_the_day_of_each_report() -> None:
    a, b = Text("The bridge in Corrow was shut on Monday."), Text("The bridge in Corrow was shut yesterday.")
    days = {name: datetime.date(2025, 3, day) for name, day in (("monday", 3), ("tuesday", 4), ("wednesday", 5))}
    in_a, in_b = annotate(a), annotate(b)
    same = compare(a, b, in_a, in_b, (days["tuesday"], days["tuesday"]))
    other = compare(a, b, in_a, in_b, (days["tuesday"], days["wednesday"]))
    assert details(same) == []
    assert [d.slot for d in details(other)] == ["date"]


def test_alleged_here_and_confirmed_there() -> None:
    one = FERRY + "\n\nThe talks were broken off after alleged Norland raids on the islands, officials said."
    other = (
        OTHER_FERRY
        + "\n\nThe summer saw many drone attacks that were later confirmed to be Norland raids on the islands."
    )
    found = [d for pair in compared(one, other).pairs for d in pair.differences if d.slot == "certainty"]
    assert ("alleged", "confirmed") in {(printed(one, d.a), printed(other, d.b)) for d in found}


def test_two_events_are_not_compared() -> None:
    found = compared(FERRY, CIRCUS)
    assert found == Comparison(related=found.related)
    assert found.related < 0.1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Fire destroys the Palace cinema in Wexcombe. Ten people were hurt.",
            "Fire damages a warehouse in Port Ainslie. Two people died.",
        ),
        ("The Herons beat the Otters 3-1 in the final on Sunday.", "The Badgers beat the Larks 5-0 on Sunday."),
        ("Maud Ferris checks into the Linden clinic.", "Singer Tobin Ashe checks into a clinic in Corrow."),
    ],
)
def test_like_events_are_not_one(one: str, other: str) -> None:
    found = compared(one, other)
    assert found == Comparison(related=found.related)
    assert found.related < 0.2


def test_of_another_language_only_shared_words_are_told() -> None:
    one = "Der Fluss steigt weiter, sagte der Bürgermeister am Montag in Unterbach den Leuten vom Radio."
    other = "Der Fluss steigt nicht weiter, sagte der Bürgermeister am Dienstag in Unterbach den Leuten vom Radio."
    found = compared(one, other)
    assert found.pairs == ()
    assert found.only == ()


def test_an_article_and_itself_in_another_layout() -> None:
    found = compared(FERRY, FERRY.replace("\n\n", "\n").replace("“", '"').replace("”", '"'))
    assert found.same_text
    assert found.related == 1.0
    assert details(found) == []
    assert all(pair.verdict == "agree" for pair in found.pairs)
    assert not found.only


def test_shared_words_and_where_they_come_from() -> None:
    one = (
        FERRY
        + "\n\nThe oldest lighthouse on the northern coast was built by hand in nine years. Reuters was first."
    )
    other = (
        OTHER_FERRY
        + "\n\nThe oldest lighthouse on the northern coast was built by hand in nine years, Reuters wrote."
    )
    found = compared(one, other)
    runs = {printed(one, run.a)[:20]: run for run in found.wording}
    assert not runs["The oldest lighthous"].quoted
    assert runs["The oldest lighthous"].words >= 14
    assert runs["We saw the rocks onl"].quoted
    kinds = {origin.kind: origin for origin in found.origins}
    assert isinstance(kinds["agency"], SharedOrigin)
    assert kinds["agency"].name == "Reuters"
    assert "wording" in kinds


def test_a_sentence_that_only_one_report_has() -> None:
    found = {
        (o.report, printed((FERRY, OTHER_FERRY)[o.report], o.span)[:16]) for o in compared(FERRY, OTHER_FERRY).only
    }
    assert (1, "Divers will look") in found
    assert not {start for _, start in found} & {"The ferry Orland", "With 84 people o", "Mayor Tobin Ashe"}


@pytest.mark.parametrize(
    "text",
    ["", " ", "A", "é\u0000\ud7ff", "Monday. " * 3000, "הספינה עלתה על שרטון", "“" * 400, "(((( 12 of 14 ))))"],
)
def test_any_text_gives_a_comparison(text: str) -> None:
    for one, other in ((text, FERRY), (FERRY, text), (text, text)):
        assert isinstance(compared(one, other), Comparison)


PIECES = [
    *FERRY.replace("\n\n", " ").split(". "),
    *OTHER_FERRY.replace("\n\n", " ").split(". "),
    *CIRCUS.split(". "),
    "12 3 %",
    "“no",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=6).map(". ".join)


@given(TEXTS, TEXTS)
@settings(max_examples=60, deadline=None)
def test_what_is_found_lies_in_its_report_and_comes_again(one: str, other: str) -> None:
    found = compared(one, other)
    assert found == compared(one, other)
    places = [(pair.a_span, pair.b_span) for pair in found.pairs]
    places += [(run.a, run.b) for run in found.wording]
    places += [(origin.a, origin.b) for origin in found.origins]
    for a, b in places:
        assert 0 <= a[0] < a[1] <= len(one)
        assert 0 <= b[0] < b[1] <= len(other)
    for pair, d in ((p, d) for p in found.pairs for d in p.differences):
        assert d.a is not None or d.b is not None
        for span, whole in ((d.a, pair.a_span), (d.b, pair.b_span)):
            assert span is None or (whole[0] <= span[0] < span[1] <= whole[1])
        assert 0 < d.confidence <= 1
    assert [(p.a, p.b) for p in found.pairs] == sorted({(p.a, p.b) for p in found.pairs})
    assert 0 <= found.related <= 1


@given(TEXTS, TEXTS)
@settings(max_examples=40, deadline=None)
def test_which_report_comes_first_does_not_matter(one: str, other: str) -> None:
    def facts(found: Comparison, turned: bool) -> set[tuple[object, ...]]:
        return {(d.slot, *((d.b, d.a) if turned else (d.a, d.b))) for d in details(found)}

    assert facts(compared(one, other), False) == facts(compared(other, one), True)


@given(st.sampled_from([FERRY, OTHER_FERRY, CIRCUS]))
def test_a_report_does_not_differ_from_itself(text: str) -> None:
    found = compared(text, text)
    assert found.same_text
    assert details(found) == []
    assert not found.only


def test_all_changes_at_once() -> None:
    changes = [change for change in CHANGES if change[0] != "title"]
    changed = FERRY
    for _, old, new in changes:
        changed = changed.replace(old, new)
    found = details(compared(FERRY, changed))
    assert sorted(d.slot for d in found) == sorted(slot for slot, _, _ in changes)
    assert all(x.b != y.b for x, y in itertools.combinations(found, 2))
