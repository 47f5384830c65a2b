"""What was negotiated: packages, interests, commitments."""

from typing import Annotated

from scenarios.texts import mark
from simulator.exchange.rows.row import Row, column


class PackageRow(Row, frozen=True, kw_only=True):
    """A package that was tabled."""

    package: Annotated[int, column(mark("The number of the package."))]
    floated: Annotated[bool, column(mark("Whether it was only floated, and binds nobody."))]
    counter_to: Annotated[int | None, column(mark("The package that it answers."))]
    issues: Annotated[int, column(mark("How many issues it settles."))]
    complete: Annotated[bool, column(mark("Whether it settles all of them."))]
    state: Annotated[str, column(mark("What became of it: tabled, agreed, rejected, withdrawn or superseded."))]
    state_event: Annotated[int, column(mark("The event since which it is so."))]
    text: Annotated[str, column(mark("What was said with it."))]


class TermRow(Row, frozen=True, kw_only=True):
    """What a package settles on an issue."""

    package: Annotated[int, column(mark("The number of the package."))]
    issue: Annotated[str, column(mark("The id of the issue."))]
    issue_title: Annotated[str, column(mark("The issue's title."))]
    option: Annotated[str, column(mark("The id of the option."))]
    option_label: Annotated[str, column(mark("The option's label."))]


class AnswerRow(Row, frozen=True, kw_only=True):
    """An answer to a package."""

    package: Annotated[int, column(mark("The number of the package."))]
    answer: Annotated[str, column(mark("`accept`, `reject`, `conditional`, `counter` or `abstain`."))]
    text: Annotated[str, column(mark("What was said with it."))]


class WorthRow(Row, frozen=True, kw_only=True):
    """What a package is worth to a deciding party."""

    package: Annotated[int, column(mark("The number of the package."))]
    for_party: Annotated[str, column(mark("The id of the party that it is valued for."))]
    points: Annotated[
        float | None,
        column(
            mark("Its value to that party; open issues count by their default. Empty where it has none."),
            mark("points, 0 to 100"),
        ),
    ]
    own: Annotated[bool, column(mark("Whether that party tabled it."))]


class InterestRow(Row, frozen=True, kw_only=True):
    """Something that happened with an interest."""

    act: Annotated[str, column(mark("`disclosed`, `permitted`, `permission_withdrawn`, `relayed` or `acknowledged`."))]
    interest: Annotated[str, column(mark("The id of the interest, as `party.interest`."))]
    owner: Annotated[str, column(mark("The id of the party that holds it."))]
    kept: Annotated[str, column(mark("How closely its owner keeps it: open, guarded or hidden."))]
    to: Annotated[tuple[str, ...], column(mark("The seats that were told; `all` for everybody."))]
    permission: Annotated[str, column(mark("`releasable` where it may be carried to others, else `closed`."))]
    carry_to: Annotated[tuple[str, ...], column(mark("The parties that it may be carried to; none for any."))]
    breach: Annotated[bool, column(mark("Whether it was carried without leave."))]
    caucus: Annotated[int | None, column(mark("The private meeting in which it was told."))]


class CommitmentRow(Row, frozen=True, kw_only=True):
    """A commitment under an article, as it reads in the end."""

    commitment: Annotated[int, column(mark("Its number."))]
    clause: Annotated[str, column(mark("The id of the article."))]
    state: Annotated[str, column(mark("`standing` or `struck`."))]
    writings: Annotated[int, column(mark("How often it was written."))]
    actor: Annotated[str, column(mark("Who acts."))]
    action: Annotated[str, column(mark("What they do."))]
    deadline: Annotated[str, column(mark("By when, in words."))]
    days: Annotated[int | None, column(mark("The same counted from the signature."), mark("days"))]
    place: Annotated[str, column(mark("Where."))]
    verifier: Annotated[str, column(mark("Who verifies it."))]
    method: Annotated[str, column(mark("How it is verified."))]
    after: Annotated[tuple[int, ...], column(mark("The commitments that have to be kept before."))]
    resources: Annotated[str, column(mark("Who pays, from which budget."))]
    if_not: Annotated[str, column(mark("What happens when it is not done."))]
