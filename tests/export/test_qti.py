"""QTI 2.1 and 3.0: what is exported is read back whole, and marked as the program itself marks."""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from typing import Any

import pytest

from generator.export import qti3, qti21
from generator.export.carrier import Carrier
from generator.export.exported import Export
from generator.export.folded_forms import grammar_of
from generator.export.texts import plain
from generator.export.typed import pattern
from generator.export.xml_tree import package as zipped
from generator.mark import folded, full_response, mark
from generator.model.item import (
    Choice,
    ExtendedText,
    Grid,
    KeyEntry,
    Match,
    MultiChoice,
    Order,
    Question,
    ShortText,
    TextSelection,
)
from tests.export.completeness import Found, falsely_lost, missing, report_words, words_of
from tests.export.forms import Form, all_forms, lessons, of_lesson, say
from tests.export.qti_reader import Interaction, ReadItem, ReadPackage, matches, read
from tests.export.qti_rules import problems
from tests.export.tries import from_list, item_of, tries

MAKERS = {"qti21": qti21.make, "qti3": qti3.make}


@cache
def made(target: str, form: str) -> tuple[Export, ReadPackage]:
    sheet, key = next((f.sheet, f.key) for f in all_forms() if f.name == form)
    export = MAKERS[target](sheet, key, say(sheet.language))
    return export, read(export.data)


def each(target: str, lesson: str) -> list[tuple[Form, Export, ReadPackage]]:
    return [(form, *made(target, form.name)) for form in of_lesson(lesson)]


def item(package: ReadPackage, form: Form, id_: str) -> ReadItem:
    return package.items[f"{form.name}-{id_}"]


