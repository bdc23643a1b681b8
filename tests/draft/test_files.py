"""Suggestions and articles as files: what is written is read back, and edits touch nothing else."""

import re
import string
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.draft.article import Article, Hint, RawBlock
from generator.draft.files.edits import NoPlace, dropped, in_use, not_in_use, replaced
from generator.draft.files.entries import note_of, read_sheet
from generator.draft.files.lesson_edit import item_at, uses, without_note
from generator.draft.files.made import Forms, Source, note_files, report_files, report_names
from generator.draft.files.merge import compared, plain, with_new
from generator.draft.files.notes_file import DOSSIER_LISTS, NOTE_LISTS, note_lines
from generator.draft.files.report_file import Stated
from generator.draft.files.scalars import flow, scalar
from generator.draft.files.sheet import Sheet
from generator.draft.suggestion import Suggestion
from generator.load.report import fold, read_report
from generator.load.source import clean
from generator.load.structure import fit
from generator.load.yaml_tree import read_yaml
from generator.model.files import DossierFile, NotesFile

SCAFFOLD = Path(__file__).resolve().parents[2] / "templates" / "scaffold" / "draft"
WORDS = {"hint": "{where} has {value}; nothing in the text says so", "unknown.outlet": "who published it"}
FORMS = Forms(
    *((SCAFFOLD / f).read_text("utf-8") for f in ("report.md", "report.notes.yaml", "dossier.yaml")), WORDS
)

# Everything that a cleaned file can hold, and words that YAML readers take for something else.
LETTERS = st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"], exclude_characters="\u200b\u2060\ufeff\u00ad")
TEXTS = st.text(LETTERS, min_size=1, max_size=40).map(
    lambda t: " ".join(unicodedata.normalize("NFC", t).split()) or "a"
)
TRAPS = st.sampled_from(
    [
        *(
            "no",
            "Yes",
            "on",
            "null",
            "~",
            "12",
            "1e3",
            "0x1f",
            "12:30",
            "2020-01-09",
            ".5",
            "=",
            "<<",
            "a?",
            "I'm",
        ),
        *("- a", "a: b", "a #b", "#", "'", '"', "{a}", "[a]", "*a", "&a", "!a", "%a", "@a", "`a", "a,b", ">", "|"),
    ]
)
ANY = st.one_of(TEXTS, TRAPS)
SLUGS = st.text(string.ascii_lowercase + string.digits, min_size=1, max_size=6)


def safe(text: str) -> Any:
    return yaml.safe_load(text)


# -- values ----------------------------------------------------------------------------------------


@given(ANY)
def test_any_text_is_read_back_by_any_reader_of_yaml(text: str) -> None:
    for written, path in ((f"key: {scalar(text)}", "key"), (f"key: [{scalar(text, flow=True)}]", "key")):
        doc = read_yaml(clean(written.encode(), "").text or "", "")
        ours = doc.data[path] if isinstance(doc.data, dict) else None
        theirs = safe(written)[path]
        assert doc.diagnostics == ()
        assert ours in (clean(text.encode(), "").text, [clean(text.encode(), "").text])
        assert theirs in (text, [text])


QUOTE = st.one_of(ANY, st.fixed_dictionaries({"text": ANY, "occurrence": st.integers(1, 9)}))
VALUE = st.one_of(QUOTE, st.booleans(), st.lists(QUOTE, min_size=2, max_size=4), st.none())
NOTE = st.dictionaries(
    st.sampled_from(["says", "source", "cue", "content", "why", "A", "on"]), VALUE, min_size=1
).map(lambda note: {"id": "a-note", **note})


@given(NOTE)
def test_any_note_is_read_back(note: dict[str, Any]) -> None:
    lines = note_lines("attributions", "a-note", note)
    back = note_of("attributions", clean("\n".join(lines).encode(), "").text or "")
    assert back is not None
    assert plain(back) == plain(safe("\n".join(lines))[0])
    wanted = {key: plain(value) for key, value in note.items()}
    assert {key: plain(value) for key, value in safe("\n".join(lines))[0].items()} == wanted


