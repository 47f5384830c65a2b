"""Blocks of a document as Word's paragraphs and tables."""

from collections.abc import Sequence
from copy import deepcopy
from io import BytesIO
from typing import Any

from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_BREAK, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Pt, RGBColor
from docx.table import Table as WordTable

from scenarios.texts import RIGHT_TO_LEFT, tr
from simulator.printing.document import (
    Badges,
    Block,
    Boxes,
    Bullets,
    Document,
    Fields,
    Figure,
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
from simulator.printing.ooxml import (
    AFTER_BIDI_VISUAL,
    AFTER_JC,
    borders,
    clear,
    from_the_right,
    has_fields,
    new_table,
    next_paragraph,
    numbered,
    ordered,
    repeat,
    ruled,
    shaded,
    tight,
    turned,
    whole,
)
from simulator.printing.pictures import picture_of
from simulator.printing.prose import plain, right_to_left, steady

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
            clear(self.place)  # Word wants a paragraph after a table
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
                    clear(paragraph)
        for part in (section.header, section.footer):
            for paragraph in list(part.paragraphs):
                if self.paper is not None and "\t" in paragraph.text:
                    stops = paragraph.paragraph_format.tab_stops
                    stops.clear_all()
                    stops.add_tab_stop(Emu(self._width()), WD_TAB_ALIGNMENT.RIGHT)
                self._direct(paragraph, paragraph.text)
                numbered(paragraph)
                if (
                    not paragraph.text
                    and not self.document.bare
                    and len(part.paragraphs) > 1
                    and not has_fields(paragraph)
                ):
                    paragraph._p.getparent().remove(paragraph._p)
        if self.backwards:
            properties = section._sectPr
            properties.append(OxmlElement("w:bidi"))
            ordered(properties)

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
        paragraph = self.place.insert_paragraph_before() if into is None else next_paragraph(into)
        if style is not None:
            paragraph.style = self.made.styles[style]
        self._say(paragraph, words)
        if keep:
            paragraph.paragraph_format.keep_with_next = True
        return paragraph

    def _say(self, paragraph: Any, words: Words) -> None:
        for part in runs(words):
            run = paragraph.add_run(steady(part.text))
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
            from_the_right(paragraph)
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
                if style == "quote":
                    paragraph.paragraph_format.left_indent = Cm(0.6)
                for run in paragraph.runs:
                    if style in ("lead", "small"):
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
            case Figure():
                self._figure(block, into)
            case PageBreak():
                self._break()

    def _figure(self, block: Figure, into: Any) -> None:
        """A drawing as a picture that every Word shows, with what it says as its alternative text."""
        paragraph = self._paragraph("", None, into, keep=True)
        picture = paragraph.add_run().add_picture(BytesIO(picture_of(block.svg)), width=Emu(self._width()))
        described = picture._inline.docPr
        described.set("name", plain(block.title)[:200])
        described.set("descr", plain(f"{block.title}. {block.told}"))
        self._paragraph((Run(block.title, bold=True),), None, into).runs[0].font.size = Pt(9)

    def _break(self) -> None:
        self.place.insert_paragraph_before().add_run().add_break(WD_BREAK.PAGE)

    def _list(self, items: Sequence[Words], numbered: bool, into: Any) -> None:
        number = self._restarted() if numbered else None
        for item in items:
            paragraph = self._paragraph(item, "List Number" if numbered else "List Bullet", into)
            if self.backwards:
                from_the_right(paragraph)
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
            ruled(paragraph)
            paragraph = self._paragraph("", None, into)
            paragraph.paragraph_format.space_before = Pt(12)
        ruled(paragraph)

    def _table(self, block: Table, into: Any) -> None:
        widths = [int(self._width() * width / sum(block.widths)) for width in block.widths]
        table = self._grid(1 + len(block.rows), widths, into)
        # Word's library looks through the whole table for each cell that is asked for by its place.
        cells = table._cells
        rows = list(table.rows)
        for column, text in enumerate(block.header):
            cell = cells[column]
            paragraph = cell.paragraphs[0]
            self._label(paragraph, text)
            tight(paragraph)
            paragraph.paragraph_format.keep_with_next = True
            if column in block.numbers:
                self._to_the_end(paragraph)
            borders(cell, bottom="8", colour="16324F")
        repeat(rows[0])
        for number, row in enumerate(block.rows):
            whole(rows[number + 1])
            for column, words in enumerate(row):
                cell = cells[(number + 1) * len(widths) + column]
                paragraph = cell.paragraphs[0]
                self._say(paragraph, words)
                tight(paragraph, 9 if block.tall else 3)
                for run in paragraph.runs:
                    run.font.size = Pt(9.5)
                    if number in block.emphasis:
                        run.bold = run.font.cs_bold = True
                if column in block.numbers:
                    self._to_the_end(paragraph)
                if number in block.emphasis:
                    shaded(cell, "EFEFEF")
                borders(cell, bottom="4", colour="B5B5B5")
        self._after_table()

    def _to_the_end(self, paragraph: Any) -> None:
        justify = OxmlElement("w:jc")
        # In a paragraph from right to left, Word's `left` is the side where lines begin; `end` means the other one.
        justify.set(qn("w:val"), "right" if not self.backwards else "end")
        paragraph._p.get_or_add_pPr().insert_element_before(justify, *AFTER_JC)

    def _framed(self, block: Slip | Note) -> None:
        table = self._grid(1, [self._width()], None)
        cell = table.cell(0, 0)
        if not any(isinstance(inner, Table) for inner in block.blocks):
            whole(table.rows[0])
        if isinstance(block, Slip):
            borders(cell, top="6", bottom="6", left="6", right="6", colour="777777", line="dashed")
        else:
            shaded(cell, "F2F2F2")
            borders(cell, colour="16324F", left="18")  # where lines begin, in a table from right to left too
        if block.title:
            head = cell.paragraphs[0]
            self._say(head, (Run(block.title, bold=True),))
            head.runs[0].font.size = Pt(11.5)
            head.runs[0].font.color.rgb = RGBColor(0x16, 0x32, 0x4F)
            head.paragraph_format.keep_with_next = True
        if isinstance(block, Slip):
            for name, value in block.facts:
                self._paragraph(
                    (Run(tr("{name}:", name=name) + " ", bold=True), Run(value)), None, cell
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
            whole(table.rows[row])
            cell = table.cell(row, column)
            cell.vertical_alignment = 1
            borders(cell, top="4", bottom="4", left="4", right="4", colour="B5B5B5", line="dashed")
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
                borders(cell, bottom="4", colour="B5B5B5", line="dashed")
                turned(cell.paragraphs[0], self._width(), int(high * 0.41), self._drawn(sign, size))
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
        table: Any = WordTable(new_table(rows, len(widths), self._width()), self.made._body)
        if into is None:
            self.place._p.addprevious(table._tbl)
        else:
            into._tc.append(table._tbl)
            into.add_paragraph()
        table.autofit = False
        for place, cell in enumerate(table._cells):
            cell.width = widths[place % len(widths)]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        if self.backwards:
            table._tbl.tblPr.insert_element_before(OxmlElement("w:bidiVisual"), *AFTER_BIDI_VISUAL)
        return table

    def _after_table(self) -> None:
        gap = self.place.insert_paragraph_before()
        gap.paragraph_format.space_after = Pt(4)
        gap.paragraph_format.line_spacing = Pt(6)
