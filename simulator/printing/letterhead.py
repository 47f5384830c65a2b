"""The letterhead: the Word file that every printed Word document starts from.

`python -m simulator.printing.letterhead my-letterhead.docx` writes it, for trainers who want their own logo, fonts or
addresses in it: open it in Word, change what should look different, and print with `--template my-letterhead.docx`.
"""

import sys
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any

from simulator.printing.packing import packed

NAME = "letterhead.docx"

STYLES = ("Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "List Bullet", "List Number", "Table Grid")
"""What a template has to have; all are styles that Word itself brings along."""

INK = "16324F"
SERIF, SANS = ("Georgia", "Times New Roman"), ("Calibri", "Arial")
"""Fonts for Latin and for Arabic letters."""


def shipped() -> bytes:
    """The letterhead that comes with the program."""
    return files("simulator.printing").joinpath(NAME).read_bytes()


def made() -> bytes:
    """The letterhead, made anew from what this module says."""
    import docx
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Cm, Pt, RGBColor

    document: Any = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.3)
    section.top_margin, section.bottom_margin = Cm(2.6), Cm(2.2)
    section.header_distance = section.footer_distance = Cm(1.1)

    def style(name: str, fonts: tuple[str, str], size: float, *, bold: bool = False, before: float, after: float,
              colour: str | None = None, italic: bool = False) -> None:  # fmt: skip
        one = document.styles[name]
        _fonts(one, fonts, size, bold)
        one.font.italic = italic
        if colour:
            one.font.color.rgb = RGBColor.from_string(colour)
        form = one.paragraph_format
        form.space_before, form.space_after = Pt(before), Pt(after)

    style("Normal", SERIF, 10.5, before=0, after=7)
    document.styles["Normal"].paragraph_format.line_spacing = 1.15
    style("Title", SANS, 21, bold=True, before=0, after=6, colour=INK)
    for border in document.styles["Title"].element.pPr.findall(_name("pBdr")):
        border.getparent().remove(border)
    for name in ("Title", "Subtitle"):
        for spaced in document.styles[name].element.rPr.findall(_name("spacing")):
            spaced.getparent().remove(spaced)
    style("Subtitle", SERIF, 12, italic=True, before=0, after=14, colour="3D3D3D")
    style("Heading 1", SANS, 14, bold=True, before=18, after=6, colour=INK)
    style("Heading 2", SANS, 11.5, bold=True, before=14, after=5, colour=INK)
    style("Heading 3", SANS, 10.5, bold=True, before=10, after=4, colour="3D3D3D")
    style("List Bullet", SERIF, 10.5, before=0, after=4)
    style("List Number", SERIF, 10.5, before=0, after=4)
    style("Header", SANS, 8.5, before=0, after=0, colour="5F5F5F")
    style("Footer", SANS, 8, before=0, after=0, colour="5F5F5F")

    end = section.page_width - section.left_margin - section.right_margin
    for part, texts in ((section.header, ("{{ confidential }}", "{{ case }}\t{{ title }}")),
                        (section.footer, ("{{ notice }}", "\t{{ page }}"))):  # fmt: skip
        first, second = part.paragraphs[0], part.add_paragraph()
        first.text, second.text = texts
        second.style = first.style
        stops = second.paragraph_format.tab_stops
        for name in ("Header", "Footer"):
            for stop in document.styles[name].element.pPr.findall(_name("tabs")):
                document.styles[name].element.pPr.remove(stop)
        stops.add_tab_stop(end, WD_TAB_ALIGNMENT.RIGHT)
    shade = section.header.paragraphs[0]
    shade.runs[0].bold = True
    shade.runs[0].font.color.rgb = RGBColor.from_string("7D1A14")
    shade.runs[0].font.size = Pt(10)
    shade.alignment = 1
    document.add_paragraph("{{ document }}")
    output = BytesIO()
    document.save(output)
    return packed(output.getvalue())


def _name(tag: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(f"w:{tag}"))


def _fonts(style: Any, fonts: tuple[str, str], size: float, bold: bool) -> None:
    """Fonts, size and weight, each said twice: for Latin letters and for those that run from right to left."""
    from docx.oxml import OxmlElement
    from docx.shared import Pt

    style.font.name, style.font.size, style.font.bold = fonts[0], Pt(size), bold
    properties = style.element.get_or_add_rPr()
    found = properties.find(_name("rFonts"))
    for old in [key for key in found.attrib if "Theme" in key or "theme" in key]:
        del found.attrib[old]
    found.set(_name("hAnsi"), fonts[0])
    found.set(_name("cs"), fonts[1])
    for tag, value in (("szCs", str(int(size * 2))), ("bCs", "1" if bold else "0")):
        for old in properties.findall(_name(tag)):
            properties.remove(old)
        element = OxmlElement(f"w:{tag}")
        element.set(_name("val"), value)
        # The schema fixes the order of run properties: bCs follows b, szCs follows sz.
        properties.find(_name(tag[:-2])).addnext(element)


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name(NAME)
    target.write_bytes(made() if len(sys.argv) == 1 else shipped())
    print(target, file=sys.stderr)