# -- reports ---------------------------------------------------------------------------------------

KINDS = st.sampled_from(["body", "subheading", "caption", "credit", "related-link", "url"])
BLOCKS = st.lists(st.tuples(KINDS, ANY), min_size=1, max_size=6)


def article(*blocks: tuple[str, str], **more: Any) -> Article:
    made = tuple(RawBlock(kind, text, "body", 1.0) for kind, text in blocks)  # type: ignore[arg-type]
    known = dict.fromkeys(("title", "byline", "outlet", "published", "place", "source_url"))
    return Article(**{"file": "in/Courier.txt", "language": "en", **known, **more, "blocks": made})


@given(BLOCKS, st.one_of(st.none(), ANY))
def test_the_passage_is_the_article_word_for_word(blocks: list[tuple[str, str]], title: str | None) -> None:
    blocks = [("body", "It {name} rains."), *blocks]
    text = report_files([Source("A", "a", article(*blocks, title=title))], FORMS)["a.md"]
    report = read_report(clean(text.encode(), "").text or "", "a.md")
    assert [d for d in report.diagnostics if d.severity == "error"] == []
    wanted = [(kind, fold(clean(words.encode(), "").text or "")) for kind, words in blocks]
    assert [(b.kind, b.text) for b in report.body] == [one for one in wanted if one[1]]
    assert report.meta is not None
    assert report.meta.title == (clean(title.encode(), "").text if title else None)
    assert (report.meta.kind, report.meta.licence, report.meta.outlet) == ("user-supplied", None, None)


def test_what_is_not_stated_is_null_and_hints_are_only_comments() -> None:
    hints = (
        Hint("published", "2020-01-09", "https://example.org/2020/01/09/x"),
        Hint("outlet", "example.org", "it"),
    )
    one = article(("body", "It rains: #1."), hints=hints)
    text = report_files([Source("A", "a", one)], FORMS)["a.md"]
    meta = safe(text.split("---\n")[1])
    assert [meta[key] for key in ("title", "outlet", "byline", "published", "place", "source_url")] == [None] * 6
    assert "# published: https://example.org/2020/01/09/x has 2020-01-09; nothing in the text says so" in text
    assert "in/" not in text
    stated = Stated(outlet="Ellerby: Courier", published="2020-02-01", title="No")
    told = report_files([Source("A", "a", one, stated)], FORMS)["a.md"]
    read = read_report(told, "a.md").meta
    assert read is not None
    assert (read.outlet, str(read.published), read.title) == ("Ellerby: Courier", "2020-02-01", "No")
    assert "2020-01-09" not in told


def test_a_report_says_its_language_where_it_is_not_the_dossiers() -> None:
    sources = [Source("A", "a", replace(article(("body", "Llueve.")), language="es"))]
    assert "language: es" in report_files(sources, FORMS)["a.md"]
    assert "\nlanguage:" not in report_files(sources, FORMS, "es")["a.md"]


@given(st.lists(st.text(max_size=30), min_size=1, max_size=4))
def test_names_of_reports_are_names_and_differ_and_stay(files: list[str]) -> None:
    names = report_names(files)
    assert len(set(names)) == len(files)
    assert names == report_names(files)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", n) and len(n) <= 80 and n != "dossier" for n in names)


# -- notes and dossier -----------------------------------------------------------------------------

BRIDGE = {
    "says": "the bridge: is shut",
    "source": "a council spokesman",
    "cue": {"text": "said", "occurrence": 2},
    "content": ["The bridge", "is shut, #1"],
    "form": "indirect",
    "source_kind": "unnamed",
    "basis": "not-stated",
}
NUMBER = {
    "topic": "number of beams",
    "slot": "how-many",
    "A": {"standing": "asserted", "quote": "two beams", "value": "two"},
    "B": "absent",
    "relation": "only-in-one",
}


