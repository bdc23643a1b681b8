"""The rules of Canvas's importer for quizzes in QTI 1.2, checked strictly; it shares nothing with the exporter."""

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9._-]*")
QTI = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"
SETTINGS = "{http://canvas.instructure.com/xsd/cccv1p0}"
PACKAGE = "{http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1}"
TYPES = {
    "multiple_choice_question",
    "multiple_answers_question",
    "matching_question",
    "multiple_dropdowns_question",
    "fill_in_multiple_blanks_question",
    "essay_question",
    "text_only_question",
}
COMMENTS = {"general_fb", "correct_fb", "general_incorrect_fb"}


def problems(data: bytes) -> list[str]:
    """What is wrong with a package, in words; empty for a good one."""
    with ZipFile(BytesIO(data)) as archive:
        files = {info.filename: archive.read(info) for info in archive.infolist()}
    if "imsmanifest.xml" not in files:
        return ["no manifest"]
    try:
        trees = {path: ET.fromstring(content) for path, content in files.items()}
    except ET.ParseError as problem:
        return [str(problem)]
    return list(_package(trees))


def _package(trees: dict[str, ET.Element]) -> Iterator[str]:
    manifest = trees["imsmanifest.xml"]
    if manifest.tag != f"{PACKAGE}manifest":
        yield f"the manifest is a {manifest.tag}"
        return
    if manifest.findtext(f"{PACKAGE}metadata/{PACKAGE}schema") != "IMS Content":
        yield "another schema"
    if manifest.findtext(f"{PACKAGE}metadata/{PACKAGE}schemaversion") != "1.1.3":
        yield "another version of the schema"
    resources = {r.get("identifier", ""): r for r in manifest.iter(f"{PACKAGE}resource")}
    yield from _identifiers("manifest", [manifest.get("identifier", ""), *resources])
    listed = {file.get("href", "") for file in manifest.iter(f"{PACKAGE}file")} | {"imsmanifest.xml"}
    yield from (f"{path} is listed or there, not both" for path in listed ^ set(trees))
    quizzes = [r for r in resources.values() if r.get("type") == "imsqti_xmlv1p2"]
    if len(quizzes) != 1:
        yield f"{len(quizzes)} quizzes"
        return
    needs = [d.get("identifierref", "") for d in quizzes[0].iter(f"{PACKAGE}dependency")]
    yield from (f"{need} is not there" for need in needs if need not in resources)
    settings = [resources[need] for need in needs if need in resources]
    if not settings or not (settings[0].get("href") or "").endswith("/assessment_meta.xml"):
        yield "no settings"
        return
    ident = quizzes[0].get("identifier", "")
    file = next((f.get("href", "") for f in quizzes[0].iter(f"{PACKAGE}file")), "")
    if file not in trees or settings[0].get("href", "") not in trees:
        yield "the quiz's file is not there"
        return
    if file != f"{ident}/{ident}.xml":
        yield f"{file} is not where Canvas looks"
    yield from _quiz(trees[file], ident)
    yield from _settings(trees[settings[0].get("href", "")], ident, trees[file])


def _settings(root: ET.Element, ident: str, quiz: ET.Element) -> Iterator[str]:
    if root.tag != f"{SETTINGS}quiz" or root.get("identifier") != ident:
        yield f"settings of {root.get('identifier')}"
    if root.findtext(f"{SETTINGS}shuffle_answers") != "false":
        yield "answers are shuffled, but the key names them in order"
    if root.findtext(f"{SETTINGS}hide_results") != "always" or root.findtext(f"{SETTINGS}available") != "false":
        yield "students see the key"
    assignment = root.find(f"{SETTINGS}assignment")
    if assignment is None or assignment.get("identifier") in (None, ident):
        yield "the assignment has no name of its own"
    elif assignment.findtext(f"{SETTINGS}quiz_identifierref") != ident:
        yield "the assignment belongs to another quiz"
    points = sum(float(_fields(item).get("points_possible", "nan")) for item in quiz.iter(f"{QTI}item"))
    if float(root.findtext(f"{SETTINGS}points_possible") or "nan") != points:
        yield "points do not add up"


def _quiz(root: ET.Element, ident: str) -> Iterator[str]:
    assessment = root.find(f"{QTI}assessment")
    if root.tag != f"{QTI}questestinterop" or assessment is None or assessment.get("ident") != ident:
        yield "no assessment under the quiz's name"
        return
    sections = assessment.findall(f"{QTI}section")
    if len(sections) != 1 or sections[0].get("ident") != "root_section":
        yield "items outside the root section"
    items = list(assessment.iter(f"{QTI}item"))
    yield from _identifiers("quiz", [item.get("ident", "") for item in items])
    texts = [i.get("ident") for i in items if _fields(i).get("question_type") == "text_only_question"]
    for item in items:
        yield from (f"{item.get('ident')}: {told}" for told in _item(item, texts))


def _fields(item: ET.Element) -> dict[str, str]:
    return {
        field.findtext(f"{QTI}fieldlabel") or "": field.findtext(f"{QTI}fieldentry") or ""
        for field in item.iter(f"{QTI}qtimetadatafield")
    }


