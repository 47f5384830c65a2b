"""commands.md: what the command line takes and gives."""

import ast
import inspect
from typing import get_args

import click

from docs.pages.told import ROOT, chapters, fields_of, page, said, table, text, wire_name
from simulator.cli import VERBS, goodoffices
from simulator.engine import commands
from simulator.engine.decide import Control
from simulator.engine.legal import ACT_OF

SHAPES = {
    "list": 'An array of `{"id", "title", "languages": […], "minutes", "seats": {"min", "max"}, "path"}`.',
    "check": 'An array of `{"code", "severity", "message", "remedy", "file", "line", "column", "excerpt", "path", '
    '"suggestion"}`. Codes are on the page [Problems](problems.md). Lines and columns count from 1.',
    "host": 'An object `{"session", "name", "code", "url", "pins": {seat: PIN}}`; `url` is `null` without `--web`.',
    "preflight": 'An array of `{"id", "state", "name", "text", "mend"}`.',
    "analyse": 'An object `{"packages", "parties": {id: {"reservation", "best", "best_acceptable"}}, '
    '"acceptable", "efficient", "efficient_acceptable", "points": {"nash", "kalai_smorodinsky", "egalitarian", '
    '"utilitarian"}, "within_red_lines", "middle": {"package", "surplus", "acceptable"}, "forced", "shortfall", '
    '"exact", "method", "bounds": {name: [low, high]}, "undecided", "affected": {party: {"least", "best", '
    '"least_acceptable", "best_acceptable", "package", "at"}}, "front": {"rows": [{party: points}], "of"}}`; a '
    'solution point is `{"package": {issue: option}, "values": {party: points}, "ties", "harms"}`, or `null` '
    "where no package is acceptable to all. Counts are whole numbers of any size, also beyond 2^53, which not every "
    "JSON reader keeps. `front.rows` has at most 200 rows, evenly taken from `of`. Where `exact` is false, the numbers "
    "named in `bounds` (`acceptable`, `efficient`, `efficient_acceptable`, or the score of a solution point) lie "
    "between theirs, and what `undecided` names is not known. With "
    "`--package` there is also `package`: the package weighed, as in [what-if](#goodoffices-what-if-session).",
    "enact": 'An object `{"events", "refused": [{"line", "do", "code", "why", "instead"}], "out"}`.',
    "replay": 'An array of `{"n", "seconds", "phase", "event": {…}, "text"}`: the number, play seconds, the phase, the '
    "event as it is kept ([Events](events.md)), and its sentence.",
    "score": 'An object `{"format": 1, "scenario", "version", "seed", "events", "outcome", "minutes", "panels": '
    '{"process": […], "outcome": […], "relationship": […]}, "moments": […], "ratings": […]}`; `ratings` are '
    'findings about people, for the trainer. A finding is `{"id", "title", "panel", "observed", "value", "unit", '
    '"reading", "caution", "band", "fundamentals", "evidence", "table": {"columns", "rows": [{"cells", '
    '"evidence"}]}}` ([Measures](measures.md)); a moment is `{"number", "minute", "phase", "kind", "why", '
    '"ask"}`. Evidence is event numbers. Of several sessions: `{"sessions": [{"session", …}], "unread": '
    '[{"session", "why"}]}`.\n\n`--csv`: a row a finding (`session`, `scenario`, `version`, `finding`, `title`, '
    "`panel`, `observed`, `value`, `unit`, `band`, `minute` and numbers of the `evidence`, `reading`, `caution`); "
    "with `--tables` a row for each cell of the findings' tables (`row`, `column`, `cell`). UTF-8, RFC 4180; a "
    "text that a spreadsheet would compute begins with an apostrophe.",
    "compare": 'An object `{"format": 1, "scenario", "versions": {version: sessions}, "sessions", "outcomes", '
    '"minutes", "panels": {"process": […], "outcome": […], "relationship": […]}, "agreements": [{"terms": {issue: '
    'option}, "sessions"}], "options": {issue: {option: agreements}}, "moments": {kind: sessions}, "cautions"}`. '
    'A measure is `{"id", "title", "unit", "caution", "seen", "values", "least", "lower", "median", "upper", '
    '"most", "worth_a_look", "details": [{"of": […], …}]}`: in how many sessions it was seen, and the spread of '
    "its values; `null` where too few have one. Quartiles come from four values on, by interpolation (Hyndman & "
    "Fan, type 7).",
    "what-if": 'Of a package: `{"session", "scenario", "package": {issue: option}, "by_default", "event", '
    '"minute", "parties": {party: {"value", "reservation", "red_lines", "acceptable"}}, "acceptable_to_all", '
    '"affected": {party: points}, "standing", "ending"}`. `standing` is its place: `{"packages", "shares": '
    '{party: {"less", "equal", "more"}}, "better_for_all": [low, high], "dominating": [low, high], "better": '
    '{"package", "gains"}, "gap": [low, high]}`. `ending` is how the session ended: `{"outcome", "minute", '
    '"agreed", "source", "number", "evidence", "terms", "no_value", "left_with": {party: points}}`. With '
    '`--branch`: `{"session", "branch", "scenario", "common", "minute", "one": {ending}, "other": {ending}, '
    '"difference": {party: points}}`.',
    "sessions": 'An array of `{"id", "name", "scenario", "events", "created", "last", "outcome", "ended", "parent", '
    '"keep_until", "due", "anonymised"}`, the latest first.',
    "settings": 'An object `{"file", "there", "settings": {name: value}, "keys": {id: keys}, "wrong": '
    '[{"line", "what", "remedy"}]}`; `line` is 0 where it is not known.',
}

