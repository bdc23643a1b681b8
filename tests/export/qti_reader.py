"""Reads packages of QTI 2.1 and 3.0 and marks responses by what stands in them, apart from the exporter.

Names of 3.0 are read as those of 2.1, so that both are compared in the same words.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from math import trunc
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

Value = Any
"""None, text, number or truth; a list where there can be many; a tuple where their order counts."""

CHOICES = ("simpleChoice", "simpleAssociableChoice", "inlineChoice", "hottext")


def name(element: ET.Element) -> str:
    """The name of an element in the words of 2.1."""
    return _local(element.tag)


@cache
def _local(tag: str) -> str:
    return camel(tag.rpartition("}")[2].removeprefix("qti-"))


@cache
def camel(text: str) -> str:
    return re.sub(r"-([a-z])", lambda m: m[1].upper(), text)


def attribute(element: ET.Element, key: str) -> str:
    """An attribute by its name in 2.1."""
    found = {camel(k): v for k, v in element.attrib.items()}.get(key)
    assert found is not None, f"{name(element)} has no {key}"
    return found


def below(element: ET.Element, *names: str) -> Iterator[ET.Element]:
    return (e for e in element.iter() if name(e) in names)


def words(element: ET.Element) -> str:
    """All the words in an element, with one space between them."""
    return " ".join(" ".join(element.itertext()).split())


@dataclass(frozen=True)
class Interaction:
    """A place to answer: the texts of its choices by their identifiers, in order."""

    kind: str
    response: str
    choices: tuple[dict[str, str], ...]
    shuffle: str | None


@dataclass
class ReadItem:
    """An item as a platform has it."""

    identifier: str
    title: str
    root: ET.Element
    body: str
    scorer: str
    feedback: dict[str, str]
    interactions: list[Interaction]
    correct: dict[str, list[str]]
    points: float

    @property
    def by_hand(self) -> bool:
        """Whether nothing sets the score."""
        processing = next(below(self.root, "responseProcessing"))
        return not any(attribute(e, "identifier") == "SCORE" for e in below(processing, "setOutcomeValue"))

    def score(self, responses: Mapping[str, Value]) -> tuple[float, list[str]]:
        """The score and the comments shown."""
        run = _Run(self.root, responses)
        run.process()
        return run.values["SCORE"], run.values["FEEDBACK"] or []


@dataclass
class ReadPackage:
    files: dict[str, bytes]
    items: dict[str, ReadItem] = field(default_factory=dict)
    stimuli: dict[str, str] = field(default_factory=dict)
    test: ET.Element = field(default_factory=lambda: ET.Element("none"))
    order: list[str] = field(default_factory=list)

    def told(self) -> str:
        """All words of all files."""
        return " ".join(
            words(ET.fromstring(data)) for path, data in self.files.items() if path != "imsmanifest.xml"
        )


def read(data: bytes) -> ReadPackage:
    """The package, by its manifest."""
    with ZipFile(BytesIO(data)) as archive:
        files = {info.filename: archive.read(info) for info in archive.infolist()}
    package = ReadPackage(files)
    for resource in below(ET.fromstring(files["imsmanifest.xml"]), "resource"):
        kind = attribute(resource, "type")
        if not kind.startswith("imsqti_"):
            continue
        root = ET.fromstring(files[attribute(resource, "href")])
        if "item" in kind:
            package.items[attribute(resource, "identifier")] = _item(root)
        elif "stimulus" in kind:
            package.stimuli[attribute(resource, "identifier")] = words(root)
        elif "test" in kind:
            package.test = root
            package.order = [attribute(ref, "identifier") for ref in below(root, "assessmentItemRef")]
    return package


def _item(root: ET.Element) -> ReadItem:
    body = next(below(root, "itemBody"))
    scorer = [e for e in below(body, "rubricBlock") if attribute(e, "view") == "scorer"]
    most = next(e for e in below(root, "outcomeDeclaration") if attribute(e, "identifier") == "MAXSCORE")
    return ReadItem(
        identifier=attribute(root, "identifier"),
        title=attribute(root, "title"),
        root=root,
        body=words(body),
        scorer=" ".join(words(e) for e in scorer),
        feedback={attribute(e, "identifier"): words(e) for e in below(root, "modalFeedback")},
        interactions=[_interaction(e) for e in body.iter() if name(e).endswith("Interaction")],
        correct={
            attribute(e, "identifier"): [words(v) for v in below(next(below(e, "correctResponse")), "value")]
            for e in below(root, "responseDeclaration")
            if any(below(e, "correctResponse"))
        },
        points=float(words(most)),
    )


def _interaction(element: ET.Element) -> Interaction:
    groups = list(below(element, "simpleMatchSet")) or [element]
    choices = tuple({attribute(c, "identifier"): words(c) for c in below(group, *CHOICES)} for group in groups)
    return Interaction(name(element), attribute(element, "responseIdentifier"), choices, element.get("shuffle"))


class _Run:
    """Response processing over one set of responses."""

    def __init__(self, root: ET.Element, responses: Mapping[str, Value]) -> None:
        self.root = root
        self.declared = {attribute(e, "identifier"): e for e in below(root, "responseDeclaration")}
        unknown = set(responses) - set(self.declared)
        assert not unknown, f"no such response: {unknown}"
        self.values: dict[str, Value] = dict.fromkeys(self.declared)
        self.values |= {key: value or None for key, value in responses.items()}
        for outcome in below(root, "outcomeDeclaration"):
            default = next(below(outcome, "value"), None)
            number = float(words(default)) if default is not None else None
            self.values[attribute(outcome, "identifier")] = number

    def process(self) -> None:
        for rule in next(below(self.root, "responseProcessing")):
            self._rule(rule)

    def _rule(self, rule: ET.Element) -> None:
        if name(rule) == "setOutcomeValue":
            self.values[attribute(rule, "identifier")] = self.value(rule[0])
            return
        assert name(rule) == "responseCondition", name(rule)
        for branch in rule:
            assert name(branch) in ("responseIf", "responseElseIf", "responseElse")
            conditional = name(branch) != "responseElse"
            if not conditional or self.value(branch[0]) is True:
                for inner in branch[int(conditional) :]:
                    self._rule(inner)
                return

    def value(self, e: ET.Element) -> Value:
        kind = name(e)
        if kind == "variable":
            return self.values[attribute(e, "identifier")]
        if kind == "baseValue":
            text = words(e)
            return float(text) if attribute(e, "baseType") == "float" else text
        if kind == "mapResponse":
            return self._mapped(attribute(e, "identifier"))
        if kind == "patternMatch":
            given = self.value(e[0])
            return None if given is None else matches(attribute(e, "pattern"), given)
        if kind == "index":
            inside, n = self.value(e[0]), int(attribute(e, "n"))
            return inside[n - 1] if inside and n <= len(inside) else None
        return self._operator(kind, [self.value(child) for child in e])

    def _operator(self, kind: str, of: list[Value]) -> Value:
        if kind == "isNull":
            return of[0] is None
        if kind == "or":
            return True if True in of else None if None in of else False
        if kind == "multiple":
            flat = [
                v for value in of if value is not None for v in (value if isinstance(value, list) else [value])
            ]
            return flat or None
        if any(value is None for value in of):
            return None
        if kind == "not":
            return not of[0]
        if kind == "match":
            return of[0] == of[1]
        if kind == "sum":
            return sum(of)
        if kind == "product":
            return of[0] * of[1]
        if kind == "divide":
            return of[0] / of[1]
        if kind == "truncate":
            return trunc(of[0])
        if kind == "integerToFloat":
            assert isinstance(of[0], int)
            return float(of[0])
        raise AssertionError(f"unknown operator {kind}")

    def _mapped(self, response: str) -> float:
        mapping = next(below(self.declared[response], "mapping"))
        worth = {attribute(m, "mapKey"): float(attribute(m, "mappedValue")) for m in below(mapping, "mapEntry")}
        given = self.values[response]
        each = given if isinstance(given, list) else [given]
        total = sum(
            worth.get(value, float(mapping.get("defaultValue", mapping.get("default-value", 0))))
            for value in set(each)
        )
        least = mapping.get("lowerBound", mapping.get("lower-bound"))
        return max(total, float(least)) if least is not None else total


def matches(pattern: str, text: str) -> bool:
    """Whether a regular expression of XML Schema, which is anchored at both ends, fits the text."""
    assert not re.search(r"\(\?|(?<!\\)[\^$]", pattern.replace("[$]", "")), "not an expression of XML Schema"
    return re.fullmatch(pattern.replace(r"\s", " \t\n\r") if "[" in pattern else pattern, text) is not None
