"""Dossiers and lessons are loaded whole, every quote resolved, every problem told at its place."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.load.content import LoadedDossier, load_dossier, load_lesson, reviews_of
from generator.load.project import Project, bundled_root, open_project
from generator.model.dossier import Dossier, Quote
from generator.model.rules import RULES

Spoil = Callable[[str, str, str], None]
ORCHARD = "source_texts/orchard-path/"


def whole(loaded: LoadedDossier) -> Dossier:
    assert loaded.dossier is not None, loaded.diagnostics
    return loaded.dossier


def told(loaded: LoadedDossier) -> list[tuple[str, str, int]]:
    return [(d.code, d.place.file.rsplit("/", 1)[-1], d.place.line) for d in loaded.diagnostics]


# -- what is loaded ----------------------------------------------------------------------------------


def test_a_good_dossier_has_no_problems_and_all_its_notes(project: Project) -> None:
    loaded = load_dossier(project, "orchard-path")
    dossier = whole(loaded)
    assert loaded.diagnostics == ()
    assert dossier.labels == ("A", "B")
    assert [p.name for p in dossier.passages.values()] == ["gazette", "brook-fm"]
    assert (len(dossier.attributions), len(dossier.markers), len(dossier.wording)) == (4, 4, 1)
    assert set(loaded.files) == set(loaded.places)
    assert {Path(name).name for name in loaded.files} == {
        "dossier.yaml",
        "gazette.md",
        "gazette.notes.yaml",
        "brook-fm.md",
        "brook-fm.notes.yaml",
    }


def quotes_of(dossier: Dossier) -> list[Quote]:
    found = [q for a in dossier.attributions for q in (*a.quotes, *(n.quote for n in a.not_source))]
    found += [m.quote for m in dossier.markers] + [w.quote for w in dossier.wording]
    found += [s.quote for c in dossier.claims for s in c.sides.values() if s.quote]
    found += [q for e in dossier.origins.edges for q in e.evidence.values()]
    found += [q for g in dossier.gaps for _, q in g.sides.values() if q]
    return found + [q for e in dossier.entities for refs in e.labels.values() for q in refs]


@pytest.mark.parametrize("measure", [16, 26, 40])
def test_every_quote_stands_on_the_lines_it_names(project: Project, measure: float) -> None:
    dossier = whole(load_dossier(project, "orchard-path", measure))
    quotes = quotes_of(dossier)
    assert len(quotes) > 25
    for quote in quotes:
        passage = dossier.passages[quote.label]
        assert passage.text[quote.start : quote.end] == quote.text
        lines = {line.n: line for line in passage.lines}
        assert lines[quote.first].start <= quote.start < lines[quote.first].end
        assert lines[quote.last].start < quote.end <= lines[quote.last].end


def test_bundled_dossiers_are_sound() -> None:
    project = open_project(bundled_root())
    for name in project.dossiers():
        loaded = load_dossier(project, name)
        assert [d for d in loaded.diagnostics if d.severity == "error"] == []
        for quote in quotes_of(whole(loaded)):
            assert whole(loaded).passages[quote.label].text[quote.start : quote.end] == quote.text


def test_sides_know_their_attribution_and_the_markers_that_limit_them(project: Project) -> None:
    dossier = whole(load_dossier(project, "orchard-path"))
    benches, reopening, survey = dossier.claims
    assert benches.sides["A"].said_by is not None
    assert benches.sides["A"].said_by.id == "reel-benches"
    assert benches.sides["A"].origin == "reel"
    assert [m.id for m in reopening.sides["A"].markers] == ["probably-shut"]
    assert [m.id for m in reopening.sides["B"].markers] == ["could-reopen"]
    assert (benches.relations, reopening.relations) == ({"AB": "conflict"}, {"AB": "conflict"})
    assert (survey.sides["B"].standing, survey.sides["B"].quote) == ("absent", None)


def test_reviewed_and_complete_come_from_the_notes(project: Project) -> None:
    notes = project.root / "source_texts" / "orchard-path" / "brook-fm.notes.yaml"
    written = notes.read_text("utf-8")
    assert "reviewed_by: E. Teacher" in written
    before = whole(load_dossier(project, "orchard-path"))
    assert not before.passages["B"].reviewed  # a name alone does not show what was read
    fingerprint = reviews_of(load_dossier(project, "orchard-path"))["B"].now
    notes.write_text(written.replace("reviewed_on:", f"reviewed_hash: {fingerprint}\nreviewed_on:"), "utf-8")
    dossier = whole(load_dossier(project, "orchard-path"))
    assert [p.reviewed for p in dossier.passages.values()] == [False, True]
    assert dossier.passages["A"].complete == {"markers"}
    assert not dossier.reviewed


def test_a_headline_is_line_zero_and_none_is_none(project: Project) -> None:
    passages = whole(load_dossier(project, "orchard-path")).passages
    assert (passages["A"].lines[0].n, passages["A"].lines[0].text) == (0, "Orchard path closed after tree falls")
    assert passages["B"].lines[0].n == 1


def test_a_lesson_brings_its_dossier_in_its_measure_and_the_quotes_of_its_own_items(
    project: Project, spoil: Spoil
) -> None:
    lesson = load_lesson(project, "orchard")
    assert (lesson.diagnostics, lesson.file) == ((), "lessons/orchard.yaml")
    assert lesson.lesson is not None
    assert lesson.dossier is not None
    assert [q.text for q in lesson.lesson.quotes["benches-own"]] == ["two benches were crushed", "three benches"]
    narrow = len(whole(lesson.dossier).passages["A"].lines)
    spoil("lessons/orchard.yaml", "minutes: 45\n", "minutes: 45\nmeasure: 40\n")
    again = load_lesson(project, "orchard")
    assert again.dossier is not None
    assert len(whole(again.dossier).passages["A"].lines) < narrow


# -- what is told ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "says"),
    [
        ("gazette.notes.yaml", "[two benches were crushed]", "[two benches were broken]", "SS310", "were crushed"),
        ("gazette.notes.yaml", "[two benches were crushed]", "[three benches]", "SS310", "passage B (brook-fm)"),
        ("gazette.notes.yaml", "text: probably,", "text: probabl,", "SS316", "“probably”"),
        ("gazette.notes.yaml", "text: about,", "text: said,", "SS311", "gazette.md, lines 13, 15, 16"),
        ("gazette.notes.yaml", "text: about,", "text: orchard gate,", "SS314", "gazette.md, line 18"),
        ("dossier.yaml", "quote: survey}", "quote: surveys}", "SS310", "gazette.md, line 22"),
        ("dossier.yaml", "A: a parks spokeswoman said", "A: the parks spokeswoman said", "SS310", "“the”"),
        ("dossier.yaml", "quote: It is not known", "quote: It is known", "SS310", "“not” is left out here"),
        ("dossier.yaml", "{text: He, occurrence: 1}", "{text: He, occurrence: 2}", "SS312", "gazette.md, line 15"),
    ],
)
def test_a_quote_without_a_place_is_told_at_the_quote_with_where_to_look(
    project: Project, folder: Path, spoil: Spoil, file: str, old: str, new: str, code: str, says: str
) -> None:
    spoil(ORCHARD + file, old, new)
    loaded = load_dossier(project, "orchard-path")
    (problem,) = loaded.diagnostics
    lines = (folder / ORCHARD / file).read_text("utf-8").split("\n")
    assert (problem.code, problem.place.file) == (code, ORCHARD + file)
    assert new in lines[problem.place.line - 1] == problem.source
    assert problem.place.col > problem.source.index(new.split(":")[0])
    assert "passage A (gazette)" in problem.message
    assert says in problem.hint
    whole(loaded)


def test_a_note_whose_quote_fails_is_left_out_and_an_optional_quote_is_none(
    project: Project, spoil: Spoil
) -> None:
    notes = ORCHARD + "gazette.notes.yaml"
    spoil(notes, "[two benches were crushed]", "[no such words]")
    spoil(notes, "source: a parks spokeswoman", "source: a parks speaker")
    dossier = whole(load_dossier(project, "orchard-path"))
    assert [a.id for a in dossier.attributions] == ["spokeswoman-closure", "reel-crack", "gazette-benches"]
    assert dossier.attributions[0].source is None
    assert dossier.claims[0].sides["A"].said_by is None


def test_a_cue_that_stands_twice_is_found_by_its_content(project: Project) -> None:
    dossier = whole(load_dossier(project, "orchard-path"))
    assert [(a.cue.text, a.cue.first) for a in dossier.attributions[:3] if a.cue] == [
        ("said", 3),
        ("said", 4),
        ("He said", 5),
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("dossier.yaml", "A: gazette, B", "A: gazete, B", [("SS108", "dossier.yaml", 3)] * 2),
        ("dossier.yaml", "B: brook-fm}", "B: ../brook}", [("SS216", "dossier.yaml", 3)]),
        ("gazette.md", "kind: fictional", "kind: fiction", [("SS214", "gazette.md", 10)]),
        ("gazette.md", "kind: fictional", "kind: fictional\x00", [("SS103", "gazette.md", 10)]),
        ("brook-fm.notes.yaml", "report: brook-fm", "report: [", [("SS110", "brook-fm.notes.yaml", 2)]),
        ("dossier.yaml", "id: photo", "id: benches", [("SS219", "dossier.yaml", 29)]),
        ("brook-fm.notes.yaml", "id: could-reopen", "id: reopening", [("SS219", "brook-fm.notes.yaml", 16)]),
        ("brook-fm.notes.yaml", "id: could-reopen", "id: about-forty", [("SS219", "brook-fm.notes.yaml", 16)]),
    ],
)
def test_problems_of_files_are_told_with_file_and_line(
    project: Project, spoil: Spoil, file: str, old: str, new: str, expected: list[tuple[str, str, int]]
) -> None:
    spoil(ORCHARD + file, old, new)
    assert told(load_dossier(project, "orchard-path")) == expected


def test_a_missing_report_names_the_one_that_was_meant(project: Project, spoil: Spoil) -> None:
    spoil(ORCHARD + "dossier.yaml", "A: gazette, B", "A: gazete, B")
    loaded = load_dossier(project, "orchard-path")
    assert loaded.dossier is None
    assert all("did you mean 'gazette'?" in d.hint for d in loaded.diagnostics)


def test_a_broken_report_does_not_hide_the_problems_of_others(project: Project, spoil: Spoil) -> None:
    spoil(ORCHARD + "gazette.md", "kind: fictional", "kind: fiction")
    spoil(ORCHARD + "brook-fm.notes.yaml", "{text: A falling tree destroyed three benches}", "no such words")
    spoil("lessons/orchard.yaml", "minutes: 45", "minutes: lots")
    lesson = load_lesson(project, "orchard")
    assert [d.code for d in lesson.diagnostics] == ["SS215"]
    assert lesson.dossier is not None
    assert lesson.dossier.dossier is None
    assert [code for code, _, _ in told(lesson.dossier)] == ["SS214", "SS310"]


def test_names_that_are_not_there_are_told_with_those_that_are(
    project: Project, spoil: Spoil, folder: Path
) -> None:
    lesson = load_lesson(project, "orchart")
    assert (lesson.lesson, lesson.dossier, lesson.diagnostics[0].code) == (None, None, "SS107")
    assert "did you mean 'orchard'?" in lesson.diagnostics[0].hint
    assert load_dossier(project, "orchard-pat").diagnostics[0].code == "SS107"
    for name in ("../outside", "/etc/passwd", "a/b", "", "\0"):
        assert load_dossier(project, name).diagnostics[0].code == "SS107"
        assert load_lesson(project, name).diagnostics[0].code == "SS107"
    spoil("lessons/orchard.yaml", "dossier: orchard-path", "dossier: orchard-way")
    (problem,) = load_lesson(project, "orchard").diagnostics
    assert (problem.code, problem.place.line, problem.place.col) == ("SS107", 3, 10)
    assert "did you mean 'orchard-path'?" in problem.hint
    (folder / "lessons" / "other.yml").write_text("schema: 1\n", "utf-8")
    assert "rename lessons/other.yml" in load_lesson(project, "other").diagnostics[0].hint


def test_names_that_cannot_be_used_are_told(project: Project, folder: Path) -> None:
    shutil.copyfile(folder / "lessons/orchard.yaml", folder / "lessons/My Lesson.yaml")
    (problem,) = load_lesson(project, "My Lesson").diagnostics
    assert (problem.code, "'my-lesson'" in problem.hint) == ("SS109", True)


def test_links_out_of_the_project_are_not_read(project: Project, folder: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("---\nschema: 1\n---\nsecret", "utf-8")
    report = folder / ORCHARD / "gazette.md"
    report.unlink()
    report.symlink_to(secret)
    loaded = load_dossier(project, "orchard-path")
    assert told(loaded) == [("SS106", "gazette.md", 1)]
    assert not any("secret" in text for text in loaded.files.values())
    outside = tmp_path / "outside"
    shutil.copytree(folder / ORCHARD, outside, symlinks=True)
    (folder / "source_texts" / "linked").symlink_to(outside)
    assert [code for code, _, _ in told(load_dossier(project, "linked"))] == ["SS106"]


def test_ids_that_name_nothing_do_not_keep_a_dossier_from_loading(project: Project, spoil: Spoil) -> None:
    dossier_file = ORCHARD + "dossier.yaml"
    spoil(dossier_file, "said_by: reel-benches, origin: reel", "said_by: nobody, origin: nowhere")
    spoil(dossier_file, "{from: reel, to: gazette, how: told", "{from: nowhere, to: nobody, how: told")
    spoil(dossier_file, "relation: {AB: conflict}", "relation: {BA: conflict, AC: agree, xyz: agree}")
    spoil(ORCHARD + "brook-fm.notes.yaml", "via: [gazette]", "via: [nobody]\n    speaker: nobody")
    spoil(ORCHARD + "gazette.notes.yaml", "limits: reopening, scope", "limits: nothing, scope")
    loaded = load_dossier(project, "orchard-path")
    dossier = whole(loaded)
    assert loaded.diagnostics == ()
    assert (dossier.claims[0].sides["A"].said_by, dossier.claims[0].sides["A"].origin) == (None, "nowhere")
    assert dossier.claims[1].relations == {"AB": "conflict"}


def test_labels_without_a_report_do_not_keep_a_dossier_from_loading(project: Project, spoil: Spoil) -> None:
    dossier_file = ORCHARD + "dossier.yaml"
    spoil(dossier_file, "evidence: {B: the Wendle", "evidence: {C: the Wendle")
    spoil(dossier_file, "labels: {A: [Tomas", "labels: {D: [Tomas")
    spoil(dossier_file, "quote: survey}, B: absent", "quote: survey}, C: absent")
    spoil("lessons/orchard.yaml", "B: [three benches]", "D: [three benches]")
    assert whole(load_dossier(project, "orchard-path")).claims[2].sides["B"].standing == "absent"
    assert load_lesson(project, "orchard").lesson is not None


def test_what_will_look_odd_on_paper_is_warned_of(project: Project, spoil: Spoil) -> None:
    long = "www." + "orchard" * 12 + ".example"
    spoil(ORCHARD + "brook-fm.md", "The path is closed.", f"The path is closed. See {long} 漢.")
    found = load_dossier(project, "orchard-path").diagnostics
    assert [(d.code, d.severity, d.place.line, d.place.col) for d in found] == [
        ("SS307", "warning", 13, 25),
        ("SS308", "warning", 13, 26 + len(long)),
    ]
    assert found[0].source[24 : found[0].place.end_col - 1] == long


# -- whatever stands in the files --------------------------------------------------------------------

ANY_FILE = st.sampled_from(["dossier.yaml", "gazette.md", "gazette.notes.yaml", "brook-fm.notes.yaml", "lesson"])


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ANY_FILE, st.data())
def test_no_content_of_any_file_makes_loading_fail(
    project: Project, folder: Path, file: str, data: st.DataObject
) -> None:
    path = folder / ("lessons/orchard.yaml" if file == "lesson" else ORCHARD + file)
    good = path.read_bytes()
    at = data.draw(st.integers(0, len(good)))
    until = data.draw(st.integers(at, min(at + 40, len(good))))
    new = data.draw(
        st.binary(max_size=6) | st.text(alphabet="\n\t :-[]{}'\"#&*!|>aé“", max_size=6).map(str.encode)
    )
    path.write_bytes(good[:at] + new + good[until:])
    try:
        lesson = load_lesson(project, "orchard")
        dossier = lesson.dossier
        problems = [*lesson.diagnostics, *(dossier.diagnostics if dossier else ())]
        assert (dossier is not None and dossier.dossier is not None) or problems
        for problem in problems:
            assert problem.code in RULES
            assert problem.hint
            assert not Path(problem.place.file).is_absolute()
            if problem.source:
                assert 1 <= problem.place.col <= len(problem.source) + 1
    finally:
        path.write_bytes(good)
