"""Settings: one file, read without ever failing, written without losing what somebody wrote."""

from pathlib import Path

import pytest

from simulator.tui import keymap
from simulator.tui.settings import Settings, keep, place, read
from simulator.tui.settings.known import known, wrong_keys

WRONG = """\
# mine
langage = "fr"
theme = "lihgt"
idle = "no"
animations = 1

[keys]
"home.new" = "ctrl+shift+n"
"home.newx" = "x"
"console.run" = "g"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the settings lie."""
    return tmp_path / "config" / "settings.toml"


def written(file: Path, text: str) -> Path:
    """Write the settings by hand."""
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_without_a_file_everything_is_as_usual(file: Path) -> None:
    found = read(file, {})
    assert (found.settings, found.there, found.wrong) == (Settings(), False, ())


def test_what_the_file_says_holds(file: Path) -> None:
    written(file, 'language = "fr"\ntheme = "contrast"\nanimations = false\nidle = 60\n[keys]\nhome.new = "k"\n')
    settings = read(file, {}).settings
    assert (settings.language, settings.theme, settings.animations, settings.idle) == ("fr", "contrast", False, 60)
    assert settings.keys == {"home.new": "k"}


def test_the_environment_goes_before_the_file(file: Path) -> None:
    written(file, 'theme = "contrast"\n')
    assert read(file, {"GOODOFFICES_THEME": "light"}).settings.theme == "light"
    assert place({"GOODOFFICES_CONFIG": "/somewhere/room.toml"}) == Path("/somewhere/room.toml")


def test_every_wrong_line_is_told_with_its_remedy_and_the_rest_holds(file: Path) -> None:
    found = read(written(file, WRONG), {})
    assert [(w.line, w.remedy) for w in found.wrong] == [
        (2, "Did you mean “language”?"),
        (3, "Did you mean “light”?"),
        (4, "Write a whole number."),
        (5, "Write true or false, without quotation marks."),
    ]
    assert (found.settings.theme, found.settings.idle, found.settings.animations) == ("dark", 90, True)


def test_a_key_that_lists_have_is_told(file: Path) -> None:
    (wrong,) = wrong_keys(read(written(file, '[keys]\n"home.new" = "k"\n'), {}))
    assert wrong.what == "In lists “k” is the key of “list.up”."


def test_a_keymap_is_told_what_no_screen_or_terminal_knows(file: Path) -> None:
    wrong = wrong_keys(read(written(file, WRONG), {}))
    assert [w.line for w in wrong] == [8, 9, 10]
    assert "Many terminals never send “ctrl+shift+n”" in wrong[0].what
    assert wrong[1].remedy == "Did you mean “home.new”?"
    assert wrong[2].what == "“g” is the key of “console.run” and of “console.give”."


@pytest.mark.parametrize(
    "data",
    [b"theme = ", b"\xff\xfe", b"[keys\n", b"theme = 'light'\ntheme = 'dark'\n", b"x = " + b"[" * 3000, b"#" * 300_000],
)
def test_a_file_that_cannot_be_read_changes_nothing_and_says_so(file: Path, data: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(data)
    found = read(file, {})
    assert found.settings == Settings()
    assert len(found.wrong) == 1
    assert str(found.wrong[0])


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    assert len(read(tmp_path, {}).wrong) == 1


def test_what_is_kept_leaves_comments_and_unknown_lines_alone(file: Path) -> None:
    written(file, '# mine\ntheme = "light"  # in the hall\nfuture = 1\n\n[keys]\ntheme = "t"\n')
    keep("theme", "dark", file)
    keep("animations", False, file)
    assert file.read_text(encoding="utf-8") == (
        '# mine\ntheme = "dark"  # in the hall\nfuture = 1\nanimations = false\n\n[keys]\ntheme = "t"\n'
    )
    assert read(file, {}).settings.theme == "dark"


def test_a_new_file_is_for_its_owner_alone(file: Path) -> None:
    keep("language", "fr", file)
    assert file.stat().st_mode & 0o777 == 0o600
    assert read(file, {}).settings.language == "fr"
    assert [p.name for p in file.parent.iterdir()] == [file.name]


def test_a_link_to_a_file_elsewhere_stays_a_link(file: Path, tmp_path: Path) -> None:
    real = written(tmp_path / "dotfiles" / "s.toml", 'theme = "light"\n')
    file.parent.mkdir()
    file.symlink_to(real)
    keep("theme", "contrast", file)
    assert file.is_symlink()
    assert 'theme = "contrast"' in real.read_text(encoding="utf-8")


def test_every_key_of_every_screen_has_an_id() -> None:
    from textual.binding import Binding

    known()  # loads the screens
    for node in keymap.own_nodes():
        for one in Binding.make_bindings(node.__dict__.get("BINDINGS", ())):
            assert one.id, f"{node.__qualname__}: {one.key} has no id"


def test_nothing_hangs_on_a_key_that_terminals_eat_or_keyboards_hide() -> None:
    """Not on Ctrl+Shift, Alt or a function key, nor on what a French or German keyboard has behind AltGr."""
    behind_altgr = {"left_square_bracket", "right_square_bracket", "left_curly_bracket", "right_curly_bracket", "at",
                    "backslash", "vertical_line", "tilde", "number_sign", "circumflex_accent"}  # fmt: skip
    eaten = {"ctrl+w", "ctrl+t", "ctrl+n", "ctrl+z", "f11", "ctrl+b"}
    for one in known().values():
        good = [
            key for key in one.keys.split(",")
            if key and key not in behind_altgr | eaten and keymap.untypable(key) is None and not _function(key)
        ]  # fmt: skip
        assert good or not one.keys, f"{one.id} hangs on {one.keys}"


def _function(key: str) -> bool:
    return key[0] == "f" and key[1:].isdigit()


@pytest.mark.parametrize("key", ["a", "A", "?", "ctrl+k", "space", "f5", "question_mark", "é", "shift+tab"])
def test_keys_that_can_be_typed(key: str) -> None:
    assert keymap.untypable(key) is None


@pytest.mark.parametrize("key", ["ctrl+shift+p", "alt+x", "ctrl+m", "ctrl+1", "hyper+x", "", "qestion_mark", "super+a"])
def test_keys_that_cannot_be_counted_on(key: str) -> None:
    assert keymap.untypable(key) is not None
