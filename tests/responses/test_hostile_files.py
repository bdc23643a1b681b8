"""Whatever is handed in, it is either read or refused with a plain message; nothing else."""

import contextlib
import json
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from generator.responses import Unreadable, marked, read, settled
from tests.responses import desk

GOOD = {
    "format": "secondsource-answers",
    "version": 1,
    "form_id": "footbridge-core-A-FC7F47",
    "lesson": "footbridge",
    "title": "The closed footbridge",
    "language": "en",
    "name": "Zoë",
    "class": "8b",
    "date": "",
    "answers": {},
}


def refused(tmp_path: Path, data: bytes, name: str = "file") -> str:
    file = tmp_path / name
    file.write_bytes(data)
    with pytest.raises(Unreadable) as problem:
        read(file)
    message = str(problem.value)
    assert message.isprintable()
    assert len(message) < 300
    return message


def answers(tmp_path: Path, **changes: Any) -> Any:
    file = tmp_path / "answers.json"
    file.write_text(json.dumps({**GOOD, **changes}), "utf-8")
    return read(file)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"\x89PNG...", "neither a PDF nor"),
        (b"{", "damaged"),
        (b"[1, 2]", "not answers"),
        (b"{}", "not answers"),
        (b'{"format": "secondsource-answers", "version": 2}', "newer"),
        (b'{"format": "secondsource-answers", "version": NaN}', "damaged"),
        (b'{"format": "secondsource-answers", "version": 1, "a": ' + b"9" * 9999 + b"}", "damaged"),
        (b'{"a":' * 200_000, "damaged"),
        (b"{" + b" " * 3_000_000 + b"}", "larger than 2 MB"),
        (b"{\xff\xfe}", "damaged"),
        (b"%PDF-1.7\nnothing", "damaged"),
        (b"%PDF-1.7\n%%EOF", "damaged"),
    ],
)
def test_what_is_no_answers_is_refused_in_plain_words(data: bytes, words: str, tmp_path: Path) -> None:
    assert words in refused(tmp_path, data)


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="no such file"):
        read(tmp_path / "nowhere.pdf")
    with pytest.raises(Unreadable, match="not a file"):
        read(tmp_path)


def test_a_file_too_large_is_not_even_opened(tmp_path: Path) -> None:
    file = tmp_path / "large.pdf"
    with file.open("wb") as out:
        out.seek(26 * 1024 * 1024)
        out.write(b"x")
    with pytest.raises(Unreadable, match="larger than 25 MB"):
        read(file)


@pytest.mark.parametrize(
    "changes",
    [
        {"answers": []},
        {"answers": {"x": 3}},
        {"answers": {"x": {"y": 3}}},
        {"answers": {"x": [["a", -1, 2]]}},
        {"answers": {"x": [["a", 1.5, 2]]}},
        {"answers": {"x": [["a", True, 2]]}},
        {"answers": {"../x": "a"}},
        {"answers": {f"i{n}": "a" for n in range(501)}},
        {"answers": {"x": ["a"] * 501}},
        {"form_id": ""},
        {"form_id": "a/b"},
        {"form_id": None},
        {"name": ["Zoë"]},
        {"class": 8},
        {"answers": {"x": "\ud800"}},
    ],
)
def test_answers_of_a_wrong_shape_are_refused(changes: dict[str, Any], tmp_path: Path) -> None:
    assert "changed since" in refused(tmp_path, json.dumps({**GOOD, **changes}).encode())


def test_what_a_student_typed_holds_no_signs_that_steer_a_terminal(tmp_path: Path) -> None:
    found = answers(tmp_path, name="Zoe\u0308\x1b[31m\n \u202eZ", answers={"x": "a\x00b\tc\r\nd\x9b"})
    assert found.head.name == "Zoë[31m Z"
    assert found.answers == {"x": "ab c\nd"}


def test_long_texts_are_cut(tmp_path: Path) -> None:
    assert len(str(answers(tmp_path, answers={"x": "a" * 100_000}).answers["x"])) == 20_000


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from([*GOOD, "else"]), JSON))
def test_any_json_is_read_or_refused(tmp_path: Path, changes: dict[str, Any]) -> None:
    file = tmp_path / "any.json"
    file.write_text(json.dumps({**GOOD, **changes}), "utf-8")
    with contextlib.suppress(Unreadable):
        read(file)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_answers_of_any_shape_are_settled_and_marked(tmp_path: Path, data: st.DataObject) -> None:
    """Real item, option and row ids in wrong places: what does not fit is left out and told, never marked."""
    sheet, key = desk.papers("footbridge")
    ids = [q.id for q in sheet.items]
    parts = [thing.id for q in sheet.items for thing in getattr(q.response, "options", ())]
    part = st.sampled_from([*parts, "b1", "x"])
    span = st.tuples(part, st.integers(0, 9000), st.integers(0, 9000))
    given_ = st.one_of(
        st.text(max_size=5), part, st.lists(part | st.none(), max_size=5), st.lists(span, max_size=3),
        st.dictionaries(part, part, max_size=4),
    )  # fmt: skip
    wild = data.draw(st.dictionaries(st.sampled_from([*ids, "no-such-item"]), given_, max_size=8))
    fit = settled(answers(tmp_path, answers=wild), sheet, key)
    assert {*fit.responses.answers} <= {*ids}
    result = marked(fit.responses, sheet, key)
    assert 0 <= result.marks <= result.points
    for id_, value in wild.items():
        if value and id_ not in fit.responses.answers and any(_has_something(v) for v in [value]):
            assert id_ in {item for item, _ in fit.remarks} or not str(value).strip()


