"""Blocks of a document as Word's paragraphs and tables."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_BREAK, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Emu, Pt, RGBColor
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

from scenarios.texts import RIGHT_TO_LEFT
from simulator.printing.document import (
    Badges,
    Block,
    Boxes,
    Bullets,
    Document,
    Fields,
    Heading,
    Note,
    PageBreak,
    Paper,
    Paragraph,
    Run,
    Sign,
    Slip,
    Table,
    Words,
    runs,
    said,
)
from simulator.printing.prose import plain, right_to_left

SIZES = {"a4": (Cm(21), Cm(29.7)), "letter": (Cm(21.59), Cm(27.94))}
BOX = "\N{BALLOT BOX}\N{NO-BREAK SPACE}"
TWIPS_A_CM = 567
LOCALES = {"en": "en-GB", "fr": "fr-FR", "ar": "ar-SA"}


class Writer:
    """Writes a document into a Word file, before the paragraph that marks its place."""

    def __init__(self, made: Any, place: Any, document: Document, paper: Paper | None) -> None:
        self.made = made
        self.place = place
        self.document = document
        self.paper = paper
        self.backwards = document.language in RIGHT_TO_LEFT
        self.section = made.sections[0]

    def write(self) -> None:
        """Write all of it."""
        document = self.document
        self._page()
        self._language()
        if not document.bare:
            self._paragraph(document.title, "Title", keep=True)
            if document.subtitle:
                self._paragraph(document.subtitle, "Subtitle")
        for number, block in enumerate(document.outlined()):
            if isinstance(block, Sign) and number and not isinstance(document.blocks[number - 1], PageBreak):
                self._break()
            self._block(block, None)
        last = self.place._p.getprevious()
        if last is None or last.tag == qn("w:tbl"):
            _clear(self.place)  # Word wants a paragraph after a table
            self.place.paragraph_format.space_after = Pt(0)
        else:
            self.place._p.getparent().remove(self.place._p)

    # -- the page -----------------------------------------------------------------------------------------------------

    def _page(self) -> None:
        section = self.section
        if self.paper is not None:
            section.page_width, section.page_height = SIZES[self.paper]
        wide, high = section.page_width, section.page_height
        if self.document.landscape and wide < high:
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = high, wide
        if self.document.bare:
            section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(1)
            for part in (section.header, section.footer):
                for paragraph in part.paragraphs[1:]:
                    paragraph._p.getparent().remove(paragraph._p)
                for paragraph in part.paragraphs:
                    _clear(paragraph)
        for part in (section.header, section.footer):
            for paragraph in list(part.paragraphs):
                if self.paper is not None and "\t" in paragraph.text:
                    stops = paragraph.paragraph_format.tab_stops
                    stops.clear_all()
                    stops.add_tab_stop(Emu(self._width()), WD_TAB_ALIGNMENT.RIGHT)
                self._direct(paragraph, paragraph.text)
                _numbered(paragraph)
                if (
                    not paragraph.text
                    and not self.document.bare
                    and len(part.paragraphs) > 1
                    and not _fields(paragraph)
                ):
                    paragraph._p.getparent().remove(paragraph._p)
        if self.backwards:
            properties = section._sectPr
            properties.append(OxmlElement("w:bidi"))
            _ordered(properties)

    def _language(self) -> None:
        defaults = self.made.styles.element.find(qn("w:docDefaults"))
        properties = defaults.find(f".//{qn('w:rPr')}") if defaults is not None else None
        if properties is None:
            return
        language = properties.find(qn("w:lang"))
        if language is None:
            language = OxmlElement("w:lang")
            properties.append(language)
        locale = LOCALES.get(self.document.language, self.document.language)
        language.set(qn("w:bidi" if self.backwards else "w:val"), locale)

    # -- words --------------------------------------------------------------------------------------------------------

    def _paragraph(self, words: Words, style: str | None = None, into: Any = None, *, keep: bool = False) -> Any:
        """A paragraph before the place, or in a cell."""
        paragraph = self.place.insert_paragraph_before() if into is None else _next(into)
        if style is not None:
            paragraph.style = self.made.styles[style]
        self._say(paragraph, words)
        if keep:
            paragraph.paragraph_format.keep_with_next = True
        return paragraph

    def _say(self, paragraph: Any, words: Words) -> None:
        for part in runs(words):
            run = paragraph.add_run(plain(part.text))
            run.bold = part.bold or None
            run.italic = part.italic or None
            if part.bold:
                run.font.cs_bold = True
        self._direct(paragraph, said(words))

    def _direct(self, paragraph: Any, text: str) -> None:
        """Give a paragraph and its runs the direction of the text, or of the document where it has none."""
        own = right_to_left(text)
        if own is None:
            own = self.backwards
        if own:
            _from_the_right(paragraph)
            for run in paragraph.runs:
                if right_to_left(run.text) or right_to_left(run.text) is None:
                    run.font.rtl = True

    def _label(self, paragraph: Any, text: str) -> None:
        run = paragraph.add_run(plain(text))
        run.bold = run.font.cs_bold = True
        run.font.size = Pt(9)
        run.font.color.rgb = RGBColor(0x16, 0x32, 0x4F)
        self._direct(paragraph, text)

    # -- blocks -------------------------------------------------------------------------------------------------------

    def _block(self, block: Block, into: Any) -> None:
        match block:
            case Heading(text=text, level=level):
                self._paragraph(text, f"Heading {level}" if into is None else "Heading 3", into, keep=True)
            case Paragraph(words=words, style=style, keep=keep):
                paragraph = self._paragraph(words, None, into, keep=keep)
                for run in paragraph.runs:
                    if style != "body":
                        run.font.size = Pt(12 if style == "lead" else 9)
            case Bullets(items=items, numbered=numbered):
                self._list(items, numbered, into)
            case Boxes(items=items):
                for item in items:
                    self._paragraph((Run(BOX), *runs(item)), None, into).paragraph_format.left_indent = Cm(0.2)
            case Fields(labels=labels, lines=count):
                for label in labels:
                    self._field(label, count, into)
            case Table():
                self._table(block, into)
            case Slip() | Note():
                self._framed(block)
            case Sign():
                self._sign(block)
            case Badges(people=people):
                self._badges(people)
            case PageBreak():
                self._break()

    def _break(self) -> None:
        self.place.insert_paragraph_before().add_run().add_break(WD_BREAK.PAGE)

    def _list(self, items: Sequence[Words], numbered: bool, into: Any) -> None:
        number = self._restarted() if numbered else None
        for item in items:
            paragraph = self._paragraph(item, "List Number" if numbered else "List Bullet", into)
            if self.backwards:
                _from_the_right(paragraph)
            if number is not None:
                properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
                properties.get_or_add_ilvl().val = 0
                properties.get_or_add_numId().val = number

    def _restarted(self) -> int | None:
        """A numbering like that of the style, which begins at 1 again."""
        style = self.made.styles["List Number"].element
        found = style.find(f".//{qn('w:numId')}")
        if found is None:
            return None
        numbering = self.made.part.numbering_part.element
        mine = next((n for n in numbering.num_lst if n.numId == int(found.get(qn("w:val")))), None)
        if mine is None:
            return None
        new = numbering.add_num(mine.abstractNumId.val)
        new.add_lvlOverride(0).add_startOverride(1)
        return int(new.numId)

    def _field(self, label: str, count: int, into: Any) -> None:
        paragraph = self._paragraph("", None, into)
        self._label(paragraph, label)
        paragraph.paragraph_format.space_before = Pt(10)
        for _ in range(max(0, count - 1)):
            _ruled(paragraph)
            paragraph = self._paragraph("", None, into)
            paragraph.paragraph_format.space_before = Pt(12)
        _ruled(paragraph)

    def _table(self, block: Table, into: Any) -> None:
        widths = [int(self._width() * width / sum(block.widths)) for width in block.widths]
        table = self._grid(1 + len(block.rows), widths, into)
        for column, text in enumerate(block.header):
            cell = table.cell(0, column)
            paragraph = cell.paragraphs[0]
            self._label(paragraph, text)
            _tight(paragraph)
            paragraph.paragraph_format.keep_with_next = True
            if column in block.numbers:
                self._to_the_end(paragraph)
            _borders(cell, bottom="8", colour="16324F")
        _repeat(table.rows[0])
        for number, row in enumerate(block.rows):
            _whole(table.rows[number + 1])
            for column, words in enumerate(row):
                cell = table.cell(number + 1, column)
                paragraph = cell.paragraphs[0]
                self._say(paragraph, words)
                _tight(paragraph, 9 if block.tall else 3)
                for run in paragraph.runs:
                    run.font.size = Pt(9.5)
                    if number in block.emphasis:
                        run.bold = run.font.cs_bold = True
                if column in block.numbers:
                    self._to_the_end(paragraph)
                if number in block.emphasis:
                    _shaded(cell, "EFEFEF")
                _borders(cell, bottom="4", colour="B5B5B5")
        self._after_table()

    def _to_the_end(self, paragraph: Any) -> None:
        justify = OxmlElement("w:jc")
        # In a paragraph from right to left, Word's `left` is the side where lines begin; `end` means the other one.
        justify.set(qn("w:val"), "right" if not self.backwards else "end")
        paragraph._p.get_or_add_pPr().insert_element_before(justify, *_AFTER_JC)

    def _framed(self, block: Slip | Note) -> None:
        table = self._grid(1, [self._width()], None)
        cell = table.cell(0, 0)
        if not any(isinstance(inner, Table) for inner in block.blocks):
            _whole(table.rows[0])
        if isinstance(block, Slip):
            _borders(cell, top="6", bottom="6", left="6", right="6", colour="777777", line="dashed")
        else:
            _shaded(cell, "F2F2F2")
            _borders(cell, colour="16324F", left="18")  # where lines begin, in a table from right to left too
        if block.title:
            head = cell.paragraphs[0]
            self._say(head, (Run(block.title, bold=True),))
            head.runs[0].font.size = Pt(11.5)
            head.runs[0].font.color.rgb = RGBColor(0x16, 0x32, 0x4F)
            head.paragraph_format.keep_with_next = True
        if isinstance(block, Slip):
            for name, value in block.facts:
                self._paragraph(
                    (Run(f"{name}: ", bold=True), Run(value)), None, cell
                ).paragraph_format.space_after = Pt(1)
        for inner in block.blocks:
            self._block(inner, cell)
        if isinstance(block, Slip):
            for label in block.fields:
                self._field(label, 1, cell)
        self._after_table()

    def _badges(self, people: Sequence[Sign]) -> None:
        rows = (len(people) + 1) // 2
        table = self._grid(rows, [Cm(9), Cm(9)], None)
        for number, person in enumerate(people):
            row, column = divmod(number, 2)
            table.rows[row].height = Cm(5.4)
            _whole(table.rows[row])
            cell = table.cell(row, column)
            cell.vertical_alignment = 1
            _borders(cell, top="4", bottom="4", left="4", right="4", colour="B5B5B5", line="dashed")
            for words, size, bold in ((person.name, 19, True), (person.title, 10, False), (person.party, 9, True)):
                self._centred(cell, words, size, bold)

    def _sign(self, sign: Sign) -> None:
        """A page for one name, said to both sides of the fold."""
        high = int(self.section.page_height - self.section.top_margin - self.section.bottom_margin)
        table = self._grid(2, [self._width()], None)
        size = max(26, min(80, int(1150 / max(14, len(sign.name)))))
        for row, over in ((0, True), (1, False)):
            table.rows[row].height = int(high * 0.44)
            cell = table.cell(row, 0)
            cell.vertical_alignment = 1
            if over:
                _borders(cell, bottom="4", colour="B5B5B5", line="dashed")
                _turned(cell.paragraphs[0], self._width(), int(high * 0.41), self._drawn(sign, size))
                continue
            for words, points, bold in ((sign.name, size, True), (sign.title, 20, False), (sign.party, 17, True)):
                self._centred(cell, words, points, bold)

    def _drawn(self, sign: Sign, size: int) -> list[Any]:
        """The paragraphs of a sign, taken out of a cell that is thrown away."""
        table = self._grid(1, [self._width()], None)
        cell = table.cell(0, 0)
        for words, points, bold in ((sign.name, size, True), (sign.title, 20, False), (sign.party, 17, True)):
            self._centred(cell, words, points, bold)
        paragraphs = [deepcopy(p._p) for p in cell.paragraphs]
        table._tbl.getparent().remove(table._tbl)
        return paragraphs

    def _centred(self, cell: Any, words: str, size: float, bold: bool) -> None:
        paragraph = self._paragraph((Run(words, bold=bold),), None, cell)
        paragraph.alignment = 1
        paragraph.paragraph_format.space_after = Pt(size / 4)
        for run in paragraph.runs:
            run.font.size = Pt(size)
            run.font.name = "Calibri"
            # Word sizes letters from right to left by a property of their own.
            own = OxmlElement("w:szCs")
            own.set(qn("w:val"), str(int(size * 2)))
            run._r.get_or_add_rPr().find(qn("w:sz")).addnext(own)
            if bold:
                run.font.color.rgb = RGBColor(0x16, 0x32, 0x4F)

    # -- tables -------------------------------------------------------------------------------------------------------

    def _width(self) -> int:
        section = self.section
        return int(section.page_width - section.left_margin - section.right_margin)

    def _grid(self, rows: int, widths: Sequence[int], into: Any) -> Any:
        table: Any = WordTable(_new_table(rows, len(widths), self._width()), self.made._body)
        if into is None:
            self.place._p.addprevious(table._tbl)
        else:
            into._tc.append(table._tbl)
            into.add_paragraph()
        table.autofit = False
        for row in table.rows:
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = width
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        if self.backwards:
            table._tbl.tblPr.insert_element_before(OxmlElement("w:bidiVisual"), *_AFTER_BIDI_VISUAL)
        return table

    def _after_table(self) -> None:
        gap = self.place.insert_paragraph_before()
        gap.paragraph_format.space_after = Pt(4)
        gap.paragraph_format.line_spacing = Pt(6)


_AFTER_BIDI = ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents",
               "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl",
               "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange")  # fmt: skip
_AFTER_JC = _AFTER_BIDI[_AFTER_BIDI.index("w:jc") + 1 :]
_AFTER_BIDI_VISUAL = ("w:tblStyleRowBandSize", "w:tblStyleColBandSize", "w:tblW", "w:jc", "w:tblCellSpacing",
                      "w:tblInd", "w:tblBorders", "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")  # fmt: skip


def _from_the_right(paragraph: Any) -> None:
    properties = paragraph._p.get_or_add_pPr()
    if properties.find(qn("w:bidi")) is None:
        properties.insert_element_before(OxmlElement("w:bidi"), *_AFTER_BIDI)


def _new_table(rows: int, columns: int, width: int) -> Any:
    from docx.oxml.table import CT_Tbl

    return CT_Tbl.new_tbl(rows, columns, Emu(width))


def _next(cell: Any) -> Any:
    """The first paragraph of a cell as long as it is empty, then new ones."""
    first = cell.paragraphs[0]
    if len(cell.paragraphs) == 1 and not first.runs and not cell.tables:
        return first
    return cell.add_paragraph()


def _clear(paragraph: Any) -> None:
    for run in list(paragraph.runs):
        run._r.getparent().remove(run._r)


def _fields(paragraph: Any) -> bool:
    return paragraph._p.find(f".//{qn('w:fldSimple')}") is not None


def _numbered(paragraph: Any) -> None:
    """Put Word's own page numbers where the letterhead has marks for them."""
    square = "\N{WHITE SQUARE}"
    if f"{square}n{square}" not in paragraph.text:
        return
    model = paragraph.runs[-1]
    text = paragraph.text
    properties = model._r.rPr
    _clear(paragraph)
    for number, part in enumerate(text.split(square)):
        if number % 2:
            field = OxmlElement("w:fldSimple")
            field.set(qn("w:instr"), "PAGE" if part == "n" else "NUMPAGES")
            holder = OxmlElement("w:r")
            written = OxmlElement("w:t")
            written.text = "1"
            holder.append(written)
            field.append(holder)
            paragraph._p.append(field)
        elif part:
            run = paragraph.add_run(part)
            if properties is not None:
                run._r.insert(0, deepcopy(properties))


