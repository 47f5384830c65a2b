"""PDF that keeps PDF/UA-1 as far as a program can tell, whatever people wrote; and each fault would be found."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, BooleanObject, DecodedStreamObject, NameObject, NumberObject, TextStringObject

from simulator.printing import Document, Paragraph
from simulator.printing.pdf import pdf
from tests.printing.tagged import Tagged, faults
from tests.printing.test_pdf import text_of


def test_every_kind_of_block_keeps_the_standard(english: Document, arabic: Document, signs: Document) -> None:
    for document in (english, arabic, signs):
        assert faults(pdf(document)) == [], document.title


def test_a_sign_that_no_font_has_is_named() -> None:
    signs = "\N{GRINNING FACE} \N{WOMAN}\u200d\N{GIRL} \ue000 漢字"
    made = pdf(Document("t", "c", "en", (Paragraph(f"before {signs} after"),)))
    assert faults(made) == []
    assert "before [grinning face] [woman, girl] [U+E000] [U+6F22, U+5B57] after" in text_of(made)


def test_what_else_the_standard_refuses_is_no_reason_for_no_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.printing.pdf._no_font_has", lambda _refused: set())
    made = pdf(Document("t", "c", "en", (Paragraph("before \N{GRINNING FACE} after"),)))
    assert [each.partition(":")[0] for each in faults(made)] == ["title", "standard"]
    assert "before" in text_of(made)


def test_lists_boxes_quotes_and_contents_are_tagged_as_what_they_are(english: Document) -> None:
    roles = [tag.role for tag in Tagged(pdf(english)).all()]
    assert roles.count("L") == 4  # the bullets, in a note too, the numbers, the boxes to tick
    assert {"TOC", "TOCI", "Link", "BlockQuote", "Figure", "Table", "TH", "H1", "H2"} <= set(roles)


# -- that faults are found --------------------------------------------------------------------------------------------


def _tag(root: Any, role: str) -> Any:
    """The first tag of a kind, as its dictionary."""
    waiting = [root["/StructTreeRoot"]]
    while waiting:
        each = waiting.pop(0).get_object()
        if each.get("/S") == role:
            return each
        kids = each.get("/K", ArrayObject()).get_object()
        waiting += [kid for kid in (kids if isinstance(kids, ArrayObject) else [kids]) if "/S" in _dictionary(kid)]
    raise LookupError(role)


def _dictionary(kid: Any) -> Any:
    found = kid.get_object()
    return found if hasattr(found, "keys") else {}


def _renamed(role: str, other: str) -> Callable[[PdfWriter], None]:
    def change(file: PdfWriter) -> None:
        _tag(file.root_object, role)[NameObject("/S")] = NameObject(other)

    return change


def _without(role: str, key: str) -> Callable[[PdfWriter], None]:
    def change(file: PdfWriter) -> None:
        del _tag(file.root_object, role)[key]

    return change


def _root(*path: str, value: Any = None) -> Callable[[PdfWriter], None]:
    def change(file: PdfWriter) -> None:
        at: Any = file.root_object
        for name in path[:-1]:
            at = at[name]
        if value is None:
            del at[path[-1]]
        else:
            at[NameObject(path[-1])] = value

    return change


def _painted(operators: bytes) -> Callable[[PdfWriter], None]:
    def change(file: PdfWriter) -> None:
        stream = DecodedStreamObject()
        stream.set_data(operators)
        page = file.pages[0]
        contents = page["/Contents"]
        first = contents if isinstance(contents, ArrayObject) else ArrayObject([page.raw_get("/Contents")])
        page[NameObject("/Contents")] = ArrayObject([*first, file._add_object(stream)])

    return change


def _note(key: str, value: Any = None) -> Callable[[PdfWriter], None]:
    def change(file: PdfWriter) -> None:
        note = next(note.get_object() for page in file.pages for note in page.get("/Annots", ()))
        if value is None:
            del note[key]
        else:
            note[NameObject(key)] = value

    return change


def _font(key: str) -> Callable[[PdfWriter], None]:
    def change(file: PdfWriter) -> None:
        font: Any = next(iter(file.pages[0]["/Resources"]["/Font"].values())).get_object()  # type: ignore[index]
        del (font if key in font else font["/DescendantFonts"][0]["/FontDescriptor"])[key]

    return change


def _tabs(file: PdfWriter) -> None:
    for page in file.pages:
        page[NameObject("/Tabs")] = NameObject("/R")


SPOILT: dict[str, Callable[[PdfWriter], None]] = {
    "marked": _root("/MarkInfo"),
    "language": _root("/Lang"),
    "title": _root("/ViewerPreferences", "/DisplayDocTitle", value=BooleanObject(False)),
    "direction": _root("/ViewerPreferences", "/Direction", value=NameObject("/R2L")),
    "standard": _root("/Metadata"),
    "tree": _root("/StructTreeRoot", "/ParentTree"),
    "heading": _renamed("/H1", "/H3"),
    "figure": _without("/Figure", "/Alt"),
    "table": _without("/TH", "/A"),
    "role": _renamed("/P", "/Paragraph"),
    "L": _renamed("/LI", "/P"),
    "LI": _renamed("/LBody", "/P"),
    "TH": _renamed("/TR", "/P"),
    "untagged": _painted(b"0 0 9 9 re f"),
    "tabs": _tabs,
    "link": _note("/Contents"),
    "font": _font("/ToUnicode"),
}


@pytest.mark.parametrize("about", SPOILT)
def test_a_fault_is_found(about: str, english: Document) -> None:
    file = PdfWriter(clone_from=PdfReader(BytesIO(pdf(english))))
    SPOILT[about](file)
    made = BytesIO()
    file.write(made)
    assert about in {each.partition(":")[0] for each in faults(made.getvalue())}


def test_content_that_no_tag_holds_is_found(english: Document) -> None:
    file = PdfWriter(clone_from=PdfReader(BytesIO(pdf(english))))
    paragraph = _tag(file.root_object, "/H1")
    paragraph[NameObject("/K")] = NumberObject(9999)
    paragraph[NameObject("/T")] = TextStringObject("moved")
    made = BytesIO()
    file.write(made)
    assert any(each.startswith("untagged: page 1: T") for each in faults(made.getvalue()))
