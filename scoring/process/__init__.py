"""How the talks were led: measures that a record can show, by their numbers in the list of measures.

Each measure is a pure function from the course of a session to a finding. Columns named `party`, `seat`, `issue`,
`interest`, `phase`, `by` and the like hold ids, for documents to name in their reader's language.
"""

from collections.abc import Callable

from scoring.findings import Finding
from scoring.process.agendas import agendas
from scoring.process.caucuses import caucus_balance
from scoring.process.coherence import briefings, contradictions, double_calls
from scoring.process.committee import contradictory_reports, disputes, reports
from scoring.process.confidence import breaches, permissions
from scoring.process.consent import consent_course
from scoring.process.course import Course
from scoring.process.drafting import bracket_lives, draft_fairness, text_dynamics
from scoring.process.floor import evenness, talk_share
from scoring.process.incidents import before_verified, follow_up, incident_handling
from scoring.process.inclusion import first_contact, inclusive_terms, presence, uptake, women
from scoring.process.interests import discovery_to_use, interest_discovery, interests_acknowledged
from scoring.process.mediators import question_profile, style_profile
from scoring.process.messengers import messages
from scoring.process.milestones import milestones
from scoring.process.norms import harm, norms
from scoring.process.offers import concession_curves, concessions, reciprocity
from scoring.process.options import option_generation
from scoring.process.ownership import ownership
from scoring.process.pace import time_use
from scoring.process.pressure import pressure
from scoring.process.responses import early_warning, responses
from scoring.process.texts import other_texts
from scoring.process.traces import handed_in, trace
from scoring.process.trades import integrative_offers, trades_found

__all__ = ["MEASURES", "Course", "findings"]

MEASURES: tuple[Callable[[Course], Finding | None], ...] = (
    talk_share,
    evenness,
    caucus_balance,
    draft_fairness,
    question_profile,
    interest_discovery,
    interests_acknowledged,
    discovery_to_use,
    option_generation,
    integrative_offers,
    trades_found,
    concessions,
    concession_curves,
    reciprocity,
    text_dynamics,
    bracket_lives,
    other_texts,
    milestones,
    breaches,
    permissions,
    consent_course,
    presence,
    first_contact,
    uptake,
    handed_in,
    trace,
    women,
    inclusive_terms,
    ownership,
    contradictions,
    double_calls,
    briefings,
    messages,
    responses,
    incident_handling,
    before_verified,
    early_warning,
    style_profile,
    time_use,
    pressure,
    norms,
    harm,
    reports,
    contradictory_reports,
    disputes,
    follow_up,
    agendas,
)


def findings(course: Course) -> tuple[Finding, ...]:
    """All measures of the process, in the order of their numbers; those of what a case does not have are left out."""
    return tuple(finding for measure in MEASURES if (finding := measure(course)) is not None)
