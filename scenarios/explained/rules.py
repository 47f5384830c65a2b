"""What the codes of the rules mean to an author: errors, then warnings."""

from collections.abc import Mapping
from types import MappingProxyType

from scenarios.texts import mark

RULES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "E1": (
            mark(
                "Weights say how a party shares 100 points of priority among the issues; only then can parties "
                "and cases be compared."
            ),
            mark("Change the weights of its issues until they sum to 100."),
        ),
        "E2": (
            mark(
                "Whoever decides must know what every option is worth to it, and what it has without an "
                "agreement. The counts, the advice and the debriefing need it."
            ),
            mark(
                "Give every option points from 0 (worst) to 100 (best), a weight to every issue, and a `reservation`."
            ),
        ),
        "E3": (
            mark(
                "If no package is acceptable to all, the talks cannot end well, however people play; they will "
                "think that it was their fault."
            ),
            mark(
                "Lower a reservation, or add an option or points that bridge the gap. The message says who misses "
                "how many points in the nearest package."
            ),
        ),
        "E4": (
            mark("Red lines together leave no package at all, so that no agreement is possible."),
            mark("Take away a red line, or add an option that all can live with."),
        ),
        "E5": (
            mark("The smallest group would have to leave a seat empty that the exercise needs."),
            mark("Mark seats as `optional: true`, or raise the smallest number of people."),
        ),
        "E6": (
            mark(
                "Who declares a language promises that nobody meets a page in another one in the middle of the "
                "exercise."
            ),
            mark(
                "Translate what is missing (`goodoffices translate`), or take the language off the list until it "
                "is complete."
            ),
        ),
        "E7": (
            mark(
                "A real name brings real quarrels and real grief into the room. People then play the news and not "
                "the case, and somebody may be hurt or quoted. Mediators and helpers may be real."
            ),
            mark("Invent a name, and look it up before use. Borrow the structure of a conflict, not its name."),
        ),
        "E8": (
            mark("What is due before play begins or after it ends is never seen by anybody in role."),
            mark("Write a minute that lies in play; the message says from when to when that is."),
        ),
        "E9": (
            mark(
                "The program says by itself whether a body has agreed. For that its rule must be complete, and "
                "those who are asked must sit in it."
            ),
            mark(
                "Add what the rule needs (`essential`, `needed`, `minutes`), seat those who are asked, or let the "
                "chair declare."
            ),
        ),
        "E10": (
            mark(
                "The exercise is about finding this interest. If nothing leads to it, only guessing helps; if no "
                "option serves it, finding it changes nothing."
            ),
            mark(
                "Add a `hint`, a way of `discovery` or an option that it `unlocks`; and `served_by` with the "
                "options that serve it."
            ),
        ),
        "E11": (
            mark("Nobody can ever enter this phase."),
            mark("Add it to the `next` of the phase before it."),
        ),
        "E12": (
            mark("Without a closing phase there is no debriefing, and people stay in their roles."),
            mark("Add a way on that leads to a phase of the kind `closing`."),
        ),
        "E13": (
            mark("The trainer's clock follows the planned course; if the sums differ, the debriefing pays for it."),
            mark("Change the second number under `minutes` of a phase, or the minutes of the exercise."),
        ),
        "E14": (
            mark("Talks without a moment of decision run out instead of ending."),
            mark("Add `decides: true` to the last phase of play."),
        ),
        "E15": (
            mark("A party whose agreement is needed must be able to give it, also in the smallest group."),
            mark("Give one of its seats an archetype that heads a party, and do not make that seat optional."),
        ),
        "E16": (
            mark("A task without the right to do it stops the exercise at that point."),
            mark("Name another seat, or give this one an archetype that may do it; seat a chair in the body."),
        ),
        "E17": (
            mark("Nobody knows the option and nothing unlocks it, so it can never be agreed."),
            mark("Say who knows it under `known_to`, or let an interest unlock it."),
        ),
        "E18": (
            mark("A scenario is found by the name of its folder, and records name it by its id."),
            mark("Rename the folder, or the `id`."),
        ),
        "E19": (
            mark("A response that nobody may give is always missed, and the team is judged for it."),
            mark("Name acts that somebody in these parties may do, or other parties."),
        ),
        "E20": (
            mark("A curve gives points to amounts, and this option has none."),
            mark("Add `amount:` to these options, or points of their own beside the curve."),
        ),
        "E21": (
            mark("The id has a meaning of its own in the format, and records could be read in two ways."),
            mark("Give the option another id."),
        ),
        "E22": (
            mark("The test throws shocks at the text, so there must be one, and the acts to answer them must be open."),
            mark("Name a phase after the outcome, and add `stress` to what it `allows`."),
        ),
        "E23": (
            mark("More shocks would be drawn than there are."),
            mark("Write more shocks, or draw fewer."),
        ),
        "E24": (
            mark("Written twice, the points would count twice without anybody seeing it."),
            mark("Keep one of the two, with the points of both."),
        ),
        "E25": (
            mark("A body needs somebody who opens it, gives the floor and hands over what it found, in every group."),
            mark("Name a seat under `chair` that is not optional, or that comes first among several."),
        ),
        "E26": (
            mark("What a body works out is lost when nobody receives it, or when it never meets."),
            mark("Add the body that is named to the `in` of a phase, not before the one that reports."),
        ),
        "E27": (
            mark("The phase would be over before anybody knows whether the silence was broken."),
            mark("Shorten the `minutes` of the rule, or lengthen the phase."),
        ),
        "E28": (
            mark("What lies on the table from the beginning can be read from the beginning, all of it."),
            mark("Give every article a `wording`, or let the pen-holder issue the first version: no `on_table`."),
        ),
        "E29": (
            mark("Such an option contradicts every report, and its own as well."),
            mark("Change the number under `uses`, or what is `available`."),
        ),
        "W1": (
            mark(
                "If halving every difference is good enough, nobody has to ask why anybody wants anything: the "
                "trap that most exercises fall into."
            ),
            mark(
                "Move points away from the middle options, so that trading beats halving. Keep it if it is the "
                "fallback that you want and other packages are clearly better."
            ),
        ),
        "W2": (
            mark(
                "With fewer acceptable packages people despair, with more any talks succeed. Cases that teach "
                "well lie from 1 to 8 %."
            ),
            mark("Below: lower a reservation, or plan more time. Above: raise a reservation, or sharpen the points."),
        ),
        "W3": (
            mark("With fewer than three there is nothing to choose, with more than 25 nothing to miss."),
            mark("Change weights or points: equal weights leave few efficient packages, close points leave many."),
        ),
        "W4": (
            mark(
                "The issue is no issue: whatever is agreed, this option is in it. That is right only where "
                "finding it is the lesson."
            ),
            mark("Make a second option acceptable, or keep it and say why under `accepts`."),
        ),
        "W5": (
            mark(
                "At the fair package this party already has all that it can get, so it has nothing to work for "
                "and nothing to give."
            ),
            mark("Give it something to win beyond, or something that it has to give."),
        ),
        "W6": (
            mark(
                "If everybody cares most about the same issues, nothing can be traded, and the talks are about "
                "dividing."
            ),
            mark("Give two parties different priorities, so that each can yield where it costs little."),
        ),
        "W7": (
            mark(
                "Wherever a good negotiator ends, people without a vote pay for it. That may be the lesson; it "
                "must not be an accident."
            ),
            mark(
                "Make a package without this harm as good for those who decide, or keep it and say why under `accepts`."
            ),
        ),
        "W8": (
            mark("Somebody would come for three hours and have nothing to do."),
            mark("Seat the person in a body that meets during play, or remove the seat."),
        ),
        "W9": (
            mark(
                "A preparation of fifteen minutes leaves twelve for reading, at 180 words a minute; people who "
                "have not finished play badly."
            ),
            mark("Cut the briefs; facts that nobody uses go first. Or send the papers ahead and accept it."),
        ),
        "W10": (
            mark(
                "Each event takes minutes of everybody's attention. More than six in 90 minutes leave no time to talk."
            ),
            mark("Send some by hand, or only as contingencies of others."),
        ),
        "W11": (
            mark(
                "If inclusion is worth nothing to those who decide, the included pay for their seat alone, and "
                "the room learns the wrong thing."
            ),
            mark("Give the issue a weight and different points at one deciding party or more."),
        ),
        "W12": (
            mark("An option that all like less than another one is never chosen; it only takes room."),
            mark("Give one party a reason to want it, or remove it."),
        ),
        "W13": (
            mark("In a loud room people hear names and do not read them."),
            mark("Choose a name with another first letter and another length."),
        ),
        "W14": (
            mark("What holds without an agreement must be clear to all from the start: it is what they compare with."),
            mark("Name an option under `default` that is on the board from the start, usually what holds today."),
        ),
        "W15": (
            mark("A secret that also stands in a public paper is no secret, and finding it is no achievement."),
            mark("Remove the sentence from one of the two papers."),
        ),
        "W16": (
            mark("An event that nothing sends is work for nothing."),
            mark("Name it as the `contingency` of another, give it a `when`, or send it by hand."),
        ),
        "W17": (
            mark("When its minute comes, the phase that it waits for is over on the planned course."),
            mark("Write an earlier minute or a later phase."),
        ),
        "W18": (
            mark(
                "The number of people and the places that are left to them differ, so somebody stands without a "
                "seat or a seat without somebody."
            ),
            mark("Name the seats that stay empty, and those that two people share."),
        ),
        "W19": (
            mark("An option that everybody sees cannot be unlocked; who finds the interest gains nothing."),
            mark("Say who knows the option before, with `known_to`, or take it out of `unlocks`."),
        ),
        "W20": (
            mark("Numbers about the values are then bounds, or missing, and some warnings cannot be given."),
            mark("Have fewer issues, options or linkages, or points in steps of five or ten."),
        ),
        "W21": (
            mark("A linkage without points changes nothing."),
            mark("Write the points that the options gain or lose together, or remove it."),
        ),
        "W22": (
            mark(
                "A curve that is flat over all amounts says that the party does not care, which a weight of 0 "
                "says more clearly."
            ),
            mark("Let it rise or fall between the smallest and the largest amount."),
        ),
        "W23": (
            mark("The translation says what the text said before."),
            mark("Look at it again, and remove the word `fuzzy` above it."),
        ),
        "W24": (
            mark(
                "Who learns of an interest wants to do something with it. If no option serves it, or nothing "
                "leads to it, it is decoration."
            ),
            mark("Add `served_by`, a `hint` or a way of `discovery`; or remove it."),
        ),
        "W25": (
            mark("An accepted warning that does not occur would hide the next one of its kind."),
            mark("Remove the line under `accepts`."),
        ),
        "W26": (
            mark("The team is given minutes that it does not have."),
            mark("Send the event earlier, or give less time under `within`."),
        ),
        "W27": (
            mark(
                "People learn in the debriefing, not at the table. A third of the time is the least that teaching "
                "guides ask for."
            ),
            mark(
                "Give the closing phases more minutes and play fewer, or accept it where the debriefing has its "
                "own session."
            ),
        ),
        "W28": (
            mark(
                "With fewer than three issues there is little to trade; with more than eight, or more than five "
                "options, nobody keeps the whole in mind. An introductory case may have two issues."
            ),
            mark("Leave out what teaches nothing; let amounts be a `range`; begin small."),
        ),
        "W29": (
            mark("What was prepared stays in its drawer: people read about it, and can never use it."),
            mark("Open it in a phase, under `allows` or `in`; or take it out."),
        ),
        "W30": (
            mark("Incidents live from several versions. One that nobody reports never happens; one side stays mute."),
            mark("Let an event report it with `incident:`, and give every party that it concerns a version."),
        ),
    }
)
"""Why each matters, and what to do about it."""
