"""A sheet and its key -> a package of QTI 2.1: a test, its items, and in each item the reports it is about."""

from generator.export.carrier import Carrier, Say
from generator.export.exported import Export
from generator.export.identifiers import item_name
from generator.export.passage_html import passage_html
from generator.export.qti_item import Dialect, ItemWriter
from generator.export.qti_test import manifest, test
from generator.export.xml_tree import El, Raw, document, el, package
from generator.model.booklet import AnswerKey, Worksheet

QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
ROOT = {
    "xmlns": QTI,
    "xmlns:xsi": INSTANCE,
    "xsi:schemaLocation": f"{QTI} http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd",
}
NAMESPACES = {"xmlns": PACKAGE, "xmlns:imsmd": "http://ltsc.ieee.org/xsd/LOM", "xmlns:xsi": INSTANCE}
TYPES = {"test": "imsqti_test_xmlv2p1", "item": "imsqti_item_xmlv2p1"}


def make(sheet: Worksheet, key: AnswerKey, say: Say) -> Export:
    """The zip and what it cannot carry."""
    carrier = Carrier(sheet, key)
    carrier.take("", "draft")
    passages = "".join(passage_html(carrier, passage, say) for passage in sheet.passages)
    reports = (el("div", Raw(passages), class_="reports"),)
    writer = ItemWriter(carrier, Dialect(content_body=False, human=False, reports=reports, references=()), say)
    files = {
        f"items/{item_name(sheet, question.id)}.xml": _file(writer.item(question, carrier.entries[question.id]))
        for question in sheet.items
    }
    files["test.xml"] = _file(test(carrier, say, content_body=False))
    files["imsmanifest.xml"] = document(manifest(carrier, say, NAMESPACES, ("QTIv2.1 Package", "1.0.0"), TYPES))
    return Export.of("qti21", carrier, package(files))


def _file(root: El) -> bytes:
    return document(root.renamed(root.name, {**ROOT, **root.attributes}, root.children))
