"""What can be done on every screen: the menu, help, jumping, searching, messages, themes, copying, leaving."""

from scenarios.texts import mark
from simulator.tui.deeds import Deed

PROGRAM, LOOK, GO = mark("Good Offices"), mark("Look"), mark("Go to")

MENU = Deed(
    "menu", "a,ctrl+p", mark("Acts"), hint=mark("Everything that can be done here, and why something cannot."),
    place="app",
)  # fmt: skip
HELP = Deed("help", "question_mark,f1", mark("Help"), hint=mark("This page."), place="app")
JUMP = Deed(
    "jump", "semicolon,ctrl+o", mark("Jump"), GO,
    mark("Put a letter on every pane, list, field and button; typing it goes there."), place="app", action="app.jump",
)  # fmt: skip
SEARCH = Deed(
    "search", "slash", mark("Search"), GO, mark("Find words in the list; n and N go on to the next and back."),
    place="app", action="app.search",
)  # fmt: skip
MESSAGES = Deed(
    "messages", "exclamation_mark", mark("Messages"), PROGRAM, mark("Read again what the program said, with the time."),
    place="app", action="app.messages",
)  # fmt: skip
COPY = Deed(
    "copy", "", mark("Copy the text"), PROGRAM, mark("Copy the text beside the list; it can be saved to a file too."),
    place="app", action="app.copy_shown",
)  # fmt: skip
SAVE = Deed(
    "save", "", mark("Save the text"), PROGRAM, mark("Write the text beside the list to a file of your own."),
    place="app", action="app.save_shown",
)  # fmt: skip
THEME = Deed(
    "theme", "", mark("Colours"), LOOK, mark("Choose a theme, and see it while you choose."),
    place="app", action="app.choose_theme",
)  # fmt: skip
ANIMATIONS = Deed(
    "animations", "", mark("Movement"), LOOK, mark("Let things on the screen move, or keep everything still."),
    place="app", action="app.toggle_animations",
)  # fmt: skip
LOCK = Deed(
    "lock", "ctrl+l", mark("Lock"), PROGRAM, mark("Lock the seat: the screen is free for the next person."),
    place="app", action="app.lock",
)  # fmt: skip
QUIT = Deed(
    "quit", "ctrl+q", mark("Quit"), PROGRAM, mark("Leave Good Offices; everything that happened is kept."),
    place="app", action="app.quit",
)  # fmt: skip

PLAIN = (JUMP, SEARCH, MESSAGES, COPY, SAVE, THEME, ANIMATIONS)
"""What a key does on a screen, and not while somebody writes in a field."""
ALWAYS = (LOCK, QUIT)
"""What a key does whatever is open."""
EVERYWHERE = (*PLAIN, *ALWAYS)
"""What every screen's menu has."""
