"""The parts of the Studio without a screen: editors, saves, what a pane finds in a case."""

import threading
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from time import monotonic, sleep

import pytest

from scenarios.model import Scenario
from scenarios.reading import Reading, read
from scenarios.translation import filled, texts
from simulator.tui.studio import course, editors, interests, languages, values
from simulator.tui.studio.known import Known, looks
from simulator.tui.studio.trials import Trial, Trials, detail
from simulator.tui.studio.watching import watched

WELL = Path(__file__).parents[1] / "cases" / "well" / "scenario.yaml"
LEVY = Path(__file__).parents[1] / "cases" / "levy" / "scenario.yaml"
FILE = Path("/a b/scenario.yaml")


@pytest.fixture
def reading() -> Reading:
    """The well."""
    return read(WELL)


@pytest.fixture
def well(reading: Reading) -> Scenario:
    """Its scenario."""
    assert reading.scenario is not None
    return reading.scenario


@pytest.mark.parametrize(
    ("editor", "words"),
    [
        (("vim",), ["vim", "+7", "/a b/scenario.yaml"]),
        (("/usr/bin/nano", "-w"), ["/usr/bin/nano", "-w", "+7", "/a b/scenario.yaml"]),
        (("emacs", "-nw"), ["emacs", "-nw", "+7", "/a b/scenario.yaml"]),
        (("code", "--wait"), ["code", "-g", "/a b/scenario.yaml:7:3"]),
        (("hx",), ["hx", "/a b/scenario.yaml:7:3"]),
        (("my-editor",), ["my-editor", "/a b/scenario.yaml"]),
    ],
)
def test_every_editor_gets_the_line_in_its_own_words(editor: tuple[str, ...], words: list[str]) -> None:
    assert editors.at_line(editor, FILE, 7, 3) == words


def test_the_editor_is_the_one_that_was_chosen_or_a_usual_one(tmp_path: Path) -> None:
    for name in ("mine", "vi"):
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o755)
    path = {"PATH": str(tmp_path)}
    assert editors.chosen(path) == ("vi",)
    assert editors.chosen({**path, "EDITOR": "mine -x"}) == ("mine", "-x")
    assert editors.chosen({**path, "VISUAL": "mine", "EDITOR": "vi"}) == ("mine",)
    with pytest.raises(editors.NoEditor, match="gone"):
        editors.chosen({**path, "VISUAL": "gone"})
    with pytest.raises(editors.NoEditor, match="export EDITOR"):
        editors.chosen({"PATH": "/nowhere"})


def test_a_case_is_read_then_checked_then_weighed() -> None:
    first, second, third = looks(Known(WELL))
    assert first.found is None
    assert first.case is not None
    assert second.found is not None
    assert [problem.code for problem in second.problems] == ["W2", "W3", "W5", "W4"]
    assert third.analysis is not None
    assert third.analysis.packages == 9


def test_what_could_be_read_last_stays(tmp_path: Path) -> None:
    file = tmp_path / "well.yaml"
    file.write_text(WELL.read_text(encoding="utf-8"), encoding="utf-8")
    *_, known = looks(Known(file))
    file.write_text("format: [", encoding="utf-8")
    *_, broken = looks(known)
    assert broken.errors
    assert broken.is_old
    assert broken.case is known.case
    assert not broken.playable
    assert broken.line_of("parties.lower.name")[1] > broken.line_of("parties.upper.name")[1]
    assert broken.line_of("no.such.place") == (file, 1, 1)


class Watch:
    """A watch that goes on in the background."""

    def __init__(self, file: Path) -> None:
        self.told: list[Known] = []
        self.over = threading.Event()
        self.thread = threading.Thread(target=watched, args=(file, self.told.append, self.over.is_set))
        self.thread.start()

    def until(self, true: Callable[[Known], bool]) -> None:
        """Wait until what was told last is so."""
        end = monotonic() + 10
        while not (self.told and true(self.told[-1])):
            assert monotonic() < end, self.told[-1:]
            sleep(0.02)

    def end(self) -> None:
        """End it."""
        self.over.set()
        self.thread.join(5)
        assert not self.thread.is_alive()