def made(where: str, id_: str, live: bool, report: str | None = "A", sure: float = 0.9) -> Suggestion:
    """A suggestion of a kind, different for each id."""
    note: dict[str, Any] = {
        "attributions": {**BRIDGE, "content": f"The bridge {id_} is shut"},
        "markers": {"text": f"may {id_}", "kind": "modal", "effect": "Without “may”, it would be sure."},
        "wording": {"text": f"blunder {id_}", "neutral": ["mistake"], "voice": "writer", "arguable": False},
        "figures": {"text": f"about {id_}", "exactness": "vague", "why": "“About” leaves it open."},
        "claims": {**NUMBER, "A": {"standing": "asserted", "quote": f"two {id_}"}},
        "entities": {"name": id_, "labels": {"A": [id_], "B": ["he"]}, "sure": "likely"},
        "nodes": {"label": f"the {id_}", "kind": "outlet"},
        "edges": {"from": id_, "to": "courier", "how": "told", "basis": "inferred"},
    }[where]
    own_id = f"{id_}-to-courier" if where == "edges" else id_
    given = note if where in ("nodes", "edges") else {"id": id_, **note}
    of = None if where in DOSSIER_LISTS else report
    return Suggestion(of, where, own_id, given, "some-rule", sure, live, "" if live else "low")  # type: ignore[arg-type]


@st.composite
def many(draw: st.DrawFn) -> list[Suggestion]:
    """Suggestions for one report and the dossier, ids all different."""
    ids = draw(st.lists(SLUGS, max_size=7, unique=True))
    lists = st.sampled_from([*NOTE_LISTS, *DOSSIER_LISTS])
    sure = st.integers(0, 100).map(lambda n: n / 100)
    return [made(draw(lists), f"n{i}", draw(st.booleans()), sure=draw(sure)) for i in ids]


def files_of(found: list[Suggestion]) -> dict[str, str]:
    return note_files("The bridge: shut", {"A": "a", "B": "b"}, found, FORMS)


def key(one: Suggestion) -> tuple[str, str]:
    return one.where, one.id


@given(many())
def test_every_suggestion_is_found_again_as_it_was(found: list[Suggestion]) -> None:
    files = files_of(found)
    assert set(files) == {"a.notes.yaml", "b.notes.yaml", "dossier.yaml"}
    entries = [e for text in files.values() for e in read_sheet(text).entries]
    assert {(e.where, e.id) for e in entries} == {key(one) for one in found}
    for one in found:
        entry = next(e for e in entries if (e.where, e.id) == key(one))
        assert entry.state == ("live" if one.live else "asked")
        assert (entry.rule, entry.confidence, entry.reason) == (one.rule, one.confidence, one.reason)
        assert plain({**entry.note, "id": 1}) == plain({**one.note, "id": 1})
    for file, model in (("a.notes.yaml", NotesFile), ("dossier.yaml", DossierFile)):
        value, problems = fit(model, read_yaml(files[file], file))  # type: ignore[type-var]
        assert value is not None, problems
        assert problems == ()
        assert value.reviewed_by is None  # type: ignore[attr-defined]


@given(many())
def test_only_notes_in_use_are_data(found: list[Suggestion]) -> None:
    files = files_of(found)
    notes, dossier = safe(files["a.notes.yaml"]), safe(files["dossier.yaml"])
    for where in (*NOTE_LISTS, *DOSSIER_LISTS):
        value = notes.get(where) if where in NOTE_LISTS else {**dossier, **dossier["origins"]}[where]
        assert value is not None
        assert len(value) == sum(one.live and one.where == where for one in found)


@given(many())
def test_without_its_signs_a_comment_is_a_note(found: list[Suggestion]) -> None:
    """By hand: the line with the reason goes, and `#? ` in front of the others."""
    for file, text in files_of(found).items():
        bare = re.sub(r"^( *)#\? \d\.\d\d .*\n", "", text, flags=re.M)
        bare = re.sub(r"^( *)#\? ", r"\1", bare, flags=re.M)
        bare = re.sub(r'^( *\w+:) (\[\]|\{\})\n(?= *[-"\w])', _opened, bare, flags=re.M)
        entries = {(e.where, e.id) for e in read_sheet(bare).entries if e.state in ("own", "live")}
        assert entries == {key(one) for one in found if (one.report or "dossier") == _label(file)}, bare


