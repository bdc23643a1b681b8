"""A sheet and its key -> a package of QTI 3.0: a test, its items, and the reports as one text that items share."""

import re

from generator.export.carrier import Carrier, Say
from generator.export.exported import Export
from generator.export.identifiers import form_of, identifier, item_name
from generator.export.passage_html import passage_html
from generator.export.qti_item import Dialect, ItemWriter
from generator.export.qti_test import manifest, test
from generator.export.xml_tree import El, Raw, document, el, package
from generator.model.booklet import AnswerKey, Worksheet

QTI = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
PACKAGE = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"
INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
ROOT = {
    "xmlns": QTI,
    "xmlns:xsi": INSTANCE,
    "xsi:schemaLocation": f"{QTI} https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0p1_v1p0.xsd",
}
NAMESPACES = {"xmlns": PACKAGE, "xmlns:imsmd": "http://ltsc.ieee.org/xsd/LOM", "xmlns:xsi": INSTANCE}
TYPES = {
    "test": "imsqti_test_xmlv3p0",
    "item": "imsqti_item_xmlv3p0",
    "stimulus": "imsqti_stimulus_xmlv3p0",
}
_HTML = frozenset(
    {"div", "p", "table", "tbody", "thead", "tr", "th", "td", "ul", "li", "strong", "em", "br", "h3"}
)
_HUMP = re.compile(r"(?<=[a-z])[A-Z]")


def make(sheet: Worksheet, key: AnswerKey, say: Say) -> Export:
    """The zip and what it cannot carry."""
    carrier = Carrier(sheet, key)
    carrier.take("", "draft")
    name = identifier(form_of(sheet), "reports")
    shared = f"stimuli/{name}.xml"
    passages = "".join(passage_html(carrier, passage, say) for passage in sheet.passages)
    stimulus = el(
        "assessmentStimulus",
        el("stimulusBody", Raw(passages)),
        identifier=name,
        title=say("lms.reports"),
        **{"xml:lang": sheet.language},
    )
    reference = el("assessmentStimulusRef", identifier=name, href=f"../{shared}", title=say("lms.reports"))
    writer = ItemWriter(carrier, Dialect(content_body=True, human=True, reports=(), references=(reference,)), say)
    files = {
        f"items/{item_name(sheet, question.id)}.xml": _file(writer.item(question, carrier.entries[question.id]))
        for question in sheet.items
    }
    files[shared] = _file(stimulus)
    files["test.xml"] = _file(test(carrier, say, content_body=True))
    listed = manifest(carrier, say, NAMESPACES, ("QTI Package", "3.0.0"), TYPES, (shared,))
    files["imsmanifest.xml"] = document(listed)
    return Export.of("qti3", carrier, package(files))


def _file(root: El) -> bytes:
    new = upgraded(root)
    assert isinstance(new, El)
    return document(new.renamed(new.name, {**ROOT, **new.attributes}, new.children))


def upgraded(node: El | Raw | str) -> El | Raw | str:
    """The tree with the names of QTI 3.0: 'simpleChoice' becomes 'qti-simple-choice'; HTML keeps its names."""
    if not isinstance(node, El):
        return node
    html = node.name in _HTML
    name = node.name if html else f"qti-{_kebab(node.name)}"
    attributes = node.attributes if html else {_kebab(key): value for key, value in node.attributes.items()}
    return node.renamed(name, attributes, tuple(upgraded(child) for child in node.children))


def _kebab(name: str) -> str:
    return name if ":" in name else _HUMP.sub(lambda hump: f"-{hump[0].lower()}", name)
