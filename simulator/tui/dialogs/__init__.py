"""Typed questions: each is a modal screen that gives an answer, or None when it is cancelled."""

from simulator.tui.dialogs.choices import Choice, ChooseMany, ChooseOne
from simulator.tui.dialogs.question import Question, YesNo
from simulator.tui.dialogs.words import Drafts, LineQuestion, NumberQuestion, PinQuestion, TextQuestion

__all__ = [
    "Choice",
    "ChooseMany",
    "ChooseOne",
    "Drafts",
    "LineQuestion",
    "NumberQuestion",
    "PinQuestion",
    "Question",
    "TextQuestion",
    "YesNo",
]
