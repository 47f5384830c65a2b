"""Word files with Word's own styles, on the shipped letterhead or the trainer's."""

from io import BytesIO
from os import mkfifo
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx as word
import pytest
from docx.oxml.ns import qn

from simulator.printing import Document, Heading, Paragraph
from simulator.printing.docx import docx
from simulator.printing.errors import Unprintable
from simulator.printing.letterhead import STYLES, made, shipped
from simulator.printing.prose import plain
from tests.printing.conftest import PAYLOADS, document_of, every_block


def opened(content: bytes) -> Any:
    return word.Document(BytesIO(content))


def text_of(content: bytes) -> str:
    """All the text of a Word file, heads and feet included."""
    with ZipFile(BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if name.startswith("word/") and name.endswith(".xml")]
        from lxml import etree

        roots = [etree.fromstring(archive.read(name)) for name in names]
    return " ".join("".join(root.itertext()) for root in roots)


def test_texts_stay_texts() -> None:
    blocks = [block for text in PAYLOADS.values() for block in every_block(text)]
    content = docx(Document("t", "c", "en", tuple(blocks)))
    said = "".join(text_of(content).split())
    for text in PAYLOADS.values():
        assert "".join(plain(text).split()) in said
    opened(content)


@pytest.mark.parametrize("name", ["jinja", "xml", "html"])
def test_a_text_stays_a_text_in_heads_and_feet(name: str) -> None:
    content = docx(document_of(PAYLOADS[name]))
    section = opened(content).sections[0]
    assert section.header.paragraphs[0].text == PAYLOADS[name]
    assert section.footer.paragraphs[0].text == PAYLOADS[name]


def test_uses_words_own_styles(english: Document) -> None:
    document = opened(docx(english))
    used = {paragraph.style.name for paragraph in document.paragraphs}
    assert {"Title", "Subtitle", "Heading 1", "Heading 2", "List Bullet", "List Number"} <= used
    assert len(document.tables) == 5  # three tables, the note and the slip
    assert document.tables[0].rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None


def test_heads_and_feet_say_whose_it_is(english: Document) -> None:
    section = opened(docx(english)).sections[0]
    assert english.confidential in section.header.paragraphs[0].text
    assert english.case in section.header.paragraphs[1].text
    fields = [field.get(qn("w:instr")) for field in section.footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_arabic_runs_from_right_to_left(arabic: Document) -> None:
    document = opened(docx(arabic))
    paragraph = next(p for p in document.paragraphs if p.text == arabic.title)
    assert paragraph._p.pPr.find(qn("w:bidi")) is not None
    assert all(run.font.rtl for run in paragraph.runs)
    assert all(table._tbl.tblPr.find(qn("w:bidiVisual")) is not None for table in document.tables)
    assert document.sections[0]._sectPr.find(qn("w:bidi")) is not None


def test_english_in_an_arabic_document_stays_as_it_is() -> None:
    document = opened(docx(Document("ع", "ع", "ar", (Paragraph("Not translated"),))))
    paragraph = next(p for p in document.paragraphs if p.text == "Not translated")
    assert paragraph._p.pPr is None or paragraph._p.pPr.find(qn("w:bidi")) is None


def test_is_the_same_every_time(english: Document, signs: Document) -> None:
    for document in (english, signs):
        assert docx(document) == docx(document)


def test_a_numbered_list_begins_at_one_again() -> None:
    from simulator.printing import Bullets

    document = opened(docx(Document("t", "c", "en", (Bullets(("a", "b"), numbered=True),) * 2)))
    numbers = [p._p.pPr.numPr.numId.val for p in document.paragraphs if p.style.name == "List Number"]
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]


def test_the_shipped_letterhead_is_what_the_script_makes() -> None:
    assert ZipFile(BytesIO(made())).read("word/styles.xml") == ZipFile(BytesIO(shipped())).read("word/styles.xml")
    document = opened(shipped())
    assert [p.text for p in document.paragraphs] == ["{{ document }}"]
    assert set(STYLES) <= {style.name for style in document.styles}


def own(folder: Path, *texts: str, header: str = "") -> Path:
    """A trainer's template with these paragraphs."""
    document = opened(shipped())
    for paragraph in list(document.paragraphs):
        paragraph._p.getparent().remove(paragraph._p)
    for text in texts:
        document.add_paragraph(text)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    path = folder / "own.docx"
    document.save(str(path))
    return path


def test_a_trainers_template_keeps_what_stands_in_it(tmp_path: Path, english: Document) -> None:
    path = own(tmp_path, "Academy of Sommerane", "{{ document }}", "With kind regards", header="Our head: {{ case }}")
    document = opened(docx(english, template=path))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[0] == "Academy of Sommerane"
    assert texts[-1] == "With kind regards"
    assert english.title in texts
    assert document.sections[0].header.paragraphs[0].text == f"Our head: {english.case}"


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        (("no place",), "has no paragraph {{ document }} where the document goes"),
        (("{{ document }}", "{{ author }}"), "has a place to fill in that is not known: 'author' is undefined"),
        (("{{ document }}", "{% if %}"), "has a place to fill in that is not known"),
        (("{{ document }}", "{{ ''.__class__.__mro__ }}"), "has a place to fill in that is not known"),
    ],
)
def test_says_what_is_wrong_with_a_template(
    texts: tuple[str, ...], message: str, tmp_path: Path, english: Document
) -> None:
    with pytest.raises(Unprintable) as told:
        docx(english, template=own(tmp_path, *texts))
    assert message in str(told.value)
    assert str(told.value).startswith("own.docx")


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04 broken"])
def test_a_file_that_is_no_word_document(content: bytes, tmp_path: Path, english: Document) -> None:
    path = tmp_path / "own.docx"
    path.write_bytes(content)
    with pytest.raises(Unprintable, match=r"own\.docx is not a Word document"):
        docx(english, template=path)


def test_a_template_without_styles_names_them(tmp_path: Path, english: Document) -> None:
    document = opened(shipped())
    styles = document.styles
    styles.element.remove(styles["Heading 2"].element)
    document.save(str(tmp_path / "own.docx"))
    with pytest.raises(Unprintable, match="lacks the styles that a document needs: Heading 2"):
        docx(Document("t", "c", "en", (Heading("x"),)), template=tmp_path / "own.docx")


def test_a_template_that_is_not_there(tmp_path: Path, english: Document) -> None:
    with pytest.raises(Unprintable, match="cannot be read"):
        docx(english, template=tmp_path / "none.docx")


def test_a_template_that_is_a_pipe_is_not_waited_for(tmp_path: Path, english: Document) -> None:
    mkfifo(tmp_path / "own.docx")
    with pytest.raises(Unprintable, match="is not a file"):
        docx(english, template=tmp_path / "own.docx")


def test_signs_stand_on_pages_of_their_own(signs: Document) -> None:
    document = opened(docx(signs))
    assert document.sections[0].page_width > document.sections[0].page_height
    turned = [
        shape.get("rot")
        for shape in document.element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}xfrm")
    ]
    assert turned == ["10800000"] * 2