ENACT = text("""
    ## Scripts for `goodoffices enact`

    A script is a list of commands, in YAML or as one JSON object a line. It runs without a screen through the same
    rules as everything else, and writes a portable file that `replay`, `score`, `debrief` and `import` read.

    ```yaml
    - {do: cast_seat, seat: government-head, source: human, people: [Amal]}
    - {do: cast_seat, seat: special-envoy, source: stand_in}
    - {do: cast_seat, seat: co-mediator, source: stand_in}
    - {do: cast_seat, seat: front-head, source: stand_in}
    - {do: cast_seat, seat: front-commander, source: stand_in}
    - {do: cast_seat, seat: government-security, source: stand_in}
    - {do: cast_seat, seat: tarqand-head, source: stand_in}
    - {do: cast_seat, seat: platform-speaker, source: stand_in}
    - {do: start_clock, minute: 0}
    - {do: say_ready, by: government-head, minute: 4}
    - {do: enter_phase, phase: preparation, minute: 5, reason: Everybody has read}
    - do: write_note
      by: government-head
      minute: 6
      text: Ask for the monitors first.
    ```

    - `do` names the command. `by` is the seat that asks; without it, the trainer.
    - `minute` is the time since the start, from 0 to 10000, and may be a fraction; `at` is a time instead
      (`2026-01-05T09:00:00Z`). Without either the command comes at the time of the one before. `minute` in `jump_clock`
      is that command's own field.
    - Every other key is a field of the command. An unknown command or field is told with the nearest known name.
    - The session is opened by itself unless the first command is `open_session`. Between commands the clock runs, and
      what is due happens: events, deadlines, the end of phases.
    - A refused command is told with its line and reason, and the others are carried out. Then the exit status is 1.
    - `all` in a list of seats means everybody. An interest is written `party.interest`.
""")


