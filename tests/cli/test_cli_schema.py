"""`secondsource schema`: what the schemas say, what they accept, and that the shipped copies are these."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml_1_2
from pydantic import ValidationError

from generator.cli.schema import NAMES, as_text, make
from generator.model import files
from generator.model.base import SCHEMA_VERSION
from generator.responses import Responses

REPO = Path(__file__).resolve().parents[2]
FILES = ("report", "notes", "dossier", "lesson", "prompts")


def validator(name: str) -> jsonschema.Draft7Validator:
    return jsonschema.Draft7Validator(make(name))


def definition(name: str, part: str) -> jsonschema.Draft7Validator:
    """A validator for one definition of a schema."""
    schema = make(name)
    return jsonschema.Draft7Validator({**schema["definitions"][part], "definitions": schema["definitions"]})


# -- the verb --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_prints_one_schema(cli, name: str) -> None:
    done = cli("schema", name)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == make(name)


def test_without_a_name_prints_all(cli) -> None:
    assert tuple(json.loads(cli("schema").stdout)) == NAMES


def test_out_writes_files_and_says_which(cli, tmp_path: Path) -> None:
    done = cli("schema", "--out", "a/b")
    assert done.stdout.splitlines() == [f"a/b/{name}.schema.json" for name in NAMES]
    assert (tmp_path / "a/b/notes.schema.json").read_text("utf-8") == cli("schema", "notes").stdout
    assert cli("schema", "key", "--out", "c").returncode == 0
    assert [p.name for p in (tmp_path / "c").iterdir()] == ["key.schema.json"]


@pytest.mark.parametrize("name", NAMES)
def test_the_shipped_copy_is_what_is_printed(name: str) -> None:
    path = REPO / "templates" / "schemas" / f"{name}.schema.json"
    mend = "renew them: secondsource schema --out templates/schemas"
    assert path.read_text("utf-8") == as_text(make(name)), mend


# -- what they are ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_is_draft_07_and_nothing_newer(name: str) -> None:
    schema = make(name)
    jsonschema.Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert schema["title"]
    for node in nodes(schema):
        assert not {"$defs", "discriminator", "prefixItems", "$anchor", "unevaluatedProperties"} & node.keys()
        if "$ref" in node:
            assert set(node) == {"$ref"}, "draft-07 reads nothing beside $ref"
            assert node["$ref"].removeprefix("#/definitions/") in schema["definitions"]


def nodes(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for value in schema.values():
            yield from nodes(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from nodes(value)


def properties(name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    schema = make(name)
    for node in nodes(schema):
        if node.get("type") == "object" and "properties" in node:
            yield from node["properties"].items()


@pytest.mark.parametrize("name", NAMES)
def test_every_property_is_described(name: str) -> None:
    assert [key for key, value in properties(name) if not value.get("description")] == []


@pytest.mark.parametrize("name", FILES)
def test_every_property_has_an_example_unless_its_values_are_listed(name: str) -> None:
    def tells(value: dict[str, Any]) -> bool:
        listed = any(
            {"enum", "const", "$ref"} & node.keys() or node.get("type") == "boolean" for node in nodes(value)
        )
        return bool(value.get("examples")) or listed

    assert [key for key, value in properties(name) if not tells(value)] == []


@pytest.mark.parametrize("name", FILES)
def test_every_example_is_valid_itself(name: str) -> None:
    schema = make(name)
    for key, value in properties(name):
        for example in value.get("examples", []):
            part = {**value, "definitions": schema.get("definitions", {})}
            assert not list(jsonschema.Draft7Validator(part).iter_errors(example)), (key, example)


def test_the_version_of_the_format_is_fixed() -> None:
    for name in FILES:
        assert make(name)["properties"]["schema"]["const"] == SCHEMA_VERSION


def test_unknown_keys_are_refused_everywhere() -> None:
    for name in NAMES:
        for node in nodes(make(name)):
            if node.get("type") == "object" and "properties" in node:
                assert node["additionalProperties"] is False


# -- what they accept: as much as the models, short ways of writing included -----------------------

QUOTES = [
    ("a spokesman", True),
    ({"text": "a spokesman", "occurrence": 2}, True),
    (20, True),
    ("", False),
    ({"occurrence": 2}, False),
    (["a spokesman"], False),
    (None, False),
]
SIDES = [("absent", True), ({"standing": "absent"}, True), ("asserted", False), ({"quote": "x"}, False)]
GAPS = [("not-mentioned", True), ({"state": "known", "quote": "x"}, True), ("known", False)]


@pytest.mark.parametrize(("value", "good"), QUOTES)
def test_a_quote_may_be_a_plain_string(value: Any, good: bool) -> None:
    assert definition("notes", "QuoteRef").is_valid(value) is good
    assert accepts(files.QuoteRef, value) is good


@pytest.mark.parametrize(("value", "good"), SIDES)
def test_a_claim_may_be_absent_in_one_word(value: Any, good: bool) -> None:
    assert definition("dossier", "ClaimSide").is_valid(value) is good
    assert accepts(files.ClaimSide, value) is good


@pytest.mark.parametrize(("value", "good"), GAPS)
def test_silence_is_one_word(value: Any, good: bool) -> None:
    assert definition("dossier", "GapSide").is_valid(value) is good
    assert accepts(files.GapSide, value) is good


ATTRIBUTION = {"id": "x", "says": "y", "form": "direct", "source_kind": "person", "basis": "witness"}


@pytest.mark.parametrize(
    ("content", "good"),
    [("w", True), ({"text": "w"}, True), (["w", {"text": "v"}], True), ({"near": "w"}, False), ([""], False)],
)
def test_content_may_be_one_quote_or_several(content: Any, good: bool) -> None:
    note = {**ATTRIBUTION, "content": content}
    assert definition("notes", "AttributionNote").is_valid(note) is good
    assert accepts(files.AttributionNote, note) is good


OWN = {"type": "own", "id": "x", "kind": "choice", "prompt": "Choose.", "points": 1, "minutes": 1}


@pytest.mark.parametrize(
    ("evidence", "good"), [("w", True), ({"text": "w"}, True), (["w", "v"], True), ({"near": "w"}, False)]
)
def test_evidence_may_be_one_quote_or_several(evidence: Any, good: bool) -> None:
    item = {**OWN, "evidence": {"A": evidence}}
    assert definition("lesson", "HandItem").is_valid(item) is good
    assert accepts(files.HandItem, item) is good


@pytest.mark.parametrize(
    ("item", "good"),
    [
        ({**OWN, "evidence": {}}, True),
        ({"type": "source_or_channel", "rows": 3}, True),
        ({"type": "own"}, False),
        ({**OWN, "type": "source_or_channel", "evidence": {}}, False),
        ({"rows": 3}, False),
    ],
)
def test_an_item_is_either_written_by_hand_or_made(item: dict[str, Any], good: bool) -> None:
    section = {"skill": "attribution", "items": [item]}
    assert definition("lesson", "Section").is_valid(section) is good


def accepts(model: Any, value: Any) -> bool:
    """Whether the loader's model takes the value, every scalar being text as the loader reads it."""
    from pydantic import ValidationError

    try:
        model.model_validate(as_loaded(value))
    except ValidationError:
        return False
    return True