def _has_something(value: Any) -> bool:
    if isinstance(value, str):
        return any(c.isprintable() and not c.isspace() for c in value)
    if isinstance(value, dict):
        return any(value.values())
    return any(v is not None for v in value)


def test_exported_answers_come_back_and_earn_full_marks(tmp_path: Path) -> None:
    for lesson, lane in desk.SHEETS:
        sheet, key = desk.papers(lesson, lane)
        full = desk.full(sheet, key)
        fit = settled(answers(tmp_path, form_id=sheet.form_id, answers=full), sheet, key)
        assert fit.remarks == ()
        assert json.loads(json.dumps(fit.responses.answers)) == json.loads(json.dumps(full))
        result = marked(fit.responses, sheet, key)
        assert result.marks == result.points


# -- PDF -------------------------------------------------------------------------------------------


def written(writer: PdfWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def of_fields(*fields: DictionaryObject) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    form = DictionaryObject({NameObject("/Fields"): ArrayObject(writer._add_object(f) for f in fields)})
    writer._root_object[NameObject("/AcroForm")] = form
    return written(writer)


def text_field(name: str, value: Any) -> DictionaryObject:
    return DictionaryObject(
        {
            NameObject("/FT"): NameObject("/Tx"),
            NameObject("/T"): TextStringObject(name),
            NameObject("/V"): TextStringObject(value) if isinstance(value, str) else value,
        }
    )


def test_a_pdf_without_fields_was_printed_instead_of_saved(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    assert "printed to a PDF instead of saved" in refused(tmp_path, written(writer))


def test_a_form_of_somebody_else_is_told(tmp_path: Path) -> None:
    assert "not one that secondsource made" in refused(tmp_path, of_fields(text_field("tax", "12")))


def test_a_locked_form_is_told(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=BytesIO(desk.form("footbridge")))
    writer.encrypt("secret", algorithm="RC4-128")
    assert "locked" in refused(tmp_path, written(writer))


def test_fields_in_a_circle_end(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    field = text_field("round", "x")
    reference = writer._add_object(field)
    field[NameObject("/Kids")] = ArrayObject([reference])
    writer._root_object[NameObject("/AcroForm")] = DictionaryObject(
        {NameObject("/Fields"): ArrayObject([reference])}
    )
    assert "more fields than any worksheet" in refused(tmp_path, written(writer))


def test_a_stream_that_swells_does_no_harm(tmp_path: Path) -> None:
    """A kilobyte that unpacks to a gigabyte, as the value of a field."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(1024 * 1024)) for _ in range(1024)) + packer.flush()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[3 0 R]>>>>",
        b"<</Type/Pages/Kids[]/Count 0>>",
        b"<</FT/Tx/T(x)/V 4 0 R>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n" % len(packed) + packed + b"\nendstream",
    ]
    body, places = b"%PDF-1.7\n", []
    for number, thing in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj" % number + thing + b"endobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = (
        b"xref\n0 5\n0000000000 65535 f \n"
        + table
        + b"trailer<</Root 1 0 R/Size 5>>startxref\n%d\n%%%%EOF" % len(body)
    )
    assert "damaged" in refused(tmp_path, body + tail)


@pytest.mark.parametrize("keep", [200, 5000, 60_000, -200])
def test_half_a_form_is_read_or_refused(keep: int, tmp_path: Path) -> None:
    file = tmp_path / "half.pdf"
    file.write_bytes(desk.form("footbridge")[:keep])
    with contextlib.suppress(Unreadable):
        assert read(file).head.form_id == desk.papers("footbridge")[0].form_id


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 10**6), st.binary(min_size=1, max_size=6)), min_size=1, max_size=20))
def test_a_form_with_some_bytes_wrong_is_read_or_refused(tmp_path: Path, wrong: list[tuple[int, bytes]]) -> None:
    data = bytearray(desk.form("footbridge"))
    for at, noise in wrong:
        at %= len(data) - len(noise)
        data[at : at + len(noise)] = noise
    file = tmp_path / "wrong.pdf"
    file.write_bytes(bytes(data))
    with contextlib.suppress(Unreadable):
        read(file)


def test_the_form_id_is_found_where_a_program_dropped_what_nobody_sees(tmp_path: Path) -> None:
    reader = PdfReader(BytesIO(desk.form("footbridge")))
    writer = PdfWriter(clone_from=reader)
    form = writer._root_object["/AcroForm"].get_object()
    form[NameObject("/Fields")] = ArrayObject(
        f for f in form["/Fields"] if f.get_object().get("/T") != "_form"
    )  # fmt: skip
    file = tmp_path / "form.pdf"
    file.write_bytes(written(writer))
    assert read(file).head.form_id == desk.papers("footbridge")[0].form_id
