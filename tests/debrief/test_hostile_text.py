"""What people write stays text: in HTML and in Markdown, whatever it tries."""

import json
from collections.abc import Iterator
from enum import StrEnum
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec.structs import replace

from simulator.engine import Event, Record
from simulator.printing.markdown import escaped
from tests.debrief.conftest import pages

PAYLOADS: dict[str, str] = json.loads(
    (Path(__file__).parents[1] / "badinput" / "text_payloads.json").read_text("utf-8")
)
PAYLOADS |= {
    "md_image": "![x](http://evil.example/p.png)",
    "md_link": "[click](javascript:alert(1))",
    "md_autolink": "<http://evil.example> http://evil.example www.evil.example a@evil.example",
    "md_reference": "[x]: http://evil.example\n\n[x]",
    "md_code": "```\n</td></tr></table><script>\n```",
    "md_table": "| a | b |\n|---|---|\n| <b> | c |",
    "md_heading": "# Heading\n---\n1. one\n- two\n> three",
    "md_html": "\n\n<div onclick=alert(1)>\n\n</div>",
    "md_escape": "\\<script>\\[x](y) \\`",
}
FREE = ("text", "reason", "note", "wording", "conditions", "step", "place", "name", "people")
"""Fields of events in which people write."""
TAGS = """
html head meta title style body a div header p h1 h2 h3 h4 main footer small nav ol ul li dl dt dd figure svg desc rect
text
path circle line polyline figcaption section span article blockquote b em q strong table caption thead tbody tr th td br
em aside details summary pattern colgroup col defs g tspan title wbr
"""
ATTRIBUTES = """
lang charset http-equiv content name class href id dir scope viewbox role aria-labelledby aria-label aria-hidden
x y width height rx d cx cy r x1 y1 x2 y2 points text-anchor transform font-size font-family font-weight style fill
fill-opacity stroke stroke-width stroke-linejoin stroke-linecap stroke-dasharray stroke-opacity opacity direction
paint-order patternunits patterntransform markerwidth tabindex
"""
VOID = frozenset({"meta", "br", "wbr", "col"})


def poisoned(record: Record, text: str) -> Record:
    """The same session with one text wherever people wrote, as a record from elsewhere may have it."""

    def changed(event: Event) -> Event:
        fields = {
            field: (text,) if field == "people" else text
            for field in event.__struct_fields__
            if field in FREE and getattr(event, field) and not isinstance(getattr(event, field), StrEnum)
        }
        return replace(event, **fields) if fields else event

    return Record(record.scenario, record.seed, tuple(changed(event) for event in record.events))


class Walk(HTMLParser):
    """Reads a page and collects what a browser would act on."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.headings: list[int] = []
        self.said: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS.split(), tag
        if tag not in VOID:
            self.open.append(tag)
        if tag in ("h1", "h2", "h3", "h4"):
            self.headings.append(int(tag[1]))
        for name, value in attrs:
            assert name in ATTRIBUTES.split(), name
            assert value is not None
            if name == "id":
                self.ids.append(value)
            elif name == "href":
                self.links.append(value)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def check(page: str) -> Walk:
    """A page is whole, its links stay inside it, and every one leads somewhere."""
    walk = Walk(page)
    assert len(walk.ids) == len(set(walk.ids))
    assert all(link.startswith("#") and link[1:] in walk.ids for link in walk.links)
    assert walk.headings[0] == 1
    assert walk.headings.count(1) == 1
    assert "default-src 'none'; style-src 'unsafe-inline'" in page
    assert '<html lang="en" dir="ltr">' in page
    return walk


def tokens(text: str) -> Iterator[Token]:
    for token in MarkdownIt("commonmark", {"html": True}).enable("table").parse(text):
        yield token
        yield from token.children or ()


def check_markdown(text: str) -> None:
    """No HTML, link, image or code comes from what people wrote; the templates have none of their own."""
    kinds = {token.type for token in tokens(text)}
    assert not kinds & {"html_inline", "html_block", "link_open", "image", "code_inline", "code_block", "fence"}


@pytest.mark.parametrize("played", ["agreed", "refused"])
def test_pages_are_whole_and_every_link_leads_somewhere(played: str, request: pytest.FixtureRequest) -> None:
    for name, text in pages(request.getfixturevalue(played)).items():
        if name.endswith("html"):
            check(text)
        else:
            check_markdown(text)


TOGETHER = 24
"""Payloads that stand in one text, where they are not tried one by one."""
ROWS = {
    f"{at}-{at + TOGETHER}": " ".join([*PAYLOADS.values()][at : at + TOGETHER])
    for at in range(0, len(PAYLOADS), TOGETHER)
}


@pytest.mark.parametrize(
    "payload",
    [
        *(pytest.param(row, id=name) for name, row in ROWS.items()),
        *(pytest.param(payload, id=name, marks=pytest.mark.soak) for name, payload in PAYLOADS.items()),
    ],
)
def test_text_acts_on_nothing(payload: str, agreed: Record) -> None:
    for name, text in pages(poisoned(agreed, payload)).items():
        assert not [char for char in text if (ord(char) < 32 and char != "\n") or 0x7F <= ord(char) < 0xA0]
        assert not {"\u202e", "\u2067", "\u200b", "\ufeff"} & set(text)
        if name.endswith("html"):
            check(text)
        else:
            check_markdown(text)


def test_text_is_shown_as_it_was_typed(agreed: Record) -> None:
    made = pages(poisoned(agreed, "<b>{{ 7*7 }}</b> & co"))
    assert "<b>{{ 7*7 }}</b> & co" in "".join(check(made["debrief.html"]).said)
    assert "&lt;b&gt;{{ 7\\*7 }}&lt;/b&gt; &amp; co" in made["debrief.md"]


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
@pytest.mark.parametrize("frame", ["- {}", "{}", "| {} | b |", "**{}**", "1. {}", "a {} b"])
def test_markdown_reads_a_value_as_words(payload: str, frame: str) -> None:
    made = escaped(payload) or "word"
    assert "\n" not in made
    kinds = {token.type for token in tokens(frame.format(made))}
    plain = {token.type for token in tokens(frame.format("word"))}
    assert kinds <= plain | {"text", "inline", "softbreak", "paragraph_open", "paragraph_close"}


def test_hostile_text_that_the_rules_keep_is_harmless_too(agreed: Record, said_everywhere) -> None:  # type: ignore[no-untyped-def]
    payload = '"><img src=x onerror=alert(1)></style><script>x</script>[x](javascript:x)'
    for name, text in pages(said_everywhere(payload)).items():
        if name.endswith("html"):
            check(text)
        else:
            check_markdown(text)
