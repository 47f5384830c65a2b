"""What happens with inputs, the synthesis and non-papers."""

from scenarios.texts import tr, trn
from simulator.debrief import details
from simulator.debrief.naming import Names, listed, quoted
from simulator.engine import events as e
from simulator.engine.words import Uptake


def sentence(event: e.InputEvent, names: Names) -> str:
    """What happened, in a sentence."""
    by = names.seat(event.by)
    match event:
        case e.InputFiled():
            return _filed(event, names, by)
        case e.InputTagged():
            issues = details.issues(names, event.issues)
            return tr("{by} sorted input {n} under {issues}.", by=by, n=event.input, issues=issues)
        case e.SynthesisIssued():
            taken = sorted({number for point in event.points for number in point.inputs})
            points = trn("{n} point", "{n} points", len(event.points))
            if not taken:
                return tr(
                    "{by} issued synthesis {n} with {points}; it takes up no input.",
                    by=by,
                    n=event.version,
                    points=points,
                )
            return trn(
                "{by} issued synthesis {version} with {points}; it takes up input {inputs}.",
                "{by} issued synthesis {version} with {points}; it takes up inputs {inputs}.",
                len(taken),
                by=by,
                version=event.version,
                points=points,
                inputs=listed(str(number) for number in taken),
            )
        case e.InputTraced():
            return _traced(event, names, by)
        case e.NonPaperIssued():
            # Translators: a non-paper is words without status, handed out under a title.
            return tr(
                "{by} handed {to} the non-paper {title}: {words}.",
                by=by,
                to=names.seats(event.to),
                title=quoted(event.title),
                words=quoted(event.text),
            )


def _filed(event: e.InputFiled, names: Names, by: str) -> str:
    values = {"by": by, "n": event.input, "issues": details.issues(names, event.issues)}
    card = names.scenario.inputs.get(event.card) if event.card is not None else None
    if card is None:
        return tr("{by} handed in input {n} on {issues}: {words}.", words=quoted(event.text), **values)
    if not event.text:
        return tr("{by} handed in input {n} on {issues}: {title}.", title=quoted(card.title), **values)
    return tr(
        "{by} handed in input {n} on {issues}, {title}: {words}.",
        title=quoted(card.title),
        words=quoted(event.text),
        **values,
    )


def _traced(event: e.InputTraced, names: Names, by: str) -> str:
    if event.uptake is Uptake.NOT_TAKEN_UP:
        told = tr("{by} said that input {n} was not taken up", by=by, n=event.input)
        return details.saying(told, event.reason)
    values = {"by": by, "n": event.input, "clause": quoted(heading(names, event.document, event.clause))}
    if event.document:
        values["text"] = quoted(text_title(names, event.document))
        if event.uptake is Uptake.IN_PART:
            told = tr("{by} said that a part of input {n} went into {clause} of {text}", **values)
        else:
            told = tr("{by} said that input {n} went into {clause} of {text}", **values)
    elif event.uptake is Uptake.IN_PART:
        told = tr("{by} said that a part of input {n} went into {clause}", **values)
    else:
        told = tr("{by} said that input {n} went into {clause}", **values)
    return details.saying(told, event.reason)


def heading(names: Names, document: str, clause: str | None) -> str:
    """The heading of a clause of the main text, or of another one; an id stays where no name is known."""
    text = names.scenario.texts.get(document) if document else names.scenario.text
    found = text.clauses.get(clause or "") if text is not None else None
    return found.heading if found is not None else clause or ""


def text_title(names: Names, document: str) -> str:
    """The title of a text besides the main one."""
    found = names.scenario.texts.get(document)
    return found.title if found is not None else document