@pytest.fixture(params=MAKERS)
def target(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.parametrize("lesson", lessons())
def test_packages_keep_the_rules_of_the_standard(target: str, lesson: str) -> None:
    for form, export, _ in each(target, lesson):
        assert problems(export.data) == [], form.name


def found_in(form: Form, package: ReadPackage) -> Found:
    """The words of the files by what they belong to."""
    found = Found()
    ids = {f"{form.name}-{q.id}": q.id for q in form.sheet.items}
    for path, data in package.files.items():
        told = words_of(data.decode())
        name = path.rpartition("/")[2].removesuffix(".xml")
        found.add(ids.get(name, ""), told)
        if name in ids:
            found.add(ids[name], package.items[name].title)
    near = " ".join(package.stimuli.values()) or next(iter(package.items.values())).body
    for passage in form.sheet.passages:
        found.add(passage.label, near)
    found.add("", *(package.test.get("title", ""), *(s.get("title", "") for s in package.test.iter())))
    return found


@pytest.mark.parametrize("lesson", lessons())
def test_every_word_is_there_or_reported(target: str, lesson: str) -> None:
    for form, export, package in each(target, lesson):
        found, words = found_in(form, package), say(form.sheet.language)
        assert missing(form, found, export.losses, words) == [], form.name
        assert falsely_lost(form, found, export.losses, words) == [], form.name
        assert all(report_words(form.sheet.language, export.losses).values())


def squeezed(text: str) -> str:
    """Text without tags, signs for bold and spaces."""
    return re.sub(r"\s|\*\*", "", unescape(re.sub(r"<[^>]+>", " ", text)))


@pytest.mark.parametrize("lesson", lessons())
def test_every_item_holds_its_own_question_and_key(target: str, lesson: str) -> None:
    for form, _, package in each(target, lesson):
        assert package.order == [f"{form.name}-{q.id}" for q in form.sheet.items]
        for question, entry in form.items():
            found = item(package, form, question.id)
            assert found.points == question.points
            for text in (question.prompt, question.stem, *question.hints, *(e.text for e in question.extracts)):
                assert squeezed(text) in squeezed(found.body)
            assert_same_choices(question, found.interactions)
            for quote in (e.quote for e in entry.evidence):
                assert squeezed(quote) in squeezed(found.feedback["general"])
            for text in (entry.brief, entry.marking, *(level.names for level in entry.rubric)):
                assert squeezed(text) in squeezed(found.scorer if found.by_hand else found.feedback["general"])
            for option, why in entry.misreadings.items():
                told = found.feedback.get(option, found.feedback["general"])
                assert squeezed(why) in squeezed(told)


@pytest.mark.parametrize("lesson", lessons())
def test_every_item_has_the_reports_at_hand(target: str, lesson: str) -> None:
    for form, _, package in each(target, lesson):
        for found in package.items.values():
            near = squeezed(found.body + " ".join(package.stimuli.values()))
            for passage in form.sheet.passages:
                assert all(squeezed(line.text) in near for line in passage.lines)


def assert_same_choices(question: Question, found: list[Interaction]) -> None:
    """The same options in the same order, under their own ids."""
    response = question.response
    kinds = {interaction.kind for interaction in found}
    if isinstance(response, Choice | MultiChoice | Order):
        assert kinds == {"orderInteraction" if isinstance(response, Order) else "choiceInteraction"}
        assert list(found[0].choices[0].items()) == [(o.id, plain(o.text)) for o in response.options]
        assert found[0].shuffle == "false"
    elif isinstance(response, Match | Grid):
        assert kinds == {"matchInteraction"}
        columns = response.options if isinstance(response, Match) else response.columns
        assert [list(c.items()) for c in found[0].choices] == [
            [(o.id, plain(o.text)) for o in response.rows],
            [(o.id, plain(o.text)) for o in columns],
        ]
    elif isinstance(response, ShortText):
        assert kinds in ({"textEntryInteraction"}, {"inlineChoiceInteraction"})
        assert len(found) == len(response.blanks)
        if kinds == {"inlineChoiceInteraction"}:
            assert all(list(i.choices[0].values()) == [plain(word) for word in response.bank] for i in found)
    elif isinstance(response, ExtendedText):
        assert kinds == {"extendedTextInteraction"}
    elif isinstance(response, TextSelection):
        assert kinds == {"hottextInteraction"}
        assert len(found) == len(response.marks)


# -- marking ---------------------------------------------------------------------------------------


def given_as(question: Question, found: ReadItem, given: object) -> dict[str, object]:
    """A response in the program's shape as a platform would send it."""
    response = question.response
    if not given:
        return {}
    if isinstance(response, Choice):
        return {"RESPONSE": given}
    if isinstance(response, MultiChoice):
        assert isinstance(given, list)
        return {"RESPONSE": given if response.choose != 1 else given[0]}
    if isinstance(response, Match | Grid):
        assert isinstance(given, dict)
        return {"RESPONSE": [f"{row} {option}" for row, option in given.items()]}
    if isinstance(response, Order):
        assert isinstance(given, list)
        return {"RESPONSE": tuple(given)}
    assert isinstance(response, ShortText)
    assert isinstance(given, dict)
    out = {}
    for blank, interaction in zip(response.blanks, found.interactions, strict=True):
        text = given.get(blank.id)
        if text and interaction.kind == "inlineChoiceInteraction":
            text = next(id_ for id_, word in interaction.choices[0].items() if word == plain(text))
        out[interaction.response] = text
    return out


def by_machine(form: Form, package: ReadPackage) -> list[tuple[Question, KeyEntry, ReadItem]]:
    found = [(q, e, item(package, form, q.id)) for q, e in form.items()]
    return [(q, e, i) for q, e, i in found if not i.by_hand]


def answers(question: Question, entry: KeyEntry, found: ReadItem) -> Iterator[Any]:
    """Responses to try; the first is right in every part."""
    menus = any(i.kind == "inlineChoiceInteraction" for i in found.interactions)
    return from_list(question, entry) if menus else tries(question, entry)


@pytest.mark.parametrize("lesson", lessons())
def test_every_response_is_marked_as_the_program_marks_it(target: str, lesson: str) -> None:
    for form, _, package in each(target, lesson):
        grammar = grammar_of(form.sheet.language)
        machine = by_machine(form, package)
        assert machine
        for question, entry, found in machine:
            assert found.score({})[0] == 0
            for n, given in enumerate(answers(question, entry, found)):
                score = found.score(given_as(question, found, given))[0]
                assert score == mark(item_of(question, entry), given, grammar), (found.identifier, given)
                assert n or score == question.points


@pytest.mark.parametrize("lesson", lessons())
def test_the_right_values_of_the_file_earn_full_marks(target: str, lesson: str) -> None:
    """What platforms show as the right answer is one, also where the rules of marking are not read."""
    for form, _, package in each(target, lesson):
        for question, entry, found in by_machine(form, package):
            told: dict[str, Any] = dict(found.correct)
            for interaction in found.interactions:
                if interaction.kind == "orderInteraction":
                    told[interaction.response] = tuple(told[interaction.response])
                elif len(told[interaction.response]) == 1 and interaction.kind != "matchInteraction":
                    several = isinstance(question.response, MultiChoice) and question.response.choose != 1
                    told[interaction.response] = told[interaction.response][0] if not several else told["RESPONSE"]
            assert found.score(told)[0] == question.points, found.identifier
            if not isinstance(question.response, ShortText):
                assert given_as(question, found, full_response(item_of(question, entry))) == told


@pytest.mark.parametrize("lesson", lessons())
def test_a_wrong_option_is_told_its_misreading(target: str, lesson: str) -> None:
    for form, _, package in each(target, lesson):
        for question, entry, found in by_machine(form, package):
            if isinstance(question.response, Choice):
                for option in question.response.options:
                    shown = found.score({"RESPONSE": option.id})[1]
                    told = " ".join(found.feedback[name] for name in shown if name in found.feedback)
                    others_ = [why for id_, why in entry.misreadings.items() if id_ != option.id]
                    assert squeezed(entry.misreadings.get(option.id, "")) in squeezed(told)
                    assert not any(squeezed(why) in squeezed(told) for why in others_ if why not in told)


@pytest.mark.parametrize("lesson", lessons())
def test_what_a_person_must_judge_is_left_to_one(target: str, lesson: str) -> None:
    """Sentences, marked words and open lists of answers get no score from a machine, and the report says so."""
    for form, export, package in each(target, lesson):
        told = {loss.item for loss in export.losses if loss.why == "by-hand"}
        for question, entry in form.items():
            found = item(package, form, question.id)
            if isinstance(question.response, TextSelection | ExtendedText):
                assert found.by_hand
            if isinstance(question.response, ShortText) and entry.accept:
                menus = all(i.kind == "inlineChoiceInteraction" for i in found.interactions)
                assert found.by_hand or menus
            if found.by_hand:
                # A platform that ignores the rules of marking must find no single answer to mark by.
                assert found.correct == {}
            assert (question.id in told) == (found.by_hand and not isinstance(question.response, ExtendedText))


@pytest.mark.parametrize("lesson", lessons())
def test_students_find_no_key_in_what_they_answer(target: str, lesson: str) -> None:
    """What is shown before the answer holds nothing of the key, except for scorers where a person marks."""
    for form, _, package in each(target, lesson):
        for question, entry in form.items():
            found = item(package, form, question.id)
            assert bool(found.scorer) == found.by_hand
            shown = (
                squeezed(found.body).replace(squeezed(found.scorer), "") if found.scorer else squeezed(found.body)
            )
            shown += squeezed(" ".join([*package.stimuli.values(), *package.test.itertext()]))
            for text in (entry.rationale, entry.marking, *entry.accept, *(level.names for level in entry.rubric)):
                assert len(text) < 25 or squeezed(text) not in shown, (found.identifier, text)


def test_words_to_mark_can_all_be_chosen_alike(target: str) -> None:
    """Every word of the lines can be chosen, so nothing shows which belong to the key."""
    seen = 0
    for form in all_forms():
        for question in form.sheet.items:
            if isinstance(question.response, TextSelection):
                passage = next(p for p in form.sheet.passages if p.label == question.response.passage)
                first, last = question.response.lines
                text = " ".join(line.text for line in passage.lines if first <= line.n <= last)
                for interaction in item(made(target, form.name)[1], form, question.id).interactions:
                    assert list(interaction.choices[0].values()) == text.split()
                    for id_, word in interaction.choices[0].items():
                        start = int(id_.rpartition("-")[2])
                        line = max((x for x in passage.lines if x.start <= start), key=lambda x: x.start)
                        assert line.text[start - line.start :].startswith(word)
                    seen += 1
    assert seen


@pytest.mark.parametrize("language", ["en", "es"])
def test_patterns_fit_what_folds_to_the_answer_and_nothing_else(language: str) -> None:
    grammar = grammar_of(language)
    texts = {
        folded(text, grammar)
        for form in all_forms()
        if form.sheet.language == language
        for entry in form.key.items
        if entry.answer.kind == "short-text"
        for known in entry.answer.blanks.values()
        for text in (known.model, *known.accept)
    }
    texts |= {"?", "the answer", "3-4", "it's", "a", "x [y] (z)", "$5.00 + 1", "back\\slash", "el pozo"}
    texts = {folded(text, grammar) for text in sorted(texts)[:150]} | {"?", "a"}
    tried = {w for text in texts for w in ways(text)} | {"", " ", ".", "??", "the", "a a", "the the well"}
    for text in texts:
        told = pattern(text, grammar)
        for given in tried | set(ways(text)):
            if given:
                assert matches(told, given) == (folded(given, grammar) == text), (text, given, told)


def ways(text: str) -> list[str]:
    return [
        text,
        text.upper(),
        f"The {text}",
        f"un  {text}",
        f" “{text}”. ",
        f"({text})",
        text.replace("-", "–").replace("'", "’"),
        text.replace(" ", "\u00a0 "),
        f"the a {text}",
        f"{text}s",
    ]


# -- package ---------------------------------------------------------------------------------------


def test_the_same_form_gives_the_same_bytes_and_no_title_changes_a_name(target: str) -> None:
    form = of_lesson(lessons()[0])[0]
    once = MAKERS[target](form.sheet, form.key, say("en"))
    assert once.data == MAKERS[target](form.sheet, form.key, say("en")).data
    reworded = form.sheet.model_copy(update={"title": "Another title", "form_id": "other"})
    names = set(read(MAKERS[target](reworded, form.key, say("en")).data).items)
    assert names == set(read(once.data).items)


def test_forms_do_not_overwrite_each_other(target: str) -> None:
    names = [name for form in all_forms() for name in made(target, form.name)[1].items]
    assert len(names) == len(set(names))


def test_what_an_exporter_does_not_take_is_reported(target: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The report cannot be forgotten: a feature that nobody takes shows up by itself."""
    form = next(f for f in all_forms() if any(q.hints for q in f.sheet.items))
    before = MAKERS[target](form.sheet, form.key, say("en"))
    take = Carrier.take

    def forgetful(self: Carrier, item: str, feature: Any, part: str = "", *, changed: str | None = None) -> str:
        return "" if feature == "hint" else take(self, item, feature, part, changed=changed)

    monkeypatch.setattr(Carrier, "take", forgetful)
    after = MAKERS[target](form.sheet, form.key, say("en"))
    lost = {loss.item for loss in after.losses if loss.feature == "hint"}
    assert lost == {q.id for q in form.sheet.items if q.hints}
    assert not any(loss.feature == "hint" for loss in before.losses)
    found = found_in(form, read(after.data))
    assert missing(form, found, before.losses, say("en"))
    assert missing(form, found, after.losses, say("en")) == []


def test_the_report_has_words_for_everything(target: str) -> None:
    for form in all_forms():
        report = made(target, form.name)[0].report(say(form.sheet.language))
        assert form.sheet.form_id in report
        assert "{" not in report


# -- the checker itself ----------------------------------------------------------------------------

SPOILT = {
    "a file is gone": ("items/.*choice", None, None),
    "a choice has another name": ("items", r'(<(?:qti-simple-choice|simpleChoice) identifier=")', r"\1x"),
    "a key names another choice": ("items", r'(ap(?:-k|K)ey="o)', r"\1x"),
    "the score is not declared": ("items", 'identifier="SCORE" cardinality', 'identifier="POINTS" cardinality'),
    "the wrong cardinality": (
        "items",
        'cardinality="multiple" (base-?[tT]ype)="directedPair"',
        r'cardinality="ordered" \1="directedPair"',
    ),
    "the wrong base type": (
        "items",
        'cardinality="ordered" (base-?[tT]ype)="identifier"',
        r'cardinality="ordered" \1="string"',
    ),
    "too many to choose": ("items", r'((?:maxChoices|max-choices)=")1"', r'\g<1>9"'),
    "a response that nobody gives": ("items", r'([rR]esponse-?[iI]dentifier)="RESPONSE"', r'\1="OTHER"'),
    "feedback that is never shown": ("items", 'identifier="general" show', 'identifier="nobody" show'),
    "a score that is no number": (
        "items",
        r"(<(?:qti-)?set-?[oO]utcome-?[vV]alue)([^>]*SCORE[^>]*>)",
        r"\1\2<p/>",
    ),
    "a paragraph in a paragraph": ("items", "<p><strong>", "<p><p/><strong>"),
    "words in a table row": ("items|stimuli", "<tr>", "<tr>words"),
    "an unknown element": ("items", "<strong>", "<strong><blink/>"),
    "another namespace": (
        "items",
        'xmlns="http://www.imsglobal.org/xsd/imsqti',
        'xmlns="http://example.org/imsqti',
    ),
    "an identifier with a space": (
        "items|imsmanifest|test",
        r'identifier="([a-z-]+)-core',
        r'identifier="\1 core',
    ),
    "a dependency on nothing": ("imsmanifest", 'identifierref="', 'identifierref="no-'),
    "another type": ("imsmanifest", "imsqti_item_xml", "imsqti_thing_xml"),
    "another schema": ("imsmanifest", "<schema>", "<schema>My "),
    "an item that is not there": ("test", 'href="items/', 'href="item/'),
    "rubrics for students": (".*hedge-hunt", 'view="scorer"', 'view="candidate"'),
    "names of the other version": ("items", r"(</?)(qti-)?(item-body|itemBody)", r"\1item-Body"),
    "parts in another order": (
        "items",
        r"(?s)(<(?:qti-)?outcome.*?)(<(?:qti-item-body|itemBody).*</(?:qti-item-body|itemBody)>)",
        r"\2\1",
    ),
}


@pytest.mark.parametrize("what", SPOILT)
def test_the_checker_finds_what_is_wrong(target: str, what: str) -> None:
    where, old, new = SPOILT[what]
    files = made(target, "footbridge-core-A")[1].files
    for path in (
        [p for p in files if re.match(where, p)] if old is not None else [next(p for p in files if "source" in p)]
    ):
        spoilt = dict(files)
        if old is None:
            del spoilt[path]
        else:
            assert new is not None
            text = re.sub(old, new, files[path].decode())
            if text.encode() == files[path]:
                continue
            spoilt[path] = text.encode()
        assert problems(zipped(spoilt)), path
        return
    raise AssertionError(f"nothing to spoil for {what!r}")