def commands_page() -> str:
    """The verbs of the command line, and the commands of a script."""
    parts = [
        text("""
            Data goes to stdout, talk to stderr. SCENARIO is an id on the shelf, a folder or a YAML file. SESSION is the
            id of a session in the journal, or a portable file.
        """),
        "## Exit statuses\n\n"
        + table(
            ("status", "means"),
            (
                ("0", "All is well. Warnings alone leave it 0."),
                ("1", "Something was found to be wrong: errors in a scenario, refused commands, a damaged file."),
                ("2", "The command was not understood, or cannot be done."),
                ("130", "It was stopped by hand (Ctrl+C)."),
                ("129, 143", "The screens were ended because the terminal went away, or by a signal."),
            ),
        ),
        "## Environment\n\n"
        + table(
            ("variable", "means"),
            (
                ("`GOODOFFICES_JOURNAL`", "The journal file, like `--db`."),
                ("`GOODOFFICES_SCENARIOS`", "Further folders of scenarios, separated by colons."),
                ("`GOODOFFICES_LANG`", "The language of the program, `en` or `fr`, like `--lang`; else the locale's."),
                (
                    "`GOODOFFICES_SPEED`",
                    "For rehearsals: how many times as fast the clock runs, and since which second of Unix time, as "
                    "`60@1795356000`; the same at every terminal.",
                ),
                ("`NO_COLOR`", "No colours. `TERM=dumb` does the same for the command line."),
            ),
        ),
        f"## goodoffices\n\n{said(goodoffices)}\n\n{_options(goodoffices)}",
    ]
    context = click.Context(goodoffices)
    for verb in VERBS:
        command = goodoffices.get_command(context, verb)
        assert command is not None
        arguments = " ".join(p.make_metavar(context) for p in command.params if isinstance(p, click.Argument))
        shape = f"`--json`: {SHAPES[verb]}" if verb in SHAPES else ""
        blocks = [
            f"## goodoffices {verb} {arguments}".rstrip(),
            inspect.cleandoc(command.help or ""),
            _options(command),
        ]
        blocks += [shape, f"{command.epilog or ''}".replace("  |  ", " · ")]
        parts.append("\n\n".join(block for block in blocks if block))
    parts.append(ENACT)
    parts.append(
        "### Commands and fields\n\nEvery command also has `at` and `by`. In brackets stands the act that a seat "
        "must be allowed ([Rights](rights.md)); *control* means the trainer only, *anybody* needs no right."
    )
    for heading, kinds in chapters(get_args(commands.Command)):
        parts.append(f"#### {heading.capitalize()}")
        parts += [_command(kind) for kind in kinds]
    parts.append(_refusals())
    return page("Commands", *parts)


def _command(kind: type) -> str:
    act = ACT_OF.get(kind)
    who = f"act `{act.value}`" if act else "control" if kind in get_args(Control) else "anybody"
    rows = list(fields_of(kind))
    made = f"**`{wire_name(kind)}`** ({who}): {said(kind)}"
    return made + ("\n\n" + table(("field", "value", "needed", ""), rows) if rows else "")


def _options(command: click.Command) -> str:
    options = [p for p in command.params if isinstance(p, click.Option) and not p.hidden]
    rows: list[tuple[str, str, str]] = []
    for option in options:
        names = ", ".join(f"`{name}`" for name in option.opts)
        value = "" if option.is_flag else option.type.name
        default = "required" if option.required else ""
        if option.show_default and option.default is not None:
            default = f"`{option.default}`"
        rows.append((f"{names} {value}".rstrip(), option.help or "", default))
    return table(("option", "what it does", "default"), rows) if rows else ""


def _refusals() -> str:
    """Every reason for which the rules refuse, read from the rules."""
    found: dict[str, list[str]] = {}
    for file in sorted((ROOT / "simulator" / "engine").rglob("*.py")):
        tree = ast.parse(file.read_text("utf-8"))
        for function, node in ((f, n) for f in tree.body if isinstance(f, ast.FunctionDef) for n in ast.walk(f)):
            pair: list[ast.expr] = []
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Refused":
                pair = node.args[:2]
            elif isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple) and file.name == "legal.py":
                pair = node.value.elts[:2]
            if len(pair) == 2 and isinstance(pair[0], ast.Constant) and isinstance(pair[0].value, str):
                sentence = _sentence(pair[1], function)
                known = found.setdefault(pair[0].value, [])
                if sentence and sentence not in known:
                    known.append(sentence)
    rows = ((f"`{code}`", " / ".join(why[:4])) for code, why in sorted(found.items()))
    return (
        "### Refusals\n\nA refusal has a stable code, says why, and says what is possible now. `NOT-A-COMMAND` is a "
        "line of a script that is no command.\n\n" + table(("code", "why"), rows)
    )


def _sentence(node: ast.expr, function: ast.FunctionDef) -> str:
    """What an expression says, with dots for what is known only in a session."""
    if isinstance(node, ast.Name):
        given = [
            part.value
            for part in ast.walk(function)
            if isinstance(part, ast.Assign) and any(isinstance(t, ast.Name) and t.id == node.id for t in part.targets)
        ]
        return " / ".join(filter(None, (_sentence(value, function) for value in given)))
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.IfExp):
        return f"{_sentence(node.body, function)} / {_sentence(node.orelse, function)}"
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values)
    return ""