def test_saves_are_seen_however_they_are_made(tmp_path: Path) -> None:
    case = tmp_path / "well" / "scenario.yaml"
    case.parent.mkdir()
    text = WELL.read_text(encoding="utf-8")
    case.write_text(text, encoding="utf-8")
    watch = Watch(case)
    try:
        watch.until(lambda known: known.analysis is not None and not known.is_old)
        with case.open("w", encoding="utf-8") as half:  # an editor that writes in place, slowly
            half.write(text[:500])
            half.flush()
            watch.until(lambda known: bool(known.errors))
            half.write(text[500:])
        watch.until(lambda known: not known.errors and known.found is not None)
        beside = tmp_path / "beside"
        beside.write_text(text.replace("decides: true", "decides: perhaps", 1), encoding="utf-8")
        beside.rename(case)
        watch.until(lambda known: [p.code for p in known.problems] == ["FORM-TYPE"])
        case.unlink()
        watch.until(lambda known: known.gone)
        (case.parent).rmdir()
        case.parent.mkdir()
        case.write_text(text, encoding="utf-8")
        watch.until(lambda known: not known.gone and known.analysis is not None and not known.is_old)
        (case.parent / "fr.po").write_text("no catalogue", encoding="utf-8")
        watch.until(lambda known: any(p.file.endswith("fr.po") for p in known.problems))
    finally:
        watch.end()


def test_an_option_that_nobody_knows_and_nothing_leads_to_is_lost(well: Scenario) -> None:
    issue = next(iter(well.issues))
    option = next(iter(well.issues[issue].options))
    kept = well.issues[issue].options[option].model_copy(update={"known_to": ()})
    options = {**well.issues[issue].options, option: kept}
    case = well.model_copy(
        update={"issues": {**well.issues, issue: well.issues[issue].model_copy(update={"options": options})}}
    )
    assert (issue, option) in interests.off_board(case)
    assert interests.is_lost(case, issue, option) is not bool(interests.keys_to(case, issue, option))
    party = next(iter(case.parties))
    told = kept.model_copy(update={"known_to": (party,)})
    assert not interests.is_lost(
        case.model_copy(
            update={
                "issues": {issue: case.issues[issue].model_copy(update={"options": {**options, option: told}})},
            }
        ),
        issue,
        option,
    )


def test_the_course_is_in_the_order_of_the_clock(well: Scenario) -> None:
    stretches = course.plan(well)
    assert [one.name for one in stretches] == list(well.phases)
    assert all(before.start + before.minutes == after.start for before, after in pairwise(stretches))
    named = [name for name, _ in course.rows(well, 76)]
    assert {f"phases.{name}" for name in well.phases} <= set(named)
    assert {f"events.{name}" for name in well.events} <= set(named)
    assert len(named) == len(set(named))


def test_very_many_options_are_told_by_some_of_them() -> None:
    options = tuple(f"at-{n}" for n in range(101))
    shown = values.shown(options)
    assert len(shown) == values.MOST_LISTED
    assert (shown[0], shown[-1]) == ("at-0", "at-100")
    *_, known = looks(Known(LEVY))
    for width in (20, 76, 200):
        assert values.rows(known, width)


def test_a_translation_is_never_complete_before_all_is_said(reading: Reading, well: Scenario, tmp_path: Path) -> None:
    folder = tmp_path / "well"
    folder.mkdir()
    (folder / "scenario.yaml").write_text(reading.text, encoding="utf-8")
    said = {text.path: text.text for text in texts(well)}
    last = said.popitem()
    (folder / "fr.po").write_text(filled(read(folder), "fr", said)[0], encoding="utf-8")
    (tongue,) = languages.tongues(read(folder))
    assert tongue.share == "99%"
    assert tongue.missing == (last[0],)


def test_stand_ins_that_fail_are_not_silent(monkeypatch: pytest.MonkeyPatch, reading: Reading) -> None:
    monkeypatch.setattr("sys.executable", "/bin/false")
    trials = Trials(reading.bound * 50, [1])
    with pytest.raises(ChildProcessError, match="status 1"):
        trials.run(lambda share: None, lambda trial: None)
    assert trials.over


def test_rehearsals_are_told_by_their_outcomes_and_their_spread(well: Scenario) -> None:
    party = well.deciding()[0]
    trials = [
        Trial(1, "agreement", values={party: 6000}),
        Trial(2, "agreement", values={party: 7050}),
        Trial(3, "collapsed"),
        Trial(4, None, why="no seat"),
    ]
    said = detail(well, trials, "2").plain
    assert "agreement: 2" in said
    assert "collapsed: 1" in said
    assert "cannot be played: 1" in said
    assert "from 60 to 70.5" in said