def _opened(match: re.Match[str]) -> str:
    after = match.string[match.end() :].split("\n", 1)[0]
    deeper = len(after) - len(after.lstrip()) > len(match[1]) - len(match[1].lstrip())
    return f"{match[1]}\n" if deeper else match[0]


def _label(file: str) -> str:
    return {"a.notes.yaml": "A", "b.notes.yaml": "B"}.get(file, "dossier")


# -- changes ---------------------------------------------------------------------------------------


def outside(sheet: Sheet, where: str, id_: str) -> str:
    """The lines of a file but those of one entry and the brackets behind the key of its list."""
    entry = sheet.find(where, id_)
    lines = list(sheet.lines)
    if entry is not None:
        del lines[entry.first : entry.end]
    return "\n".join(re.sub(rf"^( *{where}:) (\[\]|\{{\}})", r"\1", line) for line in lines)


@given(many(), st.data())
def test_a_change_touches_one_entry_and_nothing_else(found: list[Suggestion], data: st.DataObject) -> None:
    files = files_of(found)
    for _ in range(3):
        file = data.draw(st.sampled_from(sorted(files)))
        sheet = read_sheet(files[file])
        choice = [e for e in sheet.entries if e.state in ("live", "asked")]
        if not choice:
            return
        entry = data.draw(st.sampled_from(choice))
        how = data.draw(st.sampled_from(["accept", "drop", "put off"]))
        lines = {
            "accept": in_use(entry, sheet),
            "drop": dropped(entry, sheet),
            "put off": not_in_use(entry, sheet, "because:  of this"),
        }[how]
        text = replaced(sheet, entry, lines)
        after = read_sheet(text)
        now = after.find(entry.where, entry.id)
        assert now is not None
        assert now.state == {"accept": "own", "drop": "gone", "put off": "asked"}[how]
        if how != "drop":
            assert plain(now.note) == plain(entry.note)
        assert outside(after, entry.where, entry.id) == outside(sheet, entry.where, entry.id)
        assert fit(DossierFile if file == "dossier.yaml" else NotesFile, read_yaml(text, file))[0] is not None  # type: ignore[type-var]
        files[file] = text


def test_layouts_that_people_choose_are_understood() -> None:
    text = (
        "schema: 1\r\nreport: a\r\nreviewed_by: null\r\nmarkers:\r\n- id: one\r\n  text: may   # mine\r\n"
        "  # a remark\r\n  kind: modal\r\n-\r\n  id: two\r\n  text: may\r\n  kind: modal\r\n"
        "wording: [{id: three, text: x, voice: writer, arguable: true}]\r\n"
    )
    sheet = read_sheet(text)
    assert [(e.id, e.state, e.editable) for e in sheet.entries] == [
        ("one", "own", True),
        ("two", "own", True),
        ("three", "own", False),
    ]
    assert [sheet.lines[e.first : e.end][-1].strip() for e in sheet.entries[:2]] == ["kind: modal"] * 2
    new = [made("markers", "four", live=True), made("wording", "five", live=True)]
    after, left = with_new(text, new)
    assert [one.id for one in left] == ["five"]
    assert "- id: four\r\n  text: may four\r\n" in after
    assert "\n" not in after.replace("\r\n", "")
    with pytest.raises(NoPlace):
        replaced(sheet, sheet.entries[2], [])


def test_a_broken_file_is_not_called_sound() -> None:
    assert not read_sheet("schema: 1\nmarkers: [\n").sound
    assert not read_sheet("").sound
    assert read_sheet("schema: 1\n").sound


# -- a second draft --------------------------------------------------------------------------------