def _item(item: ET.Element, texts: list[str | None]) -> Iterator[str]:
    fields = _fields(item)
    kind = fields.get("question_type", "")
    if kind not in TYPES:
        yield f"unknown type {kind}"
        return
    presentation = item.find(f"{QTI}presentation")
    if presentation is None or not (presentation.findtext(f"{QTI}material/{QTI}mattext") or "").strip():
        yield "nothing is asked"
        return
    for text in item.iter(f"{QTI}mattext"):
        yield from _html(text)
    if kind == "text_only_question":
        if float(fields["points_possible"]) or item.find(f"{QTI}resprocessing") is not None:
            yield "marks for a text"
        return
    if float(fields["points_possible"]) <= 0:
        yield "no marks"
    if fields.get("parent_stimulus_item_ident") not in texts:
        yield "belongs to a text that is not there"
    yield from _responses(item, presentation, kind)
    yield from _comments(item)


def _responses(item: ET.Element, presentation: ET.Element, kind: str) -> Iterator[str]:
    asked = [e for e in presentation if e.tag in (f"{QTI}response_lid", f"{QTI}response_str")]
    choices = {e.get("ident", ""): [c.get("ident", "") for c in e.iter(f"{QTI}response_label")] for e in asked}
    yield from _identifiers("responses", list(choices))
    for labels in choices.values():
        yield from _identifiers("options", labels)
    if not asked:
        yield "nothing to answer in"
        return
    processing = item.find(f"{QTI}resprocessing")
    if processing is None:
        yield "no processing"
        return
    score = processing.find(f"{QTI}outcomes/{QTI}decvar")
    if score is None or (score.get("varname"), score.get("maxvalue"), score.get("minvalue")) != (
        "SCORE",
        "100",
        "0",
    ):
        yield "the score is no percentage"
    for equal in processing.iter(f"{QTI}varequal"):
        if equal.text not in choices.get(equal.get("respident", ""), ()):
            yield f"{equal.text} cannot be chosen"
    worth = [float(v.text or "nan") for v in processing.iter(f"{QTI}setvar")]
    actions = {v.get("action") for v in processing.iter(f"{QTI}setvar")}
    if kind in ("multiple_choice_question", "multiple_answers_question"):
        if worth != [100.0] or actions != {"Set"} or len(asked) != 1:
            yield "not one right answer worth everything"
        wanted = "Multiple" if kind == "multiple_answers_question" else "Single"
        if asked[0].get("rcardinality") != wanted:
            yield "another number of answers"
    if kind == "matching_question":
        if len({tuple(labels) for labels in choices.values()}) != 1:
            yield "rows with different lists"
        numbers = [re.search(r"\d+", label) for label in next(iter(choices.values()))]
        if None in numbers or len({n[0] for n in numbers if n}) != len(numbers):
            yield "options that Canvas takes for one another"
    if kind in ("multiple_dropdowns_question", "fill_in_multiple_blanks_question"):
        text = presentation.findtext(f"{QTI}material/{QTI}mattext") or ""
        yield from (
            f"no place for {name}" for name in choices if text.count(f"[{name.removeprefix('response_')}]") != 1
        )
        if any(not name.startswith("response_") for name in choices):
            yield "a blank that Canvas does not know"
        every = [label for labels in choices.values() for label in labels]
        yield from _identifiers("all options", every)
    if kind in ("matching_question", "multiple_dropdowns_question"):
        first = {}
        for condition in processing.iter(f"{QTI}respcondition"):
            equal, share = condition.find(f"{QTI}conditionvar/{QTI}varequal"), condition.find(f"{QTI}setvar")
            if equal is not None and share is not None:
                first.setdefault(equal.get("respident"), float(share.text or "nan"))
        if set(first) != set(choices) or round(sum(first.values()), 6) != 100 or actions != {"Add"}:
            yield f"the parts are worth {first}"
    if kind == "essay_question" and worth:
        yield "a machine marks an essay"


def _comments(item: ET.Element) -> Iterator[str]:
    told = [e.get("ident", "") for e in item.iter(f"{QTI}itemfeedback")]
    shown = {e.get("linkrefid", "") for e in item.iter(f"{QTI}displayfeedback")}
    yield from _identifiers("comments", told)
    yield from (f"{name} is told or shown, not both" for name in set(told) ^ shown)
    labels = {e.get("ident", "") for e in item.iter(f"{QTI}response_label")}
    for name in told:
        if name not in COMMENTS and name.removesuffix("_fb") not in labels:
            yield f"{name} belongs to no option"
        if name not in COMMENTS and re.search(r"correct|wrong|solution|general_|_all", name):
            yield f"Canvas takes {name} for another comment"


def _html(text: ET.Element) -> Iterator[str]:
    content = text.text or ""
    if text.get("texttype") == "text/html":
        try:
            ET.fromstring(f"<x>{content}</x>")
        except ET.ParseError as problem:
            yield f"broken HTML: {problem}"
    elif re.search(r"</?(strong|em|br|p|div)\b", content):
        yield "markup in plain text"


def _identifiers(where: str, names: list[str]) -> Iterator[str]:
    yield from (f"{where}: {name} stands {n} times" for name, n in Counter(names).items() if n > 1)
    yield from (f"{where}: {name!r} is no identifier" for name in names if not IDENTIFIER.fullmatch(name))
