"""What Word's own markup has and python-docx has no words for."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Emu, Pt
from docx.text.paragraph import Paragraph as WordParagraph

AFTER_BIDI = ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents",
               "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl",
               "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange")  # fmt: skip
AFTER_JC = AFTER_BIDI[AFTER_BIDI.index("w:jc") + 1 :]
AFTER_BIDI_VISUAL = ("w:tblStyleRowBandSize", "w:tblStyleColBandSize", "w:tblW", "w:jc", "w:tblCellSpacing",
                      "w:tblInd", "w:tblBorders", "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")  # fmt: skip
"""The elements that come after one in Word's order."""


def from_the_right(paragraph: Any) -> None:
    """Let a paragraph run from right to left."""
    properties = paragraph._p.get_or_add_pPr()
    if properties.find(qn("w:bidi")) is None:
        properties.insert_element_before(OxmlElement("w:bidi"), *AFTER_BIDI)


def new_table(rows: int, columns: int, width: int) -> Any:
    """A table without content."""
    from docx.oxml.table import CT_Tbl

    return CT_Tbl.new_tbl(rows, columns, Emu(width))


def next_paragraph(cell: Any) -> Any:
    """The first paragraph of a cell as long as it is empty, then new ones."""
    first = cell.paragraphs[0]
    if len(cell.paragraphs) == 1 and not first.runs and not cell.tables:
        return first
    return cell.add_paragraph()


def clear(paragraph: Any) -> None:
    """Take the text out of a paragraph."""
    for run in list(paragraph.runs):
        run._r.getparent().remove(run._r)


def has_fields(paragraph: Any) -> bool:
    """Whether a paragraph holds fields, as a page number."""
    return paragraph._p.find(f".//{qn('w:fldSimple')}") is not None


def numbered(paragraph: Any) -> None:
    """Put Word's own page numbers where the letterhead has marks for them."""
    square = "\N{WHITE SQUARE}"
    if f"{square}n{square}" not in paragraph.text:
        return
    model = paragraph.runs[-1]
    text = paragraph.text
    properties = model._r.rPr
    clear(paragraph)
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


def ruled(paragraph: Any) -> None:
    """A line below a paragraph, to write on."""
    border = parse_xml(
        f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="4" w:space="1" w:color="888888"/>'
        f'<w:between w:val="single" w:sz="4" w:space="1" w:color="888888"/></w:pBdr>'
    )
    paragraph._p.get_or_add_pPr().insert_element_before(
        border, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap", "w:overflowPunct",
        "w:topLinePunct", "w:autoSpaceDE", "w:autoSpaceDN", "w:bidi", *AFTER_BIDI,
    )  # fmt: skip


def tight(paragraph: Any, after: float = 3) -> None:
    """Little space around a paragraph."""
    paragraph.paragraph_format.space_before = Pt(3)
    paragraph.paragraph_format.space_after = Pt(after)
    paragraph.paragraph_format.line_spacing = 1.0


def borders(cell: Any, colour: str = "B5B5B5", line: str = "single", **sides: str) -> None:
    """The lines around a cell, by side."""
    drawn = OxmlElement("w:tcBorders")
    for side in ("top", "left", "bottom", "right"):
        if side in sides:
            border = OxmlElement(f"w:{side}")
            for name, value in (("val", line), ("sz", sides[side]), ("space", "0"), ("color", colour)):
                border.set(qn(f"w:{name}"), value)
            drawn.append(border)
    properties = cell._tc.get_or_add_tcPr()
    properties.append(drawn)
    ordered(properties)


def shaded(cell: Any, colour: str) -> None:
    """The background of a cell or paragraph."""
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shade.set(qn(f"w:{name}"), value)
    properties = cell._tc.get_or_add_tcPr()
    properties.append(shade)
    ordered(properties)


_ORDER = ("headerReference", "footerReference", "type", "tcW", "gridSpan", "vMerge", "tcBorders", "shd", "noWrap",
          "tcMar", "textDirection", "tcFitText", "vAlign", "pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType",
          "pgNumType", "cols", "formProt", "noEndnote", "titlePg", "bidi", "rtlGutter", "docGrid")  # fmt: skip


def ordered(properties: Any) -> None:
    """Sort the properties of a cell or a section as the schema asks."""
    rank = {qn(f"w:{name}"): number for number, name in enumerate(_ORDER)}
    properties[:] = sorted(properties, key=lambda each: rank.get(each.tag, len(_ORDER)))


def repeat(row: Any) -> None:
    """Repeat a row at the head of each page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def whole(row: Any) -> None:
    """Keep a row on one page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def turned(paragraph: WordParagraph, width: int, height: int, paragraphs: Sequence[Any]) -> None:
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
