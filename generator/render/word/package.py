"""An empty Word file to begin with, and the finished one as bytes that are the same in every run."""

from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument

_MAIN = "application/vnd.openxmlformats-officedocument"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WHEN = datetime(2020, 1, 1)

_PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        + "".join(
            f'<Override PartName="{part}" ContentType="{kind}+xml"/>'
            for part, kind in (
                ("/word/document.xml", f"{_MAIN}.wordprocessingml.document.main"),
                ("/word/styles.xml", f"{_MAIN}.wordprocessingml.styles"),
                ("/word/settings.xml", f"{_MAIN}.wordprocessingml.settings"),
                ("/word/fontTable.xml", f"{_MAIN}.wordprocessingml.fontTable"),
                ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties"),
                ("/docProps/app.xml", f"{_MAIN}.extended-properties"),
            )
        )
        + "</Types>"
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/relationships/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
        'Target="docProps/core.xml"/>'
        f'<Relationship Id="rId3" Type="{_OFFICE}/relationships/extended-properties" Target="docProps/app.xml"/>'
        "</Relationships>"
    ),
    "docProps/core.xml": (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
    ),
    "docProps/app.xml": (
        f'<Properties xmlns="{_OFFICE}/extended-properties"><AppVersion>16.0000</AppVersion></Properties>'
    ),
    "word/_rels/document.xml.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="rId{i}" Type="{_OFFICE}/relationships/{name}" Target="{name}.xml"/>'
            for i, name in enumerate(("styles", "settings", "fontTable"), 1)
        )
        + "</Relationships>"
    ),
    "word/document.xml": (
        f'<w:document {_W} xmlns:r="{_OFFICE}/relationships" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14" '
        'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        "<w:body><w:sectPr/></w:body></w:document>"
    ),
    "word/styles.xml": f"<w:styles {_W}/>",
    "word/settings.xml": (
        f'<w:settings {_W}><w:embedTrueTypeFonts/><w:defaultTabStop w:val="510"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting '
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    ),
    "word/fontTable.xml": f"<w:fonts {_W}/>",
}


def empty_document(title: str, language: str, form_id: str) -> WordDocument:
    """A file without styles or words, whose properties name the paper."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, text in _PARTS.items():
            archive.writestr(name, _HEAD + text)
    out.seek(0)
    document = Document(out)
    properties = document.core_properties
    properties.title, properties.language, properties.identifier = title, language, form_id
    properties.created = properties.modified = _WHEN
    return document


def packed(document: WordDocument) -> bytes:
    """The file as bytes; no clock and no order of making shows in them."""
    rough, out = BytesIO(), BytesIO()
    document.save(rough)
    with ZipFile(rough) as made, ZipFile(out, "w", ZIP_DEFLATED) as archive:
        first = "[Content_Types].xml"
        for name in sorted(made.namelist(), key=lambda name: (name != first, name)):
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o600 << 16
            entry.create_system = 3
            archive.writestr(entry, made.read(name))
    return out.getvalue()
