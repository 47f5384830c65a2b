"""A session as tables: each row a thing, with the session, the seat and the play minute on every one."""

from simulator.exchange.rows import Tables
from simulator.exchange.tables import course, judging, matter, talks
from simulator.exchange.tables.known import Known

__all__ = ["Known", "tables"]


def tables(known: Known) -> Tables:
    """All tables of a session; one in which nothing happened has tables without rows."""
    return Tables(
        session=tuple(course.session(known)),
        cast=tuple(course.cast(known)),
        events=tuple(course.events(known)),
        packages=tuple(matter.packages(known)),
        package_terms=tuple(matter.package_terms(known)),
        package_answers=tuple(matter.package_answers(known)),
        package_values=tuple(matter.package_values(known)),
        floor=tuple(talks.floor(known)),
        caucuses=tuple(talks.caucuses(known)),
        interests=tuple(matter.interests(known)),
        commitments=tuple(matter.commitments(known)),
        measures=tuple(judging.measures(known)),
        measure_cells=tuple(judging.measure_cells(known)),
        ratings=tuple(judging.ratings(known)),
        observations=tuple(judging.observations(known)),
    )