def as_loaded(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: as_loaded(v) for k, v in value.items()}
    if isinstance(value, list):
        return [as_loaded(v) for v in value]
    return value if value is None else str(value)


ANSWERS = {
    "format": "secondsource-answers",
    "version": 1,
    "form_id": "tower-core-A-0123AB",
    "class": "7b",
    "answers": {"a": "o1", "b": ["o1", None], "c": [["m1", 3, 9]], "d": {"row": "column"}},
}


@pytest.mark.parametrize(
    ("change", "good"),
    [
        ({}, True),
        ({"answers": {}}, True),
        ({"answers": {"a b": "o1"}}, False),
        ({"answers": {"a": 1}}, False),
        ({"answers": {"a": [["m1", 3]]}}, False),
        ({"answers": {"a": {"r": ["x"]}}}, False),
        ({"version": 2}, False),
        ({"form_id": "a form"}, False),
    ],
)
def test_answers_of_students(change: dict[str, Any], good: bool) -> None:
    value = {**ANSWERS, **change}
    assert validator("answers").is_valid(value) is good
    if good:
        Responses.model_validate_json(json.dumps(value))
    else:
        with pytest.raises(ValidationError):
            Responses.model_validate_json(json.dumps(value))


@pytest.mark.parametrize("name", ["format", "version", "form_id", "answers"])
def test_answers_need_all_that_tells_what_they_are(name: str) -> None:
    assert not validator("answers").is_valid({k: v for k, v in ANSWERS.items() if k != name})


# -- the files that ship ---------------------------------------------------------------------------


def shipped() -> list[Path]:
    found = [
        p
        for pattern in ("lessons/*.yaml", "source_texts/*/*.yaml", "source_texts/*/*.md")
        for p in REPO.glob(pattern)
    ]
    return sorted([*found, *REPO.glob("templates/prompts/*/*.yaml")])


def kind_of(path: Path) -> str:
    if path.suffix == ".md":
        return "report"
    if path.name.endswith(".notes.yaml"):
        return "notes"
    if path.name == "dossier.yaml":
        return "dossier"
    return "lesson" if path.parent.name == "lessons" else "prompts"


def test_there_are_shipped_files_of_every_kind() -> None:
    assert {kind_of(path) for path in shipped()} == set(FILES)


@pytest.mark.parametrize("path", shipped(), ids=lambda p: p.relative_to(REPO).as_posix())
def test_every_shipped_file_names_its_schema_and_fits_it(path: Path) -> None:
    text = path.read_text("utf-8")
    body = yaml_1_2.front_matter(text) if path.suffix == ".md" else text
    modeline = re.match(r"# yaml-language-server: \$schema=(\S+)\n", body)
    assert modeline, "the first line must be '# yaml-language-server: $schema=...'"
    named = (path.parent / modeline[1]).resolve()
    assert named == REPO / "templates" / "schemas" / f"{kind_of(path)}.schema.json"
    errors = [
        f"{error.json_path}: {error.message}"
        for error in validator(kind_of(path)).iter_errors(yaml_1_2.read(body))
    ]
    assert errors == []
