"""A PDF as assistive technology reads it: the tree of its tags, and what on its pages belongs to none of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, BooleanObject, DictionaryObject, IndirectObject

PAINTS = frozenset(
    [b"Tj", b"TJ", b"'", b'"', b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"S", b"s", b"sh", b"Do", b"BI"]
)
"""What leaves something on a page."""


@dataclass
class Tag:
    """An element of the tree."""

    role: str
    """Its standard structure type."""
    given: Any
    """Its dictionary."""
    kids: list["Tag"] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)
    """What it holds of the pages: numbers of pages and of marked content."""
    references: list[IndirectObject] = field(default_factory=list)
    """The annotations that it holds."""

    def all(self) -> Iterator["Tag"]:
        """It and all below it, in the order of reading."""
        yield self
        for kid in self.kids:
            yield from kid.all()

    def attribute(self, name: str) -> Any:
        """An attribute, whoever owns it; None where it has none."""
        listed = self.given.get("/A", ArrayObject())
        for each in [listed] if not isinstance(listed.get_object(), ArrayObject) else listed.get_object():
            found = each.get_object()
            if isinstance(found, DictionaryObject) and name in found:
                return found[name]
        return None


class Tagged:
    """A PDF and its tags."""

    def __init__(self, made: bytes) -> None:
        self.reader = PdfReader(BytesIO(made))
        trailer: Any = self.reader.trailer
        self.root = trailer["/Root"]
        self._pages = {page.indirect_reference.idnum: n for n, page in enumerate(self.reader.pages)}  # type: ignore[union-attr]
        top: Any = self.root["/StructTreeRoot"]
        self._roles = {name: str(role) for name, role in top.get("/RoleMap", {}).items()}
        self.tags = [tag for kid in _listed(top["/K"]) for tag in self._read(kid, None)]

    def all(self) -> Iterator[Tag]:
        """All tags in the order of reading."""
        for tag in self.tags:
            yield from tag.all()

    def untagged(self) -> list[str]:
        """What is painted on a page outside of tags and artifacts."""
        held = {mark for tag in self.all() for mark in tag.marks}
        found = []
        for number, page in enumerate(self.reader.pages):
            inside: list[bool] = []
            content = page.get_contents()
            for operands, operator in content.operations if content is not None else ():
                if operator in (b"BDC", b"BMC"):
                    inside.append(operands[0] == "/Artifact" or self._held(page, operands, number, held))
                elif operator == b"EMC":
                    inside.pop()
                elif operator in PAINTS and not any(inside):
                    found.append(f"page {number + 1}: {operator.decode()} {str(operands)[:60]}")
        return found

    def fonts(self) -> dict[str, Any]:
        """The fonts of the pages and of the drawings on them, by their names."""
        found: dict[str, Any] = {}

        def look(resources: Any) -> None:
            for font in resources.get("/Font", {}).values():
                found[str(font["/BaseFont"])] = font.get_object()
            for drawn in resources.get("/XObject", {}).values():
                if "/Resources" in drawn:
                    look(drawn["/Resources"])

        for page in self.reader.pages:
            look(page["/Resources"])
        return found

    @staticmethod
    def _held(page: Any, operands: Any, number: int, held: set[tuple[int, int]]) -> bool:
        if len(operands) < 2:
            return False
        given = operands[1]
        if not isinstance(given, DictionaryObject):
            given = page["/Resources"]["/Properties"][given]
        return "/MCID" in given and (number, int(given["/MCID"])) in held

    def _read(self, kid: Any, page: int | None) -> list[Tag]:
        given = kid.get_object()
        if not isinstance(given, DictionaryObject) or "/S" not in given:
            return []
        role = str(given["/S"])
        tag = Tag(self._roles.get(role, role).lstrip("/"), given)
        page = self._page(given, page)
        for each in _listed(given.get("/K")):
            held = each.get_object()
            if isinstance(held, int):
                assert page is not None
                tag.marks.append((page, held))
            elif held.get("/Type") == "/MCR":
                place = self._page(held, page)
                assert place is not None
                tag.marks.append((place, int(held["/MCID"])))
            elif held.get("/Type") == "/OBJR":
                tag.references.append(held.raw_get("/Obj"))
            else:
                tag.kids += self._read(each, page)
        return [tag]

    def _page(self, given: Any, page: int | None) -> int | None:
        if "/Pg" not in given:
            return page
        raw = given.raw_get("/Pg")
        assert isinstance(raw, IndirectObject)
        return self._pages[raw.idnum]


def _listed(kids: Any) -> list[Any]:
    if kids is None:
        return []
    found = kids.get_object() if isinstance(kids, IndirectObject) else kids
    return list(found) if isinstance(found, ArrayObject) else [kids]


def faults(made: bytes) -> list[str]:
    """What of a PDF is not as PDF/UA-1 asks for, as far as a program can tell. Each begins with what it is about."""
    file = Tagged(made)
    return [*_of_the_file(file), *_of_the_tree(file), *_of_the_pages(file)]


def _of_the_file(file: Tagged) -> Iterator[str]:
    root = file.root
    marked = root.get("/MarkInfo", {})
    if not _true(marked.get("/Marked")) or _true(marked.get("/Suspects")):
        yield "marked: the file does not say that it is tagged"
    if not root.get("/Lang"):
        yield "language: none"
    shown = root.get("/ViewerPreferences", {})
    if not _true(shown.get("/DisplayDocTitle")):
        yield "title: the window shows the name of the file"
    if file.reader.metadata is None or not file.reader.metadata.title:
        yield "title: none"
    backwards = str(root.get("/Lang", "")).partition("-")[0] in ("ar", "he", "fa", "ur")
    if shown.get("/Direction", "/L2R") != ("/R2L" if backwards else "/L2R"):
        yield f"direction: {shown.get('/Direction')}"
    described = file.reader.xmp_metadata
    if described is None or b"<pdfuaid:part>1</pdfuaid:part>" not in described.stream.get_data():
        yield "standard: the file does not say that it keeps PDF/UA-1"
    if [tag.role for tag in file.tags] != ["Document"]:
        yield f"tree: {[tag.role for tag in file.tags]}"
    if root["/StructTreeRoot"].get("/ParentTree") is None:
        yield "tree: nothing leads from the pages to the tags"


def _true(given: Any) -> bool:
    return isinstance(given, BooleanObject) and given.value


def _of_the_tree(file: Tagged) -> Iterator[str]:
    level = 0
    for tag in file.all():
        roles = [kid.role for kid in tag.kids]
        if tag.role not in _KNOWN:
            yield f"role: {tag.role} is none of the standard"
        if re.fullmatch("H[1-6]", tag.role):
            if int(tag.role[1]) > level + 1:
                yield f"heading: {tag.role} below H{level}"
            level = int(tag.role[1])
        if tag.role in ("Figure", "Formula") and not tag.given.get("/Alt"):
            yield f"{tag.role.lower()}: not said in words"
        if tag.role == "TH" and tag.attribute("/Scope") not in ("/Column", "/Row", "/Both"):
            yield "table: a head of nothing"
        if tag.role in _INSIDE and not set(roles) <= _INSIDE[tag.role]:
            yield f"{tag.role}: holds {sorted(set(roles) - _INSIDE[tag.role])}"
        if tag.role == "Table":
            rows = [row for row in tag.all() if row.role == "TR"]
            if len({sum(int(cell.attribute("/ColSpan") or 1) for cell in row.kids) for row in rows}) != 1:
                yield "table: rows of different lengths"
            if not any(cell.role == "TH" for row in rows for cell in row.kids):
                yield "table: no heads"
        for kid in tag.kids:
            if tag.role not in _ONLY_IN.get(kid.role, {tag.role}):
                yield f"{kid.role}: inside {tag.role}"


def _of_the_pages(file: Tagged) -> Iterator[str]:
    yield from (f"untagged: {each}" for each in file.untagged())
    held = {obj.idnum for tag in file.all() if tag.role == "Link" for obj in tag.references}
    for number, page in enumerate(file.reader.pages, 1):
        notes = page.get("/Annots", ())
        if notes and page.get("/Tabs") != "/S":
            yield f"tabs: page {number} has an order of its own"
        for note in notes:
            if note.get_object()["/Subtype"] == "/Link":
                if note.idnum not in held:
                    yield f"link: page {number} has one outside of the tree"
                if not note.get_object().get("/Contents"):
                    yield f"link: page {number} has one that does not say where it leads"
    for name, font in file.fonts().items():
        inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
        described = inner.get("/FontDescriptor", {})
        if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(described):
            yield f"font: {name} does not travel with the file"
        if "/ToUnicode" not in font:
            yield f"font: {name} does not say which letters it shows"


_GROUPS = {
    "Document",
    "Part",
    "Art",
    "Sect",
    "Div",
    "BlockQuote",
    "Caption",
    "TOC",
    "TOCI",
    "Index",
    "NonStruct",
    "Private",
}
_BLOCKS = {"P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead"}
_WORDS = {
    "TBody",
    "TFoot",
    "Span",
    "Quote",
    "Note",
    "Reference",
    "BibEntry",
    "Code",
    "Link",
    "Annot",
    "Figure",
    "Formula",
}
_KNOWN = _GROUPS | _BLOCKS | _WORDS | {"Form"}
_INSIDE = {
    "L": {"LI", "Caption", "L"},
    "LI": {"Lbl", "LBody"},
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
    "TOC": {"TOC", "TOCI", "Caption"},
}
"""What some tags may hold."""
_ONLY_IN = {
    "LI": {"L"},
    "LBody": {"LI"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TOCI": {"TOC"},
}
"""Where some tags may stand."""
