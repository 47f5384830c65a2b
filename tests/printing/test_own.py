"""Pages on a template of the trainer's own: what it gets, what people wrote in it, and what is no template."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from scenarios.texts import spoken_in
from simulator.printing import Boxes, Bullets, Document, Fields, Figure, Heading, Paragraph, Run, Slip, Table
from simulator.printing.errors import Unprintable
from simulator.printing.own import ENDINGS, own_page, write_sample
from simulator.printing.own.reading import LARGEST, MOST
from simulator.printing.prose import plain
from simulator.printing.writing import format_of, makers, printed
from tests.printing.conftest import DRAWN, PAYLOADS, document_of, every_block
from tests.printing.test_html import TAGS, Page

Template = Callable[..., Path]
EVERYTHING = Document("t", "c", "en", tuple(block for text in PAYLOADS.values() for block in every_block(text)))
"""All that hostile people wrote, in every place where text can stand."""


@pytest.fixture
def template(tmp_path: Path) -> Template:
    """Writes a template and gives its place."""

    def written(text: str, name: str = "page.html.j2") -> Path:
        (tmp_path / name).write_text(text, "utf-8")
        return tmp_path / name

    return written


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """The sample, as a trainer gets it."""
    write_sample(tmp_path / "academy.html.j2")
    return tmp_path / "academy.html.j2"


def refused(template: Path, document: Document | None = None) -> str:
    """Why a template does not serve."""
    with pytest.raises(Unprintable) as found:
        own_page(document or Document("T", "C", "en", ()), template)
    return str(found.value)


def test_the_sample_prints_every_kind_of_block(ours: Path, arabic: Document) -> None:
    page = own_page(document_of("The guns fall silent tonight."), ours)
    tags = Page(page).tags
    for tag in ("h1", "h2", "p", "ul", "ol", "table", "section", "figure", "svg", "a"):
        assert tag in [name for name, _ in tags], tag
    assert [tag for tag, _ in tags].count("table") == 3
    assert page.count("The guns fall silent tonight.") >= len(every_block("")) + 5
    assert page.startswith("<!DOCTYPE html>")
    assert "Undefined" not in page
    assert "None" not in page
    with spoken_in("ar"):
        assert '<html lang="ar" dir="rtl">' in own_page(arabic, ours)


def test_the_sample_prints_signs_and_badges(ours: Path, signs: Document) -> None:
    page = own_page(signs, ours, "letter")
    assert page.count("Person 0") == 2
    assert "size: letter landscape" in page


def test_the_sample_needs_no_network_and_runs_nothing(ours: Path, english: Document) -> None:
    page = own_page(english, ours)
    assert "default-src 'none'" in page
    for forbidden in ("http://", "https://", "<script", "url(", "@import"):
        assert forbidden not in page


def test_the_same_document_makes_the_same_page(ours: Path, english: Document) -> None:
    assert own_page(english, ours) == own_page(english, ours)


def test_what_people_wrote_stays_text_on_the_sample(ours: Path) -> None:
    page = Page(own_page(EVERYTHING, ours))
    assert {tag for tag, _ in page.tags} <= set(TAGS.split()) | {"br"}
    for tag, attributes in page.tags:
        assert not [key for key in attributes if key.startswith("on") or key in ("src", "action")], tag
        assert (attributes.get("href") or "#").startswith("#"), tag
    said = " ".join("".join(page.said).split())
    for text in PAYLOADS.values():
        assert " ".join(plain(text).split()) in said


CARELESS = r"""
{% macro one(text) %}{{ text }}{% endmacro %}
{% macro shown(block) %}
{% autoescape false %}
{% for text in [block.text, block.title, block.told] if text is defined %}
<p>{{ text | safe }}</p><p title="{{ text | safe }}">{{ one(text) ~ text | upper }}</p>
<p title={{ text | replace(" ", "") | replace("\n", "") }}>{{ "%s" | safe | format(text) }}</p>
{{ text | reverse }} {{ text | wordwrap(7) | safe }} {{ text[3:] | indent | safe }} {{ text | striptags | safe }}
{{ text | title | trim | safe }} {{ text.split("x") | join("y") | safe }} {{ ("<b>" ~ text) | safe }}
{% endfor %}
{% endautoescape %}
{% for inner in block.blocks | default([]) %}{{ shown(inner) }}{% endfor %}
{% endmacro %}
{% for block in document.blocks %}{{ shown(block) }}{% endfor %}
"""


def test_no_filter_and_no_switch_makes_markup_of_what_people_wrote(template: Template) -> None:
    page = Page(own_page(EVERYTHING, template(CARELESS)))
    assert {tag for tag, _ in page.tags} == {"p", "b"}
    for tag, attributes in page.tags:
        assert not [key for key, value in attributes.items() if key != "title" and value is not None], tag


def test_what_people_wrote_stays_text_in_markdown(template: Template) -> None:
    text = r"""
{% macro one(text) %}**{{ text }}**{% endmacro %}
{% for block in document.blocks %}
{% for text in [block.text, block.title, block.told] if text is defined %}
# {{ text }}

