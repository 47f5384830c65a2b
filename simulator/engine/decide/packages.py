"""Options on the board and packages on the table."""

from collections.abc import Mapping

from scenarios.texts import tr, trn
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine import machines
from simulator.engine.decide import lookup
from simulator.engine.decisions import Standing, standing
from simulator.engine.legal import demand_head, demand_say, heads, instead, party_of
from simulator.engine.names import package_is
from simulator.engine.refused import Refused
from simulator.engine.session import Package, Session
from simulator.engine.speech import clean, need
from simulator.engine.words import Answer, Say

MOST_OPTIONS = 24
"""Options that one issue may have on the board."""


_SAYS = {Answer.ACCEPT: Say.YES, Answer.REJECT: Say.NO, Answer.ABSTAIN: Say.ABSTAINS}


def propose_option(command: c.ProposeOption, session: Session) -> tuple[e.Event, ...]:
    matter = lookup.issue(session, command.issue)
    state = session.issues[command.issue]
    if command.option is not None:
        option = lookup.option(session, command.by, command.issue, command.option)
        if option in state.board and state.board[option].by is not None:
            raise Refused("ALREADY", tr("That option was proposed already."), instead(session, command.by))
        return (e.OptionProposed(at=command.at, by=command.by, issue=command.issue, option=option),)
    text = need(command.text, tr("the option"), 1000)
    if len(state.board) >= MOST_OPTIONS:
        raise Refused(
            "TOO-MANY",
            trn(
                "“{issue}” has {n} option on the board.",
                "“{issue}” has {n} options on the board.",
                MOST_OPTIONS,
                issue=matter.title,
            ),
            tr("Work on those."),
        )
    number = 1 + sum(1 for name in state.board if name.startswith("own-"))
    option = f"own-{number}"
    return (e.OptionProposed(at=command.at, by=command.by, issue=command.issue, option=option, text=text),)


def revealed(
    session: Session,
    command: c.TablePackage | c.IssueVersion | c.BracketClause | c.NarrowBracket | c.DeliverReport,
    terms: Mapping[str, str],
) -> tuple[e.Event, ...]:
    """The options that come on the board because somebody puts them in a paper."""
    return tuple(
        e.OptionProposed(at=command.at, by=command.by, issue=issue, option=option)
        for issue, option in terms.items()
        if option not in session.issues[issue].board
    )


def table_package(command: c.TablePackage, session: Session) -> tuple[e.Event, ...]:
    party = party_of(session, command.by)
    for option in command.terms.values():
        if option.startswith("own-"):
            raise Refused(
                "OWN-WORDS",
                tr("An option in own words has no place in a package: nobody's instructions speak of it."),
                tr("Put it in a clause of the text, or in the words beside the package."),
            )
    terms = lookup.terms(session, command.by, command.terms)
    if not terms:
        raise Refused("EMPTY-PACKAGE", tr("A package settles one issue at least."), tr("Choose an option."))
    deciding = session.scenario.parties[party].decides
    if deciding and not command.floated:
        demand_head(session, command.by)
    floated = command.floated or not deciding
    number = len(session.packages) + 1
    countered: tuple[e.Event, ...] = ()
    if command.counter_to is not None:
        other = lookup.package(session, command.counter_to)
        if other.party == party and not other.floated:
            raise Refused("OWN-PACKAGE", tr("One does not counter one's own package."), tr("Table a new one."))
        if other.state not in ("tabled", "rejected"):
            raise Refused(
                "PACKAGE-STATE",
                package_is(other.number, other.state),
                tr("Table a new one."),
            )
        if deciding and heads(session, command.by):
            countered = (
                e.PackageAnswered(
                    at=command.at, by=command.by, package=other.number, party=party, answer=Answer.COUNTER
                ),
            )
    tabled = e.PackageTabled(
        at=command.at,
        by=command.by,
        package=number,
        party=party,
        terms=terms,
        text=clean(command.text, 1000),
        counter_to=command.counter_to,
        floated=floated,
    )
    older = tuple(
        e.PackageSuperseded(at=command.at, by=command.by, package=p.number, newer=number)
        for p in session.packages.values()
        if p.party == party and machines.PACKAGE.allows(p.state, "supersede")
    )
    return (*revealed(session, command, terms), *older, tabled, *countered)


def answer_package(command: c.AnswerPackage, session: Session) -> tuple[e.Event, ...]:
    party = demand_say(session, command.by)
    package = lookup.package(session, command.package)
    if package.state not in ("tabled", "rejected"):
        raise Refused(
            "PACKAGE-STATE",
            package_is(package.number, package.state),
            instead(session, command.by),
        )
    if package.party == party and not package.floated:
        raise Refused("OWN-PACKAGE", tr("It is your own package."), tr("You may withdraw it."))
    text = clean(command.text, 1000)
    if command.answer is Answer.COUNTER:
        raise Refused("COUNTER", tr("A counter is a package of your own."), tr("Table it as a counter to this one."))
    if command.answer is Answer.CONDITIONAL and not text:
        raise Refused("EMPTY-TEXT", tr("A conditional answer needs its condition."), tr("Write it."))
    if package.answers.get(party) == (command.answer, text):
        raise Refused("ALREADY", tr("Your party has given this answer already."), instead(session, command.by))
    answered = e.PackageAnswered(
        at=command.at, by=command.by, package=package.number, party=party, answer=command.answer, text=text
    )
    says = _says(session, package, party, command.answer)
    match standing(session, says):
        case Standing.MET:
            return (answered, e.PackageAgreed(at=command.at, by=command.by, package=package.number))
        case Standing.IMPOSSIBLE if package.state == "tabled" or command.answer is Answer.ACCEPT:
            return (answered, e.PackageRejected(at=command.at, by=command.by, package=package.number))
        case _:
            return (answered,)


def _says(session: Session, package: Package, party: str, answer: Answer) -> Mapping[str, Say]:
    answers = {p: a for p, (a, _) in package.answers.items()} | {party: answer}
    says = {p: _SAYS[a] for p, a in answers.items() if a in _SAYS}
    if not package.floated:
        says[package.party] = Say.YES
    return says


def withdraw_package(command: c.WithdrawPackage, session: Session) -> tuple[e.Event, ...]:
    package = lookup.package(session, command.package)
    if package.party != party_of(session, command.by):
        raise Refused(
            "NOT-YOURS",
            tr("Package {number} is not your party's.", number=package.number),
            instead(session, command.by),
        )
    if not machines.PACKAGE.allows(package.state, "withdraw"):
        raise Refused(
            "PACKAGE-STATE",
            package_is(package.number, package.state),
            instead(session, command.by),
        )
    return (e.PackageWithdrawn(at=command.at, by=command.by, package=package.number),)
