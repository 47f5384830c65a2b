"""The texts beside the main one: what each became, and what its brackets went through (M11)."""

from collections import Counter
from dataclasses import replace

from scenarios.texts import mark, tr, trn
from scoring.findings import Finding, Fundamental, Panel, Row, Table
from scoring.process.course import Course, minutes
from scoring.sentences import sentence
from simulator.engine.events import (
    AdoptionFailed,
    AdoptionOpened,
    BracketLifted,
    BracketNarrowed,
    BracketSupported,
    ClauseBracketed,
    ReferralAnswered,
    TextAdopted,
    VersionIssued,
)
from simulator.engine.replay import replay
from simulator.engine.session import text_of

TEXTS = Finding(
    id="M11.texts",
    title=mark("The other texts"),
    panel=Panel.PROCESS,
    observed=False,
    unit="texts",
    caution=mark("A text that nobody contested may have pleased everybody, or mattered to nobody."),
    fundamentals=(Fundamental.QUALITY_AGREEMENT,),
)


def other_texts(course: Course) -> Finding | None:
    """M11: the texts beside the main one: versions, brackets, silences that were broken, capitals, and the end.

    The value is the number of texts that were adopted. They may go on after the outcome of the talks, so that the
    whole record counts.
    """
    written = course.scenario.texts
    if not written:
        return None
    end = replay(course.record)
    rows: list[Row] = []
    said: list[str] = []
    adopted = 0
    for name, text in course.told.texts.items():
        seen = course.texts.get(name, ())
        kinds = Counter(type(moment.event) for moment in seen)
        named = sum(1 for m in seen if isinstance(m.event, BracketSupported) and m.event.supports)
        late = sum(1 for m in seen if isinstance(m.event, ReferralAnswered) and not m.event.in_time)
        done = next((m for m in seen if isinstance(m.event, TextAdopted)), None)
        state = text_of(end, name)
        still = sum(len(clause.open_brackets) for clause in state.clauses.values())
        adopted += done is not None
        rows.append(
            Row(
                (
                    text.title,
                    state.version,
                    kinds[ClauseBracketed],
                    kinds[BracketNarrowed],
                    named,
                    kinds[BracketLifted],
                    still,
                    kinds[AdoptionOpened],
                    kinds[AdoptionFailed],
                    late,
                    None if done is None else minutes(done.seconds),
                    state.state,
                ),
                tuple(m.number for m in seen if isinstance(m.event, _SHOWN)),
            )
        )
        said.append(_became(text.title, state.version, kinds[ClauseBracketed], done is not None))
    return replace(
        TEXTS.said,
        observed=True,
        value=float(adopted),
        reading=sentence(*said),
        evidence=tuple(sorted(number for row in rows for number in row.evidence)),
        table=Table(
            (
                "text",
                "versions",
                "brackets_put",
                "narrowed",
                "supported",
                "lifted",
                "open",
                "put_to_adoption",
                "refused",
                "capitals_late",
                "adopted_minute",
                "state",
            ),
            tuple(rows),
        ),
    )


_SHOWN = (VersionIssued, ClauseBracketed, BracketLifted, AdoptionOpened, AdoptionFailed, TextAdopted)


def _became(title: str, versions: int, brackets: int, adopted: bool) -> str:
    """What became of a text, as a clause."""
    if not versions:
        return tr("“{title}” was never issued", title=title)
    put = trn("{n} bracket", "{n} brackets", brackets)
    if adopted:
        # Translators: {brackets} is a number of brackets.
        return tr("“{title}” was adopted in version {n}, after {brackets}", title=title, n=versions, brackets=put)
    return tr("“{title}” was not adopted: version {n}, {brackets}", title=title, n=versions, brackets=put)