@given(many(), st.sets(st.integers(0, 6)))
def test_what_is_new_comes_in_and_nothing_is_lost(found: list[Suggestion], late: set[int]) -> None:
    early = [one for n, one in enumerate(found) if n not in late]
    for file, text in files_of(early).items():
        mine = [one for one in found if (one.report or "dossier") == _label(file)]
        diff = compared(read_sheet(text), mine)
        assert {one.id for one in diff.new} == {one.id for one in mine} - {one.id for one in early}
        assert not diff.gone
        assert not diff.differs
        after, left = with_new(text, mine)
        assert left == ()
        sheet = read_sheet(after)
        assert {(e.where, e.id, e.state) for e in sheet.entries} == {
            (one.where, one.id, "live" if one.live else "asked") for one in mine
        }
        for where in (*NOTE_LISTS, *DOSSIER_LISTS):
            wanted = [one.id for one in mine if one.where == where]
            assert [e.id for e in sheet.of(where)] == wanted, after
        kept = [re.sub(r" (\[\]|\{\})$", "", line) for line in text.split("\n") if line.strip()]
        now = iter([re.sub(r" (\[\]|\{\})$", "", line) for line in after.split("\n") if line.strip()])
        assert all(line in now for line in kept)
        assert with_new(after, mine) == (after, ())
        assert not compared(sheet, mine)


def test_edited_accepted_and_dropped_ones_stay_and_do_not_come_back() -> None:
    found = [made("attributions", f"n{i}", live=i != 2) for i in range(4)]
    text = files_of(found)["a.notes.yaml"]
    sheet = read_sheet(text)
    text = replaced(sheet, sheet.of("attributions")[0], dropped(sheet.of("attributions")[0], sheet))
    sheet = read_sheet(text)
    text = replaced(sheet, sheet.of("attributions")[2], in_use(sheet.of("attributions")[2], sheet))
    text = text.replace('says: "the bridge: is shut"\n    source: a council spokesman', "says: my words", 1)
    text = text.replace("  - id: n3", "  # mine\n  - id: my-own-name")
    diff = compared(read_sheet(text), found)
    assert diff.new == ()
    assert [(d.entry.id, d.fields) for d in diff.differs] == [("n1", ("says", "source"))]
    assert diff.gone == ()
    assert with_new(text, found) == (text, ())
    gone = compared(read_sheet(text), found[:1])
    assert [e.id for e in gone.gone] == ["n1"], "accepted notes are the user's own"


def test_a_note_under_another_id_is_the_same_note() -> None:
    old, new = made("markers", "one", live=True), made("markers", "one", live=True)
    text = files_of([old])["a.notes.yaml"]
    moved = replace(new, id="one-2", note={**new.note, "id": "one-2"})
    assert compared(read_sheet(text), [moved]).new == ()


def test_lists_that_are_missing_are_made() -> None:
    text = "schema: 1\ntitle: T\nreports: {A: a, B: b}\n"
    found = [made(where, f"n{i}", live=True, report=None) for i, where in enumerate(DOSSIER_LISTS)]
    after, left = with_new(text, found)
    assert left == ()
    assert after.startswith(text)
    data = safe(after)
    assert [len(data["claims"]), len(data["entities"])] == [1, 1]
    assert [len(data["origins"][where]) for where in ("nodes", "edges")] == [1, 1]


# -- lessons ---------------------------------------------------------------------------------------

LESSON = """schema: 1
title: T            # keep
sections:
  - skill: attribution
    items:
      - {type: who_said_it, use: [one, two], rows: 2}   # keep
      - type: mark_up
        use:
          - one
          - three
  - skill: uncertainty
    items:
      - type: limiting_words
        use: [one]
  - skill: differences
    pick: {items: 2}
    items:
      - {type: neutral_swap, use: [one]}
variants: [A]
"""


def test_a_lesson_does_without_a_note() -> None:
    assert uses(LESSON, "one")
    assert item_at(LESSON, 7) == (0, 1)
    assert item_at(LESSON, 1) is None
    after = without_note(LESSON, "one")
    assert not uses(after, "one")
    data = safe(after)
    assert [part["skill"] for part in data["sections"]] == ["attribution", "differences"]
    assert [item["use"] for item in data["sections"][0]["items"]] == [["two"], ["three"]]
    assert "use: [two], rows: 2}   # keep" in after
    assert "title: T            # keep" in after
    assert without_note(after, "one") == after


@given(st.lists(ANY, min_size=1, max_size=3))
def test_lists_in_brackets_are_read_back(values: list[str]) -> None:
    assert safe(f"key: {flow(values)}")["key"] == values
