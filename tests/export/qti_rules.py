"""The rules of QTI 2.1 and 3.0 and of their packages, checked strictly; it shares nothing with the exporter."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from posixpath import dirname, join, normpath
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from tests.export.qti_names import ATTRIBUTES, CONTENT, GLOBAL, GROUPS, HTML, OPERANDS, ORDER, RESPONSES, TEXT
from tests.export.qti_reader import CHOICES, attribute, below, camel, name, words

IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9._-]*")


@dataclass(frozen=True)
class Standard:
    """What a version of the standard writes differently."""

    package: str
    items: str
    schema: tuple[str, str]
    types: dict[str, str]


STANDARDS = (
    Standard(
        "http://www.imsglobal.org/xsd/imscp_v1p1",
        "http://www.imsglobal.org/xsd/imsqti_v2p1",
        ("QTIv2.1 Package", "1.0.0"),
        {"imsqti_test_xmlv2p1": "assessmentTest", "imsqti_item_xmlv2p1": "assessmentItem"},
    ),
    Standard(
        "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
        "http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
        ("QTI Package", "3.0.0"),
        {
            "imsqti_test_xmlv3p0": "qti-assessment-test",
            "imsqti_item_xmlv3p0": "qti-assessment-item",
            "imsqti_stimulus_xmlv3p0": "qti-assessment-stimulus",
        },
    ),
)


def problems(data: bytes) -> list[str]:
    """What is wrong with a package, in words; empty for a good one."""
    with ZipFile(BytesIO(data)) as archive:
        files = {info.filename: archive.read(info) for info in archive.infolist()}
    if "imsmanifest.xml" not in files:
        return ["no manifest"]
    trees = {}
    for path, content in files.items():
        try:
            trees[path] = ET.fromstring(content)
        except ET.ParseError as problem:
            return [f"{path}: {problem}"]
    return list(_package(trees))


def _package(trees: dict[str, ET.Element]) -> Iterator[str]:
    manifest = trees["imsmanifest.xml"]
    found = [s for s in STANDARDS if manifest.tag == f"{{{s.package}}}manifest"]
    if not found:
        yield f"no manifest of a known standard: {manifest.tag}"
        return
    standard = found[0]
    space = f"{{{standard.package}}}"
    schema = tuple(manifest.findtext(f"{space}metadata/{space}{key}") for key in ("schema", "schemaversion"))
    if schema != standard.schema:
        yield f"schema {schema}"
    if [child.tag for child in manifest] != [space + key for key in ("metadata", "organizations", "resources")]:
        yield "the manifest's parts are not in order"
    resources = {r.get("identifier", ""): r for r in manifest.iter(f"{space}resource")}
    names = [e.get("identifier", "") for e in manifest.iter() if "identifier" in e.attrib]
    yield from _unique("manifest", names)
    listed = {"imsmanifest.xml"}
    for identifier, resource in resources.items():
        paths = {file.get("href", "") for file in resource.iter(f"{space}file")}
        listed |= paths
        yield from (f"{path} is not in the package" for path in paths - set(trees))
        if resource.get("href") not in paths:
            yield f"{identifier}: its own file is not listed"
        wanted = standard.types.get(resource.get("type", ""))
        root = trees.get(resource.get("href", ""))
        if root is None:
            continue
        if root.tag != f"{{{standard.items}}}{wanted}":
            yield f"{identifier}: {resource.get('type')} is a {root.tag}"
        if root.get("identifier") != identifier:
            yield f"{identifier}: the file calls itself {root.get('identifier')}"
        for need in resource.iter(f"{space}dependency"):
            if need.get("identifierref") not in resources:
                yield f"{identifier}: depends on {need.get('identifierref')}, which is not there"
        yield from (
            f"{resource.get('href')}: {told}" for told in _file(root, standard, resource.get("href", ""), trees)
        )
    yield from (f"{path} is not listed" for path in set(trees) - listed)
    if sum("test" in r.get("type", "") for r in resources.values()) != 1:
        yield "not one test"


def _file(root: ET.Element, standard: Standard, path: str, trees: dict[str, ET.Element]) -> Iterator[str]:
    for element in root.iter():
        yield from _element(element, standard)
        reference = element.get("href")
        if reference is not None:
            there = normpath(join(dirname(path), reference))
            if there not in trees:
                yield f"{reference} does not resolve"
            elif trees[there].get("identifier") != element.get("identifier"):
                yield f"{reference} is not {element.get('identifier')}"
    if name(root) == "assessmentItem":
        yield from _item(root)
    if name(root) == "assessmentTest":
        yield from _test(root)


def _element(element: ET.Element, standard: Standard) -> Iterator[str]:
    space, _, raw = element.tag.removeprefix("{").rpartition("}")
    key = name(element)
    new = standard is STANDARDS[1]
    if space != standard.items:
        yield f"{raw} is in the namespace {space!r}"
    if new and (raw.startswith("qti-") == (key in HTML) or re.search(r"[A-Z]", raw)):
        yield f"{raw} is no name of 3.0"
    if not new and raw != key:
        yield f"{raw} is no name of 2.1"
    if (
        key not in CONTENT
        and key not in ORDER
        and key not in OPERANDS
        and key not in ATTRIBUTES
        and key != "value"
    ):
        yield f"{raw} is unknown"
    given = {k.rpartition("}")[2] for k in element.attrib} if element.attrib else set()
    if new and any(re.search(r"[A-Z]", k) for k in given - {"schemaLocation"}):
        yield f"{raw} has attributes of 2.1: {given}"
    must, may = (set(names.split()) for names in ATTRIBUTES.get(key, ("", "")))
    has = {camel(k) for k in given} - GLOBAL
    if not new:
        may -= {"use", "externalScored"}
    if must - has or has - must - may:
        yield f"{raw} has {sorted(has)}"
    if key not in TEXT and ((element.text or "").strip() or any((c.tail or "").strip() for c in element)):
        yield f"words in {raw}"
    children = [name(child) for child in element]
    if key in CONTENT and set(children) - CONTENT[key]:
        yield f"{sorted(set(children) - CONTENT[key])} in {raw}"
    if key in ORDER and not _in_order(ORDER[key], children):
        yield f"{children} in {raw}"
    if key in OPERANDS:
        least, most = OPERANDS[key]
        if not least <= len(children) <= most or set(children) - set(OPERANDS):
            yield f"{raw} of {children}"
    if key in ("rubricBlock", "modalFeedback") and (children == ["contentBody"]) != new:
        yield f"{raw} holds {children}"
    if key in ("p", "tr", "ul", "tbody") and not children and not words(element):
        yield f"empty {raw}"


def _in_order(rule: str, children: list[str]) -> bool:
    """Whether names stand in the order of the rule."""
    expression = ""
    for part in rule.split():
        sign = part[-1] if part[-1] in "?*+" else ""
        key = part.removesuffix(sign) if sign else part
        one_of = GROUPS.get(key) or (OPERANDS if key == "expression" else {key})
        expression += f"(?:(?:{'|'.join(sorted(one_of))}) ){sign}"
    return re.fullmatch(expression, "".join(f"{child} " for child in children)) is not None


def _item(root: ET.Element) -> Iterator[str]:
    responses = {attribute(e, "identifier"): e for e in below(root, "responseDeclaration")}
    outcomes = {attribute(e, "identifier"): e for e in below(root, "outcomeDeclaration")}
    yield from _unique(
        "item", [attribute(e, "identifier") for e in below(root, "responseDeclaration", "outcomeDeclaration")]
    )
    yield from (f"no outcome {key}" for key in {"SCORE", "MAXSCORE"} - set(outcomes))
    asked = [e for e in root.iter() if name(e) in RESPONSES]
    if sorted(attribute(e, "responseIdentifier") for e in asked) != sorted(responses):
        yield "responses and interactions do not go together"
        return
    for interaction in asked:
        declared = responses[attribute(interaction, "responseIdentifier")]
        yield from _interaction(interaction, declared)
    yield from _unique("hottext", [attribute(e, "identifier") for e in below(root, "hottext")])
    yield from _processing(root, responses, outcomes)
    chosen = {attribute(e, "identifier") for e in below(root, *CHOICES)}
    for comment in below(root, "modalFeedback"):
        if attribute(comment, "outcomeIdentifier") not in outcomes:
            yield "feedback of no outcome"
        if attribute(comment, "identifier") not in chosen | {"general"}:
            yield f"feedback {attribute(comment, 'identifier')} is never shown"
        if attribute(comment, "showHide") != "show":
            yield "feedback that is hidden"
    yield from _unique("feedback", [attribute(e, "identifier") for e in below(root, "modalFeedback")])
    views = [attribute(e, "view") for e in below(root, "rubricBlock")]
    scored = any(attribute(e, "identifier") == "SCORE" for e in below(root, "setOutcomeValue"))
    if views != ([] if scored else ["scorer"]):
        yield f"rubrics for {views}"


def _interaction(interaction: ET.Element, declared: ET.Element) -> Iterator[str]:
    kind = name(interaction)
    cardinality, base = attribute(declared, "cardinality"), attribute(declared, "baseType")
    cardinalities, wanted = RESPONSES[kind]
    if cardinality not in cardinalities or base != wanted:
        yield f"{kind} with {cardinality} {base}"
    groups = [
        [attribute(c, "identifier") for c in below(g, *CHOICES)] for g in below(interaction, "simpleMatchSet")
    ]
    single = [attribute(c, "identifier") for c in below(interaction, *CHOICES)]
    yield from _unique(kind, single)
    most = 0
    if kind in ("choiceInteraction", "hottextInteraction"):
        most = int(attribute(interaction, "maxChoices"))
        if (most == 1) != (cardinality == "single") or most > len(single):
            yield f"maxChoices {most} with {cardinality}"
    if kind == "matchInteraction":
        most = int(attribute(interaction, "maxAssociations"))
        if most != len(groups[0]):
            yield f"{most} pairs for {len(groups[0])} rows"
    possible = {f"{a} {b}" for a in groups[0] for b in groups[1]} if groups else set(single)
    right = [words(v) for c in below(declared, "correctResponse") for v in below(c, "value")]
    keys = [attribute(e, "mapKey") for e in below(declared, "mapEntry")]
    yield from _unique(f"{kind} right", right)
    yield from _unique(f"{kind} mapping", keys)
    if base != "string":
        yield from (f"{value} cannot be chosen" for value in {*right, *keys} - possible)
    if (cardinality == "single" and len(right) > 1) or (most and len(right) > most):
        yield f"{len(right)} right values with {cardinality}"
    if cardinality == "ordered" and right and sorted(right) != sorted(single):
        yield "not all is put in order"
    if kind == "matchInteraction":
        limits = {attribute(c, "identifier"): int(attribute(c, "matchMax")) for c in below(interaction, *CHOICES)}
        uses = Counter(part for value in right for part in value.split())
        yield from (f"{part} is needed {n} times" for part, n in uses.items() if limits[part] and n > limits[part])
    worth = [float(attribute(e, "mappedValue")) for e in below(declared, "mapEntry")]
    if worth and max(worth) <= 0:
        yield "nothing earns a mark"
    if any(value < 0 for value in worth) and not any(
        attribute(m, "lowerBound") == "0" for m in below(declared, "mapping")
    ):
        yield "marks below nothing"


def _processing(
    root: ET.Element, responses: dict[str, ET.Element], outcomes: dict[str, ET.Element]
) -> Iterator[str]:
    processing = next(below(root, "responseProcessing"), None)
    if processing is None:
        yield "no response processing"
        return
    for rule in below(processing, "setOutcomeValue"):
        if attribute(rule, "identifier") not in outcomes:
            yield f"sets {attribute(rule, 'identifier')}"
        else:
            declared = outcomes[attribute(rule, "identifier")]
            wanted = attribute(declared, "cardinality"), attribute(declared, "baseType")
            got = _type(rule[0], responses, outcomes)
            if got != wanted:
                yield f"sets {wanted} to {got}"
    for element in below(processing, "variable", "mapResponse"):
        if attribute(element, "identifier") not in {**responses, **outcomes}:
            yield f"{attribute(element, 'identifier')} is not declared"
    for element in below(processing, "mapResponse"):
        if not any(below(responses[attribute(element, "identifier")], "mapping")):
            yield "maps without a mapping"
    for condition in below(processing, "responseIf"):
        if _type(condition[0], responses, outcomes) != ("single", "boolean"):
            yield "a condition is no truth"


def _type(e: ET.Element, responses: dict[str, ET.Element], outcomes: dict[str, ET.Element]) -> tuple[str, str]:
    """Cardinality and base type of an expression; ('', '') where its operands do not fit."""
    kind = name(e)
    of = [_type(child, responses, outcomes) for child in e]
    wrong = ("", "")
    if kind == "variable":
        declared = {**responses, **outcomes}.get(attribute(e, "identifier"))
        return wrong if declared is None else (attribute(declared, "cardinality"), attribute(declared, "baseType"))
    if kind == "baseValue":
        return ("single", attribute(e, "baseType"))
    if kind == "mapResponse":
        return ("single", "float")
    if kind == "isNull":
        return ("single", "boolean") if of[0] != wrong else wrong
    if kind in ("not", "or"):
        return ("single", "boolean") if set(of) == {("single", "boolean")} else wrong
    if kind == "match":
        return ("single", "boolean") if of[0] == of[1] != wrong else wrong
    if kind == "patternMatch":
        return ("single", "boolean") if of == [("single", "string")] else wrong
    if kind == "index":
        return ("single", of[0][1]) if of[0][0] == "ordered" else wrong
    if kind in ("sum", "product", "divide"):
        return ("single", "float") if set(of) == {("single", "float")} else wrong
    if kind == "truncate":
        return ("single", "integer") if of == [("single", "float")] else wrong
    if kind == "integerToFloat":
        return ("single", "float") if of == [("single", "integer")] else wrong
    if kind != "multiple":
        return wrong
    bases = {base for _, base in of}
    fits = len(bases) == 1 and all(cardinality in ("single", "multiple") for cardinality, _ in of)
    return ("multiple", bases.pop()) if fits else wrong


def _test(root: ET.Element) -> Iterator[str]:
    yield from _unique(
        "test",
        [e.get("identifier", "") for e in below(root, "testPart", "assessmentSection", "assessmentItemRef")],
    )
    for part in below(root, "testPart"):
        if attribute(part, "navigationMode") not in ("linear", "nonlinear"):
            yield "an unknown way through the test"
        if attribute(part, "submissionMode") not in ("individual", "simultaneous"):
            yield "an unknown way to hand in"
    if {attribute(e, "view") for e in below(root, "rubricBlock")} != {"candidate"}:
        yield "words of the test that candidates do not see"


def _unique(where: str, names: list[str]) -> Iterator[str]:
    yield from (f"{where}: {key} stands {n} times" for key, n in Counter(names).items() if n > 1)
    if where.endswith(("right", "mapping")):
        return
    yield from (f"{where}: {key!r} is no identifier" for key in names if not IDENTIFIER.fullmatch(key))