def _ruled(paragraph: Any) -> None:
    """A line below a paragraph, to write on."""
    border = parse_xml(
        f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="4" w:space="1" w:color="888888"/>'
        f'<w:between w:val="single" w:sz="4" w:space="1" w:color="888888"/></w:pBdr>'
    )
    paragraph._p.get_or_add_pPr().insert_element_before(
        border, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap", "w:overflowPunct",
        "w:topLinePunct", "w:autoSpaceDE", "w:autoSpaceDN", "w:bidi", *_AFTER_BIDI,
    )  # fmt: skip


def _tight(paragraph: Any, after: float = 3) -> None:
    paragraph.paragraph_format.space_before = Pt(3)
    paragraph.paragraph_format.space_after = Pt(after)
    paragraph.paragraph_format.line_spacing = 1.0


def _borders(cell: Any, colour: str = "B5B5B5", line: str = "single", **sides: str) -> None:
    drawn = OxmlElement("w:tcBorders")
    for side in ("top", "left", "bottom", "right"):
        if side in sides:
            border = OxmlElement(f"w:{side}")
            for name, value in (("val", line), ("sz", sides[side]), ("space", "0"), ("color", colour)):
                border.set(qn(f"w:{name}"), value)
            drawn.append(border)
    properties = cell._tc.get_or_add_tcPr()
    properties.append(drawn)
    _ordered(properties)


