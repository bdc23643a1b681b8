"""What a sheet asks twice or gives away itself."""

from generator.model.item import Choice, ChoiceAnswer, Grid, GridAnswer, Item, Option
from generator.stress.sheets import Found, as_asked, as_printed, flaws
from tests.stress.planted import choice, essay, item, options


def found(*items: Item, passages: str = "") -> list[str]:
    return [one.flaw for one in flaws(items, passages)]


def of_rows(name: str, *rows: str) -> Item:
    made = tuple(Option(id=f"{name}{n}", text=text) for n, text in enumerate(rows))
    answer = GridAnswer(cells={row.id: "o0" for row in made})
    return item(Grid(rows=made, columns=options(2)), answer, len(rows), name, stem="Tick.")


def test_items_that_differ_are_no_flaw() -> None:
    assert found(choice(3, 0, stem="Who?"), choice(3, 1, name="x/two", stem="When?")) == []


def test_the_same_question_in_another_order_is_the_same_question() -> None:
    one = choice(3, 0, stem="Who?")
    turned = Choice(options=tuple(reversed(options(3))))
    other = item(turned, ChoiceAnswer(option="o0"), name="x/two", stem="Who?")
    assert as_asked(one.question) == as_asked(other.question)
    assert as_printed(one.question) != as_printed(other.question)
    assert found(one, other) == ["twice"]


def test_a_row_may_stand_only_once() -> None:
    assert found(of_rows("a", "It rained.", "It snowed."), of_rows("b", "It rained", "It froze.")) == ["row-twice"]
    assert found(of_rows("a", "It rained.", "it rained")) == ["row-twice"]


def test_facts_that_one_item_asks_and_another_tells() -> None:
    one, other = choice(3, 0, asks=["claim:x:relation"]), choice(4, 0, name="x/two", tells=["claim:x:relation"])
    assert flaws([one, other], "") == [Found("clash", ("x/one", "x/two"), "claim:x:relation")]


def told(stem: str, *wrong: str) -> list[Item]:
    """An item whose key is a sentence, and one that prints `stem`."""
    texts = ("A neighbour saw the boat sink slowly.", *wrong)
    made = tuple(Option(id=f"o{n}", text=text) for n, text in enumerate(texts))
    return [item(Choice(options=made), ChoiceAnswer(option="o0")), choice(3, 0, name="x/two", stem=stem)]


def test_an_answer_printed_in_another_question() -> None:
    leak = "Explain: a neighbour saw the boat sink slowly. Why?"
    assert found(*told(leak, "Nobody saw how the boat went down.")) == ["printed"]
    assert found(
        essay("It was only a guess by one neighbour."), choice(2, 0, stem="It was only a guess by one neighbour")
    ) == ["printed"]


def test_what_everybody_can_read_gives_nothing_away() -> None:
    leak = "Explain: a neighbour saw the boat sink slowly. Why?"
    wrong = "Nobody saw how the boat went down."
    assert found(*told(leak, wrong), passages="a neighbour saw the boat sink slowly") == []
    assert found(*told(f"{leak} Or: nobody saw how the boat went down?", wrong)) == []
    assert found(*told("The neighbour rowed.", wrong)) == []
    assert found(choice(3, 0), choice(3, 0, name="x/two", stem="o number 0")) == []
