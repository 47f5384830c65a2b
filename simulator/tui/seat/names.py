"""What states, answers and moves are called at the table."""

from collections.abc import Mapping

from scenarios.texts import mark, tr, trc
from simulator.engine.words import Answer, Consent, Move, OutcomeKind, Permission, Resolution, Verdict


def consent() -> Mapping[Consent, str]:
    """What a party has said to taking part."""
    return {
        Consent.UNASKED: tr("? not asked"),
        Consent.IN: tr("+ takes part"),
        Consent.CONDITIONAL: tr("~ on conditions"),
        Consent.SUSPENDED: tr("! walked out"),
        Consent.OUT: tr("- stays out"),
    }


def consent_short() -> Mapping[Consent, str]:
    """The same in a word or two."""
    return {
        # Translators: whether a party takes part, as short as can be: all parties stand on one line.
        Consent.UNASKED: tr("? unasked"),
        Consent.IN: tr("+ in"),
        Consent.CONDITIONAL: tr("~ conditional"),
        Consent.SUSPENDED: tr("! walked out"),
        Consent.OUT: tr("- out"),
    }


def answers() -> Mapping[Answer, str]:
    """What a party does with a package."""
    return {
        Answer.ACCEPT: tr("accepts"),
        Answer.REJECT: tr("rejects"),
        Answer.CONDITIONAL: tr("accepts on a condition"),
        Answer.COUNTER: tr("answers with a package of its own"),
        Answer.ABSTAIN: tr("abstains"),
    }


def verdicts() -> Mapping[Verdict, str]:
    """The answers that a party can give to a text that is put to adoption."""
    return {
        Verdict.ADOPT: tr("Adopt"),
        Verdict.ADOPT_WITH_RESERVATION: tr("Adopt, with a reservation"),
        Verdict.AD_REFERENDUM: tr("Adopt, subject to our capital"),
        Verdict.REFUSE: tr("Refuse"),
        Verdict.ABSTAIN: tr("Abstain: neither adopt nor refuse"),
    }


def resolutions() -> Mapping[Resolution, str]:
    """How a bracket can be settled."""
    return {
        Resolution.WITHDRAWN: trc("how a bracket was settled", "withdrawn by its author"),
        Resolution.CHOSE_TEXT: trc("how a bracket was settled", "the text stands"),
        Resolution.CHOSE_ALTERNATIVE: trc("how a bracket was settled", "the alternative is taken"),
        Resolution.MERGED: trc("how a bracket was settled", "both are merged"),
        Resolution.DEFERRED: trc("how a bracket was settled", "left to a later decision"),
        Resolution.AMBIGUITY: trc("how a bracket was settled", "left open on purpose"),
    }


MOVES: Mapping[Move, str] = {
    Move.OPEN_QUESTION: mark("open question"),
    Move.CLOSED_QUESTION: mark("closed question"),
    Move.CHECK: mark("check of understanding"),
    Move.PARAPHRASE: mark("paraphrase"),
    Move.SUMMARY: mark("summary"),
    Move.REFRAME: mark("reframing"),
    Move.ACKNOWLEDGE: mark("acknowledgement"),
    Move.REALITY_TEST: mark("reality test"),
    Move.VERIFY: mark("verification"),
    Move.PROCEDURE: mark("word on procedure"),
    Move.PROMISE: mark("promise"),
    Move.THREAT: mark("threat"),
    Move.APOLOGY: mark("apology"),
}
"""What somebody did; said with `tr`."""


def permissions() -> Mapping[Permission, str]:
    """On what terms an interest is told."""
    return {
        Permission.CLOSED: tr("in confidence: it stays with whom I tell"),
        Permission.RELEASABLE: tr("the mediators may carry it to others"),
    }


def issue_states() -> Mapping[str, str]:
    """The states of an issue."""
    return {
        # Translators: the states of an issue, at most 20 characters.
        "unraised": trc("an issue", "not raised"),
        "raised": trc("an issue", "raised"),
        "on_agenda": trc("an issue", "on the agenda"),
        "framed": trc("an issue", "framed as a question"),
        "optioned": trc("an issue", "has options"),
        "drafted": trc("an issue", "in the text"),
        "provisionally_agreed": trc("an issue", "provisionally agreed"),
        "parked": trc("an issue", "parked"),
        "agreed": trc("an issue", "agreed"),
    }


def package_states() -> Mapping[str, str]:
    """The states of a package."""
    return {
        # Translators: the states of a package, at most 14 characters before they are cut.
        "tabled": trc("a package", "on the table"),
        "agreed": trc("a package", "agreed"),
        "rejected": trc("a package", "rejected"),
        "withdrawn": trc("a package", "withdrawn"),
        "superseded": trc("a package", "replaced by a newer one"),
    }


def text_states() -> Mapping[str, str]:
    """The states of the text."""
    return {
        "none": trc("the text", "no version yet"),
        "under_reading": trc("the text", "under reading"),
        "clean": trc("the text", "clean: nobody contests it"),
        "in_adoption": trc("the text", "put to adoption"),
        "ad_referendum": trc("the text", "adopted, subject to a capital"),
        "adopted": trc("the text", "adopted"),
        "failed": trc("the text", "refused, open to a new version"),
    }


def clause_states() -> Mapping[str, str]:
    """The states of an article."""
    return {
        # Translators: the states of an article, at most 11 characters.
        "proposed": trc("an article", "proposed"),
        "bracketed": trc("an article", "in brackets"),
        "clean": trc("an article", "clean"),
        "parked": trc("an article", "parked"),
        "closed": trc("an article", "closed"),
    }


def caucus_states() -> Mapping[str, str]:
    """The states of a private meeting."""
    return {
        # Translators: the states of a private meeting, at most 16 characters.
        "requested": trc("a private meeting", "asked for"),
        "granted": trc("a private meeting", "accepted by some"),
        "open": trc("a private meeting", "open now"),
        "declined": trc("a private meeting", "declined"),
        "closed": trc("a private meeting", "over"),
    }


def kept() -> Mapping[str, str]:
    """To whom an interest may be told."""
    return {
        "open": tr("may be said in the first statement"),
        "guarded": tr("for those who ask well"),
        "hidden": tr("only in trust"),
    }


def outcomes() -> Mapping[OutcomeKind, str]:
    """How talks end."""
    return {
        OutcomeKind.AGREEMENT: trc("an outcome", "agreement"),
        OutcomeKind.PARTIAL_AGREEMENT: trc("an outcome", "partial agreement"),
        OutcomeKind.NO_AGREEMENT: trc("an outcome", "no agreement"),
        OutcomeKind.COLLAPSED: trc("an outcome", "collapsed"),
        OutcomeKind.ABORTED: trc("an outcome", "aborted"),
    }


def interest_states() -> Mapping[str, str]:
    """Where an interest of one's own, or one that was heard, stands."""
    return {
        # Translators: the states of an interest, at most 22 characters before they are cut.
        "kept": trc("an interest", "told to nobody yet"),
        "elicited": trc("an interest", "told in confidence"),
        "releasable": trc("an interest", "told, may be carried"),
        "released": trc("an interest", "said in public"),
        "acknowledged": trc("an interest", "understood by another party"),
        "heard": trc("an interest", "heard in private"),
        "public": trc("an interest", "said in public"),
    }