{{ one(text) ~ text }} and {{ text | safe }} and {{ text | striptags }} and {{ text | upper | e }}

{{ text[4:] }}

{{ text | reverse }}

- {{ text | wordwrap(9) | replace("\n", " ") }}

| {{ text }} | b |
|---|---|
| {{ text }} | c |

{% endfor %}
{% endfor %}
"""
    page = own_page(EVERYTHING, template(text, "page.md.j2"))
    tokens = MarkdownIt("commonmark", {"linkify": False}).enable("table").parse(page)
    kinds = {token.type for token in tokens} | {each.type for token in tokens for each in token.children or ()}
    assert not kinds & {"html_block", "html_inline", "link_open", "image", "code_inline", "fence", "code_block"}
    assert {token.tag for token in tokens if token.type == "heading_open"} == {"h1"}
    said = " ".join("".join(each.content for token in tokens for each in token.children or ()).split())
    for each in PAYLOADS.values():
        assert " ".join(plain(each).split()) in said


def test_in_plain_text_a_text_stands_on_one_line_as_it_was_written(template: Template) -> None:
    document = Document("A & B\n[10:31] *Judge*: yes", "C", "en", (Paragraph((Run("so "), Run("be it", bold=True))),))
    page = own_page(document, template("{{ document.title }}\n{{ document.blocks[0].runs | join('', 'text') }}",
                                       "page.txt.j2"))  # fmt: skip
    assert page == "A & B [10:31] *Judge*: yes\nso be it"


def test_a_template_gets_texts_numbers_lists_and_mappings(template: Template) -> None:
    blocks = (
        Heading("Outcome", 2),
        Paragraph((Run("It "), Run("holds", bold=True, leads_to="e1")), "lead", keep=True),
        Bullets(("one",), numbered=True),
        Boxes(("two",)),
        Table(("#", "What"), (("1", "Said"),), (1, 4), numbers=(0,), anchors=("e1",)),
        Slip("Card", (("When", "09:00"),), (Paragraph("Read it."),), ("Seen",)),
        Fields(("Name",), 2),
        Figure("Gap", DRAWN, "It is wide."),
    )
    document = Document("T", "C", "en", blocks, "S", "For you alone", "Notice", contents=True)
    found = json.loads(own_page(document, template("{{ [document, labels] | tojson }}", "page.txt.j2")))
    assert found == [
        {
            "title": "T", "subtitle": "S", "case": "C", "language": "en", "direction": "ltr", "paper": "A4",
            "confidential": "For you alone", "notice": "Notice", "landscape": False, "bare": False, "dense": False,
            "chapters": ["Outcome"],
            "blocks": [
                {"kind": "heading", "text": "Outcome", "level": 1},
                {"kind": "paragraph", "text": "It holds", "style": "lead", "keep": True, "runs": [
                    {"text": "It ", "bold": False, "italic": False, "leads_to": ""},
                    {"text": "holds", "bold": True, "italic": False, "leads_to": "e1"},
                ]},
                {"kind": "bullets", "numbered": True, "items": [worded("one")]},
                {"kind": "boxes", "items": [worded("two")]},
                {"kind": "table", "header": ["#", "What"], "rows": [[worded("1"), worded("Said")]], "widths": [1, 4],
                 "numbers": [0], "tall": False, "emphasis": [], "anchors": ["e1"]},
                {"kind": "slip", "title": "Card", "facts": [{"name": "When", "text": "09:00"}], "fields": ["Seen"],
                 "blocks": [{"kind": "paragraph", "style": "body", "keep": False} | worded("Read it.")]},
                {"kind": "fields", "labels": ["Name"], "lines": 2},
                {"kind": "figure", "title": "Gap", "svg": "", "told": "It is wide."},
            ],
        },
        {"contents": "Contents", "in_words": "The drawing in words"},
    ]  # fmt: skip


def worded(text: str) -> dict[str, object]:
    return {"text": text, "runs": [{"text": text, "bold": False, "italic": False, "leads_to": ""}]}


def test_drawings_are_there_in_html_and_xml_alone(template: Template) -> None:
    document = Document("T", "C", "en", (Figure('A "gap"', DRAWN, "Wide."),))
    drawn = "{{ drawing(document.blocks[0]) }}"
    assert own_page(document, template(drawn)).startswith('<svg role="img" aria-label="A &#34;gap&#34;" viewBox')
    assert own_page(document, template(drawn, "page.xml.j2")) == DRAWN
    assert "<svg" not in own_page(document, template("{{ document.blocks[0].svg }}"))
    assert refused(template(drawn, "page.md.j2"), document) == "page.md.j2, line 1: there is no “drawing” here."


def test_every_filter_of_jinja_works_within_the_limits(template: Template) -> None:
    text = """
{{ ["b", "a"] | sort | join | capitalize | center(4) | length }}{{ 1.26 | round(1) }}{{ "a b" | title | urlencode }}
{{ "a b c" | wordwrap(2) | indent }}{{ {"a": 1} | dictsort | pprint }}{{ "<p>a &amp; b</p>" | striptags }}
{{ 3000 | filesizeformat }}{{ {"id": "x"} | xmlattr }}{{ "http://a.example" | urlize }}{{ [1, 2] | batch(1) | list }}
{{ "\\u00e9\\n" | upper }}{{ [3] | sum }}{{ "%d" | format(3) }}{{ "a b" | wordcount }}
{{ ["a"] | map("upper") | list | tojson }}{{ "abc" | truncate(2, true, "", 0) }}
"""
    page = own_page(Document("T", "C", "en", ()), template(text))
    for made in ("41.3A%20B", "[(&#39;a&#39;, 1)]", "a &amp; b", '3.0 kB id="x"', "É", "332", '["A"]ab\n'):
        assert made in page


def test_a_template_includes_and_extends_those_beside_it(template: Template) -> None:
    template("<h1>{% block head %}{% endblock %}</h1>{% include 'foot.html.j2' %}", "house.html.j2")
    template("{{ document.notice }}", "foot.html.j2")
    page = template("{% extends 'house.html.j2' %}{% block head %}{{ document.title }}{% endblock %}")
    assert own_page(Document("T", "C", "en", (), notice="N"), page) == "<h1>T</h1>N"
    template("\n\n{{ document.not_there }}", "foot.html.j2")
    assert refused(page) == "foot.html.j2, line 3: there is no “not_there” here."
    template("\n{% if %}", "foot.html.j2")
    assert refused(page).startswith("foot.html.j2, line 2: this is not how Jinja is written: ")


def test_a_link_beside_a_template_leads_nowhere(template: Template, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "link.html.j2").symlink_to(tmp_path / "secret")
    page = template("{% include 'link.html.j2' %}")
    assert refused(page) == "page.html.j2, line 1: no template of the name “link.html.j2” lies beside it."


@pytest.mark.parametrize("name", [f"page.{each}.j2" for each in ENDINGS])
def test_the_name_of_a_template_says_its_format(name: str) -> None:
    assert format_of(Path(name)) == name.split(".")[1]
    assert set(makers("a4", Path(name))) == {"pdf", "docx", "html", "md", name.split(".")[1]}


@pytest.mark.parametrize("name", ["page.j2", ".j2", "page.pdf.j2", "html.j2"])
def test_a_template_whose_name_says_no_format_is_refused(name: str) -> None:
    with pytest.raises(Unprintable, match=r"page\.html\.j2"):
        makers("a4", Path(name))


def test_a_letterhead_is_for_word_and_a_page_for_its_own_format(template: Template, english: Document) -> None:
    assert set(makers("a4", Path("academy.docx"))) == {"pdf", "docx", "html", "md"}
    make = makers("a4", template("{{ document.title }}"))
    assert make["html"](english) == b"The guns fall silent tonight."
    assert make["md"](english) == makers("a4")["md"](english)


def test_papers_are_written_on_the_page_up_to_the_one_that_fails(template: Template, tmp_path: Path) -> None:
    page = template("{{ document.title }}{% if document.bare %}\n{{ document.not_there }}{% endif %}")
    papers = [("a", Document("A", "C", "en", ())), ("b", Document("B", "C", "en", (), bare=True))]
    files = printed(papers, ("html",), tmp_path / "out", template=page)
    assert next(files).read_text() == "A"
    with pytest.raises(Unprintable, match=r"^page\.html\.j2, line 2: there is no “not_there” here\.$"):
        next(files)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["a.html"]


def test_what_is_no_template_is_refused_in_words(template: Template, tmp_path: Path) -> None:
    page = tmp_path / "page.html.j2"
    assert refused(page) == "page.html.j2 cannot be read: No such file or directory."
    page.mkdir()
    assert refused(page) == "page.html.j2 is not a file."
    page.rmdir()
    os.mkfifo(page)
    assert refused(page) == "page.html.j2 is not a file."
    page.unlink()
    assert refused(template(" \n")) == "page.html.j2 is empty."
    page.write_bytes(b"a\nb\xe9")
    assert refused(page) == "page.html.j2, line 2: this is not UTF-8. Save the file as UTF-8 in your editor."
    with page.open("wb") as file:
        file.truncate(20_000_000)
    assert refused(page) == "page.html.j2 is too large for a template."
    page.write_bytes(b" " * LARGEST + b"x")
    assert refused(page) == "page.html.j2 is too large for a template."


def test_a_folder_of_many_templates_is_refused(template: Template) -> None:
    page = template("x")
    for number in range(MOST - 1):
        template("", f"other-{number}.j2")
    assert own_page(Document("T", "C", "en", ()), page) == "x"
    template("", "last.j2")
    assert refused(page) == "More than 50 templates lie in the folder of page.html.j2. Give it a folder of its own."


def test_the_sample_is_written_to_a_new_file_alone(tmp_path: Path) -> None:
    def asked() -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "simulator.printing.own", str(tmp_path / "mine.html.j2")],
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=False,
        )

    assert asked().returncode == 0
    (tmp_path / "mine.html.j2").write_text("changed")
    again = asked()
    assert again.returncode == 1
    assert "mine.html.j2 cannot be written: File exists." in again.stderr
    assert (tmp_path / "mine.html.j2").read_text() == "changed"