def _shaded(cell: Any, colour: str) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shade.set(qn(f"w:{name}"), value)
    properties = cell._tc.get_or_add_tcPr()
    properties.append(shade)
    _ordered(properties)


_ORDER = ("headerReference", "footerReference", "type", "tcW", "gridSpan", "vMerge", "tcBorders", "shd", "noWrap",
          "tcMar", "textDirection", "tcFitText", "vAlign", "pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType",
          "pgNumType", "cols", "formProt", "noEndnote", "titlePg", "bidi", "rtlGutter", "docGrid")  # fmt: skip


def _ordered(properties: Any) -> None:
    """Sort the properties of a cell or a section as the schema asks."""
    rank = {qn(f"w:{name}"): number for number, name in enumerate(_ORDER)}
    properties[:] = sorted(properties, key=lambda each: rank.get(each.tag, len(_ORDER)))


def _repeat(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _whole(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _turned(paragraph: WordParagraph, width: int, height: int, paragraphs: Sequence[Any]) -> None:
    """A box of text that stands on its head."""
    drawing = parse_xml(
        '<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        '<wp:docPr id="1" name="Sign"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f'<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm rot="10800000"><a:off x="0" y="0"/>'
        f'<a:ext cx="{width}" cy="{height}"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></wps:spPr>'
        '<wps:txbx><w:txbxContent/></wps:txbx><wps:bodyPr anchor="ctr" lIns="0" rIns="0" tIns="0" bIns="0"/>'
        "</wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    content = drawing.find(f".//{qn('w:txbxContent')}")
    for each in paragraphs:
        content.append(each)
    run: Any = paragraph.add_run()
    run._r.append(drawing)
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = 1.0
