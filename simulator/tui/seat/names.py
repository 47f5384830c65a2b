"""What states, answers and moves are called at the table."""

from collections.abc import Mapping

from simulator.engine.words import Answer, Consent, Move, Permission, Resolution, Verdict

CONSENT: Mapping[Consent, str] = {
    Consent.UNASKED: "? not asked",
    Consent.IN: "+ takes part",
    Consent.CONDITIONAL: "~ on conditions",
    Consent.SUSPENDED: "! walked out",
    Consent.OUT: "- stays out",
}

CONSENT_SHORT: Mapping[Consent, str] = {
    Consent.UNASKED: "? unasked",
    Consent.IN: "+ in",
    Consent.CONDITIONAL: "~ conditional",
    Consent.SUSPENDED: "! walked out",
    Consent.OUT: "- out",
}

ANSWERS: Mapping[Answer, str] = {
    Answer.ACCEPT: "accepts",
    Answer.REJECT: "rejects",
    Answer.CONDITIONAL: "accepts on a condition",
    Answer.COUNTER: "answers with a package of its own",
}

VERDICTS: Mapping[Verdict, str] = {
    Verdict.ADOPT: "Adopt",
    Verdict.ADOPT_WITH_RESERVATION: "Adopt, with a reservation",
    Verdict.AD_REFERENDUM: "Adopt, subject to our capital",
    Verdict.REFUSE: "Refuse",
}

RESOLUTIONS: Mapping[Resolution, str] = {
    Resolution.WITHDRAWN: "withdrawn by its author",
    Resolution.CHOSE_TEXT: "the text stands",
    Resolution.CHOSE_ALTERNATIVE: "the alternative is taken",
    Resolution.MERGED: "both are merged",
    Resolution.DEFERRED: "left to a later decision",
    Resolution.AMBIGUITY: "left open on purpose",
}

MOVES: Mapping[Move, str] = {
    Move.OPEN_QUESTION: "open question",
    Move.CLOSED_QUESTION: "closed question",
    Move.CHECK: "check of understanding",
    Move.PARAPHRASE: "paraphrase",
    Move.SUMMARY: "summary",
    Move.REFRAME: "reframing",
    Move.ACKNOWLEDGE: "acknowledgement",
    Move.REALITY_TEST: "reality test",
    Move.VERIFY: "verification",
    Move.PROCEDURE: "word on procedure",
    Move.PROMISE: "promise",
    Move.THREAT: "threat",
    Move.APOLOGY: "apology",
}

PERMISSIONS: Mapping[Permission, str] = {
    Permission.CLOSED: "in confidence: it stays with whom I tell",
    Permission.RELEASABLE: "the mediators may carry it to others",
}

ISSUE_STATES: Mapping[str, str] = {
    "unraised": "not raised",
    "raised": "raised",
    "on_agenda": "on the agenda",
    "framed": "framed as a question",
    "optioned": "has options",
    "drafted": "in the text",
    "provisionally_agreed": "provisionally agreed",
    "parked": "parked",
    "agreed": "agreed",
}

PACKAGE_STATES: Mapping[str, str] = {
    "tabled": "on the table",
    "agreed": "agreed",
    "rejected": "rejected",
    "withdrawn": "withdrawn",
    "superseded": "replaced by a newer one",
}

TEXT_STATES: Mapping[str, str] = {
    "none": "no version yet",
    "under_reading": "under reading",
    "clean": "clean: nobody contests it",
    "in_adoption": "put to adoption",
    "ad_referendum": "adopted, subject to a capital",
    "adopted": "adopted",
    "failed": "refused, open to a new version",
}

CLAUSE_STATES: Mapping[str, str] = {
    "proposed": "proposed",
    "bracketed": "in brackets",
    "clean": "clean",
    "parked": "parked",
    "closed": "closed",
}

CAUCUS_STATES: Mapping[str, str] = {
    "requested": "asked for",
    "granted": "accepted by some",
    "open": "open now",
    "declined": "declined",
    "closed": "over",
}

KEPT = {
    "open": "may be said in the first statement",
    "guarded": "for those who ask well",
    "hidden": "only in trust",
}

INTEREST_STATES = {
    "kept": "told to nobody yet",
    "elicited": "told in confidence",
    "releasable": "told, may be carried",
    "released": "said in public",
    "acknowledged": "understood by another party",
    "heard": "heard in private",
    "public": "said in public",
}
