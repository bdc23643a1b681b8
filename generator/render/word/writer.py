"""The desk a Word file is written at: its page, header and footer, pictures and the words of the interface."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from io import BytesIO

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm

from generator.model.vocabulary import Skill
from generator.render.look import Look
from generator.render.pages import Pages
from generator.render.word.fonts import embed_fonts
from generator.render.word.package import empty_document, packed
from generator.render.word.pictures import sign_png
from generator.render.word.style_data import StyleData, style_data
from generator.render.word.styles import fill_styles
from generator.render.word.xml import Element, el, field, mm, para, run, tick_box

INDENT = 9.0
"""In mm: what stands left of the text, numbers and labels only."""
MM_A_PT = 25.4 / 72
_LINE = "Passage line"


class Writer:
    """An open Word file. `language` is that of the paper; `foot`, form id and title, is named on every page.

    `measure` is the length of a passage line in em: where it is wider than the paper, passages get smaller type.
    `compact` takes the styles for notes, which are to fit on few pages.
    """

    def __init__(
        self,
        pages: Pages,
        look: Look,
        language: str,
        title: str,
        foot: tuple[str, str],
        measure: float = 0,
        compact: bool = False,
    ) -> None:
        self.pages = pages
        self.data: StyleData = style_data(pages)
        if compact:
            self.data.paragraph.update(self.data.compact)
        self.page = self.data.page[look.paper]
        self.passage_size = self._fitted(measure)
        self.language = self.tag(language)
        self._document: Document = empty_document(title, self.language, foot[0])
        fill_styles(self._document.styles.element, self.data, self.page, self.language)
        embed_fonts(self._document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE), self.data, pages.fonts)
        self._end = self._document.element.body.find(qn("w:sectPr"))
        self._pictures = self._boxes = 0
        self._set_page(foot)

    def tag(self, language: str) -> str:
        """The language with its country, as spelling checkers want it."""
        return self.data.languages.get(language, language)

    @property
    def width(self) -> float:
        """Room for text beside the indent, in mm."""
        return self.page.measure - INDENT

    def write(self, *blocks: Element) -> None:
        """Puts paragraphs and tables at the end."""
        for block in blocks:
            self._end.addprevious(block)

    def packed(self) -> bytes:
        """The file."""
        return packed(self._document)

    def _fitted(self, measure: float) -> float:
        """The size of passage lines in pt, which the style then has too."""
        line = self.data.paragraph[_LINE]
        size = line.size or 12.0
        if measure:
            size = min(size, int(self.width / MM_A_PT / measure / 1.02 * 10) / 10)
        self.data.paragraph[_LINE] = replace(line, size=size)
        return size

    # -- pictures ----------------------------------------------------------------------------------

    def picture(self, data: bytes, width: float, alt: str, drop: float = 0) -> Element:
        """A run with a picture `width` mm wide, lowered by `drop` pt; `alt` tells what it shows."""
        return self._picture(self._document.part, data, width, alt, drop)

    def box(self, signs: tuple[str, str], ticked: bool, name: str) -> Element:
        """A box to tick; `signs` are the empty one and the ticked one, `name` is what it stands for."""
        self._boxes += 1
        style = "Box answered" if ticked else "Box"
        return tick_box(signs, ticked, style, self.data.fonts["signs"], self._boxes, name)

    def skill_sign(self, skill: Skill, size: float) -> Element:
        """The sign of a skill in the theme's colour."""
        colour = getattr(self.pages.theme.colours, skill)
        name = self.pages.say("word.sign", text=self.pages.say(f"skill.{skill}"))
        return self.picture(sign_png(self.pages.plain(f"signs/{skill}.svg"), colour), size, name, size * 0.55)

    def relation_sign(self, relation: str) -> Element:
        """The sign of how reports stand to each other."""
        data = sign_png(self.pages.plain(f"signs/relation-{relation}.svg"), self.pages.theme.colours.ink)
        alt = self.pages.say("word.sign", text=self.pages.say(f"relation.{relation}"))
        return self.picture(data, 3.6, alt, 1.5)

    def _picture(self, part: object, data: bytes, width: float, alt: str, drop: float) -> Element:
        self._pictures += 1
        inline = part.new_pic_inline(BytesIO(data), width=Mm(width))  # type: ignore[attr-defined]
        # Numbers run over the whole file: a header's picture must not have one of the body's.
        for named in (inline.docPr, inline.graphic.graphicData.pic.nvPicPr.cNvPr):
            named.set("id", str(self._pictures))
            named.set("name", f"picture {self._pictures}")
            named.set("descr", alt)
        for side in "TBLR":
            inline.set(f"dist{side}", "0")
        drawing = el("drawing")
        drawing.append(inline)
        lowered = el("rPr", el("position", val=-round(2 * drop))) if drop else None
        return el("r", lowered, drawing)

    # -- page --------------------------------------------------------------------------------------

    def _set_page(self, foot: tuple[str, str]) -> None:
        page = self.page
        top, right, bottom, left = (mm(value) for value in page.margins)
        self._end.extend(
            [
                el("pgSz", w=mm(page.width), h=mm(page.height)),
                el("pgMar", top=top, right=right, bottom=bottom, left=left, header=mm(8), footer=mm(9), gutter=0),
            ]
        )
        footer = self._document.sections[0].footer
        footer.is_linked_to_previous = False
        _fill(footer._element, self._foot(foot))

    def head(self, warning: str = "") -> None:
        """The header of every page: the school with its logo, and a warning at the right."""
        theme = self.pages.theme
        if not (theme.school or theme.logo or warning):
            return
        header = self._document.sections[0].header
        header.is_linked_to_previous = False
        words: list[Element] = []
        if theme.logo:
            words.append(self._logo(header.part, theme.logo.data, theme.logo.alt))
        if theme.school:
            words.append(run(f"  {theme.school}" if theme.logo else theme.school, "Note term"))
        if warning:
            words.append(run(f"\t{warning}", "Note term"))
        _fill(header._element, [para("Header", words)])

    def _logo(self, part: object, data: bytes, alt: str) -> Element:
        from PIL import Image

        wide, high = Image.open(BytesIO(data)).size
        return self._picture(part, data, min(40.0, 8.0 * wide / high), alt, 4)

    def _foot(self, foot: tuple[str, str]) -> list[Element]:
        said = self.pages.say("foot.page", page="\x01", pages="\x02")
        fields = {"\x01": "PAGE", "\x02": "NUMPAGES"}
        numbers = [
            field(fields[part]) if part in fields else run(part) for part in re.split("([\x01\x02])", said) if part
        ]
        made = [para("Footer", [run(f"{foot[0]}\t{foot[1]}\t"), *numbers])]
        if self.pages.theme.foot:
            made.append(para("Footer", run(self.pages.theme.foot)))
        return made


def _fill(part: Element, paragraphs: Iterable[Element]) -> None:
    for old in list(part):
        part.remove(old)
    part.extend(paragraphs)


def joined(parts: Sequence[str]) -> str:
    """Facts side by side, as on every paper."""
    return " · ".join(part for part in parts if part)
