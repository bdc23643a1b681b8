"""What Moodle's importer of XML wants, checked one by one; independent of the exporter."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from tests.export.moodle_reader import GapError, gaps_of

KINDS = {"category", "description", "multichoice", "shortanswer", "matching", "essay", "cloze", "truefalse"}
POSITIVE = (
    *("100", "90", "83.33333", "80", "75", "70", "66.66667", "60", "50", "40", "33.33333", "30", "25", "20"),
    *("16.66667", "14.28571", "12.5", "11.11111", "10", "5", "0"),
)
FRACTIONS = {*POSITIVE, *(f"-{number}" for number in POSITIVE if number != "0")}
LINES = {"2", "3", "5", "10", "15", "20", "25", "30", "35", "40"}
MOST_ANSWERS_OF_A_GAP = 339
FORMATTED = ("questiontext", "generalfeedback", "graderinfo", "responsetemplate")
SAFE = {"p", "h3", "strong", "em", "br", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "div"}


def problems(data: bytes) -> list[str]:
    """Every rule that the file breaks."""
    root = ElementTree.fromstring(data)
    found = [] if root.tag == "quiz" else ["the root is no quiz"]
    if not len(root) or root[0].get("type") != "category":
        found.append("no category comes first")
    seen: set[str] = set()
    for question in root:
        name = question.findtext("name/text") or question.findtext("category/text") or "?"
        found += [f"{name}: {wrong}" for wrong in _question(question, seen)]
    return found


def _question(question: ElementTree.Element, seen: set[str]) -> Iterator[str]:
    kind = question.get("type") or ""
    if question.tag != "question" or kind not in KINDS:
        yield f"unknown kind {kind}"
    id_ = question.findtext("idnumber") or ""
    if not id_ or id_ in seen or len(id_) > 100:
        yield f"no name of its own: {id_!r}"
    seen.add(id_)
    if kind == "category":
        path = question.findtext("category/text") or ""
        if not path.startswith("$course$/top/") or any(not step.strip() for step in _steps(path)):
            yield f"bad path {path!r}"
        return
    name = question.findtext("name/text") or ""
    if not 0 < len(name) <= 255 or name != " ".join(name.split()):
        yield "no good name"
    for child in question.iter():
        if child.get("format") not in (None, "html", "plain_text"):
            yield f"unknown format in {child.tag}"
    yield from _formatted(question)
    if float(question.findtext("defaultgrade") or -1) < 0:
        yield "no marks"
    if any(len(tag.findtext("text") or "") not in range(1, 51) for tag in question.findall("tags/tag")):
        yield "a tag that is empty or too long"
    for answer in question.findall("answer"):
        if answer.get("fraction") not in FRACTIONS:
            yield f"fraction {answer.get('fraction')} is not on the list"
    yield from _RULES.get(kind, lambda _: iter(()))(question)


def _steps(path: str) -> list[str]:
    return re.split(r"(?<!/)/(?!/)", path.removeprefix("$course$/top/"))


def _formatted(question: ElementTree.Element) -> Iterator[str]:
    for element in question.iter():
        if element.tag not in FORMATTED and element.get("format") != "html":
            continue
        if element.get("format") != "html":
            yield f"{element.tag} without a format"
        try:
            inner = ElementTree.fromstring(f"<div>{(element.findtext('text') or '').replace('&#160;', ' ')}</div>")
        except ElementTree.ParseError as wrong:
            yield f"{element.tag}: {wrong}"
            continue
        if odd := {node.tag for node in inner.iter()} - SAFE:
            yield f"{element.tag}: {odd} may be thrown away"
        if any(node.attrib for node in inner.iter()):
            yield f"{element.tag}: attributes may be thrown away"


def _multichoice(question: ElementTree.Element) -> Iterator[str]:
    shares = [float(answer.get("fraction") or 0) for answer in question.findall("answer")]
    texts = [answer.findtext("text") for answer in question.findall("answer")]
    single = question.findtext("single")
    if single not in ("true", "false"):
        yield "neither single nor multiple"
    if len(texts) < 2 or len(set(texts)) < len(texts) or not all(texts):
        yield "fewer than two different options"
    if single == "true" and (max(shares) != 100 or min(shares) < 0):
        yield "no option is worth all marks"
    if single == "false" and abs(sum(share for share in shares if share > 0) - 100) > 0.01:
        yield "the right options do not make 100"
    if question.findtext("answernumbering") not in ("none", "abc", "ABCD", "123", "iii", "IIII"):
        yield "unknown numbering"
    if question.findtext("shuffleanswers") not in ("true", "false"):
        yield "shuffling is left open"


def _matching(question: ElementTree.Element) -> Iterator[str]:
    pairs = question.findall("subquestion")
    rows = [pair.findtext("text") for pair in pairs if pair.findtext("text")]
    answers = [pair.findtext("answer/text") or "" for pair in pairs]
    if len(rows) < 2 or len(answers) < 3:
        yield "fewer than two rows or three answers"
    if len(set(rows)) < len(rows):
        yield "two rows are alike"
    if any(not answer or re.search(r"</?\w|\*\*", answer) for answer in answers):
        yield "an answer is empty or not plain"


def _essay(question: ElementTree.Element) -> Iterator[str]:
    if question.findtext("responsefieldlines") not in LINES:
        yield "unknown height"
    for name in ("responseformat", "responserequired", "attachments", "graderinfo", "responsetemplate"):
        if question.find(name) is None:
            yield f"no {name}"
    if not question.findtext("graderinfo/text"):
        yield "nothing for whoever marks"


def _cloze(question: ElementTree.Element) -> Iterator[str]:
    markup = question.findtext("questiontext/text") or ""
    try:
        gaps, rest = gaps_of(markup)
    except GapError:
        yield "a gap never ends"
        return
    if not gaps:
        yield "no gaps"
    if "{" in rest or re.search(r"\{\d*:", rest):
        yield "a brace outside gaps"
    if sum(gap.marks for gap in gaps) != float(question.findtext("defaultgrade") or 0):
        yield "the gaps do not make the marks of the question"
    for gap in gaps:
        texts = [answer.text.casefold() for answer in gap.answers]
        if max(answer.share for answer in gap.answers) != 1:
            yield "a gap without a right answer"
        if len(set(texts)) < len(texts) or not all(texts):
            yield f"answers of a gap are alike or empty: {texts}"
        if gap.kind == "MULTICHOICE" and len(texts) < 2:
            yield "a list of one"
        if len(texts) > MOST_ANSWERS_OF_A_GAP:
            yield "so many answers that the importer runs out of stack"


def _shortanswer(question: ElementTree.Element) -> Iterator[str]:
    answers = question.findall("answer")
    texts = [(answer.findtext("text") or "").casefold() for answer in answers]
    if all(answer.get("fraction") != "100" for answer in answers):
        yield "no answer is right"
    if len(set(texts)) < len(texts) or not all(texts):
        yield f"answers are alike or empty: {texts}"
    if question.findtext("usecase") not in ("0", "1"):
        yield "capitals are left open"


def _description(question: ElementTree.Element) -> Iterator[str]:
    if float(question.findtext("defaultgrade") or 0):
        yield "marks for a text without a question"
    if not question.findtext("questiontext/text"):
        yield "nothing to read"


_RULES = {
    "multichoice": _multichoice,
    "matching": _matching,
    "shortanswer": _shortanswer,
    "essay": _essay,
    "cloze": _cloze,
    "description": _description,
}
