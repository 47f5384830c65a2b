"""A document as a template of the trainer's own gets it: texts, numbers, lists and mappings, and nothing else."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from scenarios.texts import RIGHT_TO_LEFT, tr
from simulator.printing.document import Block, Document, Figure, Paper, Run, Slip, Table, Words, runs, said
from simulator.printing.html import drawn
from simulator.printing.own.seals import HTML, MARKDOWN, TEXT, Seal

SEALS: Mapping[str, Seal] = {"html": HTML, "htm": HTML, "xml": HTML, "md": MARKDOWN, "txt": TEXT}
"""How each kind of file writes the words of people."""


def data(document: Document, ending: str, paper: Paper) -> dict[str, Any]:
    """What a template is filled in with; docs/guide-printing.md tells it to trainers."""
    sealed = SEALS[ending].sealed
    anchors = document.anchors()

    def run(of: Run) -> dict[str, Any]:
        leads = of.leads_to if of.leads_to in anchors else ""
        return {"text": sealed(of.text), "bold": of.bold, "italic": of.italic, "leads_to": sealed(leads)}

    def worded(words: Words) -> dict[str, Any]:
        return {"text": sealed(said(words)), "runs": [run(each) for each in runs(words)]}

    def valued(value: Any) -> Any:
        if isinstance(value, str):
            return sealed(value)
        return [valued(part) for part in value] if isinstance(value, tuple) else value

    def block(of: Block) -> dict[str, Any]:
        made: dict[str, Any] = {"kind": type(of).__name__.lower()}
        for each in fields(of):
            value = getattr(of, each.name)
            match each.name:
                case "words":
                    made |= worded(value)
                case "items":
                    made["items"] = [worded(item) for item in value]
                case "blocks" | "people":
                    made[each.name] = [block(inner) for inner in value]
                case _:
                    made[each.name] = valued(value)
        match of:
            case Table():
                made["rows"] = [[worded(cell) for cell in row] for row in of.rows]
            case Slip():
                made["facts"] = [{"name": sealed(name), "text": sealed(text)} for name, text in of.facts]
            case Figure():
                made["svg"] = "" if ending in ("md", "txt") else of.svg if ending == "xml" else str(drawn(of))
        return made

    return {
        "document": {
            "title": sealed(document.title),
            "subtitle": sealed(document.subtitle),
            "case": sealed(document.case),
            "language": document.language,
            "direction": "rtl" if document.language in RIGHT_TO_LEFT else "ltr",
            "confidential": None if document.confidential is None else sealed(document.confidential),
            "notice": sealed(document.notice),
            "paper": {"a4": "A4", "letter": "letter"}[paper],
            "landscape": document.landscape,
            "bare": document.bare,
            "dense": document.dense,
            "chapters": [sealed(name) for name in document.chapters()] if document.contents else [],
            "blocks": [block(each) for each in document.outlined()],
        },
        "labels": {
            # Translators: above the list of a document's chapters.
            "contents": sealed(tr("Contents")),
            # Translators: opens what a drawing says, for those who do not see it.
            "in_words": sealed(tr("The drawing in words")),
        },
    }
