"""A pydantic model -> a JSON Schema (draft-07) that accepts just what the loader accepts."""

from typing import Any, cast

from pydantic import BaseModel

from generator.model.base import SCHEMA_VERSION

Schema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"


def file_schema(model: type[BaseModel], title: str) -> Schema:
    """The schema of a file that people write, with the short ways of writing that the loader takes."""
    schema = _draft07(model.model_json_schema(mode="validation"), title)
    for definition in (schema, *schema.get("definitions", {}).values()):
        _tidy_properties(definition)
    schema = cast(Schema, _loosen(schema))
    schema["properties"]["schema"]["const"] = SCHEMA_VERSION
    _add_short_ways(schema.get("definitions", {}))
    return schema


def paper_schema(model: type[BaseModel], title: str) -> Schema:
    """The schema of a JSON file that the program writes."""
    schema = _draft07(model.model_json_schema(mode="serialization"), title)
    for definition in (schema, *schema.get("definitions", {}).values()):
        _tidy_properties(definition)
    return schema


def _draft07(schema: Schema, title: str) -> Schema:
    schema = _rewrite(schema)
    body = {k: v for k, v in schema.items() if k not in ("$defs", "title")}
    out = {"$schema": DRAFT, "title": title, **body}
    if "$defs" in schema:
        out["definitions"] = schema["$defs"]
    return out


def _rewrite(node: Any) -> Any:
    """Say what draft 2020-12 says in the words of draft-07."""
    if isinstance(node, list):
        return [_rewrite(part) for part in node]
    if not isinstance(node, dict):
        return node
    out = {key: _rewrite(value) for key, value in node.items() if key != "discriminator"}
    if "prefixItems" in out:
        out["items"] = out.pop("prefixItems")
    if isinstance(out.get("$ref"), str):
        reference = {"$ref": out.pop("$ref").replace("#/$defs/", "#/definitions/")}
        # Beside $ref, draft-07 reads nothing.
        out = {**out, "allOf": [reference]} if out else reference
    return out


def _tidy_properties(definition: Schema) -> None:
    """Drop titles and defaults that only repeat the name or say 'nothing'."""
    for property_ in definition.get("properties", {}).values():
        property_.pop("title", None)
        if property_.get("default", 0) in (None, "", [], {}):
            del property_["default"]


def _loosen(node: Any) -> Any:
    """Let a text be written without quotes where it looks like a number or a yes: the loader keeps it text."""
    if isinstance(node, list):
        return [_loosen(part) for part in node]
    if not isinstance(node, dict):
        return node
    out = {key: _loosen(value) for key, value in node.items()}
    if out.get("type") == "string" and not {"enum", "const", "format"} & out.keys():
        out["type"] = ["string", "number", "boolean"]
    return out


_WORDS: Schema = {"type": ["string", "number", "boolean"], "minLength": 1}
_QUOTE: Schema = {"$ref": "#/definitions/QuoteRef"}


def _add_short_ways(definitions: dict[str, Schema]) -> None:
    """A plain string for a quote, `absent`, `not-mentioned`, one quote for a list of one."""
    words = {"description": "The words, exactly as they stand in the passage.", **_WORDS}
    for name, short in {
        "QuoteRef": words,
        "ClaimSide": {"const": "absent", "description": "The report does not make the claim."},
        "GapSide": {"const": "not-mentioned", "description": "The report is silent on it."},
        "LeadPart": {"const": "not-stated", "description": "The first paragraph does not say."},
    }.items():
        if name in definitions:
            full = definitions[name]
            definitions[name] = {"description": full["description"], "anyOf": [short, full]}
    if "AttributionNote" in definitions:
        content = definitions["AttributionNote"]["properties"]["content"]
        _allow_one(content)
    if "HandItem" in definitions:
        evidence = definitions["HandItem"]["properties"]["evidence"]
        for key in ("additionalProperties", "patternProperties"):
            for quotes in _quote_lists(evidence.get(key)):
                _allow_one(quotes)
    if "Section" in definitions:
        definitions["Section"]["properties"]["items"]["items"] = {
            "if": {"properties": {"type": {"const": "own"}}, "required": ["type"]},
            "then": {"$ref": "#/definitions/HandItem"},
            "else": {"$ref": "#/definitions/ItemSpec"},
        }


def _quote_lists(node: Any) -> list[Schema]:
    if not isinstance(node, dict):
        return []
    if node.get("type") == "array":
        return [node]
    return [found for value in node.values() for found in _quote_lists(value)]


def _allow_one(array: Schema) -> None:
    """Make the schema of a list of quotes take a single quote too; descriptions stay outside."""
    many = {key: array.pop(key) for key in ("type", "items", "minItems", "maxItems") if key in array}
    array["anyOf"] = [dict(_QUOTE), many]
