"""Inputs, messages and what is published, as sentences."""

from simulator.debrief.naming import Names
from simulator.debrief.narration import narrate
from simulator.engine import commands as c
from simulator.engine.session import Moment
from simulator.engine.words import Uptake
from tests.engine.heard import drafting


def test_what_happens_is_told_in_sentences() -> None:
    story = drafting()
    begin = len(story.happened)
    story.do(c.FileInput, "upper-head", text="A bench for who waits.", issues=("hours",))
    story.do(c.TagInput, "mediator", input=3, issues=("hours", "keeper"))
    story.do(c.IssueSynthesis, "mediator", points=(c.SynthesisPoint(text="Noon", inputs=(1, 2)),))
    story.do(c.IssueSynthesis, "mediator", points=(c.SynthesisPoint(text="Noon"), c.SynthesisPoint(text="Key")))
    story.do(c.TraceInput, "mediator", input=1, uptake=Uptake.NOT_TAKEN_UP, reason="Nobody asked")
    story.do(c.TraceInput, "mediator", input=2, uptake=Uptake.IN_PART, clause="keeper")
    story.do(c.IssueNonPaper, "upper-head", title="Hours", text="Six each", to=("all",))
    story.do(c.SendMessenger, "mediator", seat="runner", to=("lower-head",), text="Open").wait(1)
    story.do(c.DeliverMessage, "runner", message=1, text="Could you open?")
    story.do(c.PublishReport, "observer", text="Nothing was done", levels={"1": 0, "2": 3})
    story.do(c.PublishReport, "observer", text="I was wrong")
    story.do(c.IssueStatement, "reporter", text="Shut")
    names = Names(story.session.scenario)
    assert [narrate(Moment(1, 0.0, None, event), names) for event in story.happened[begin:]] == [
        "Dalia Venn (Upper) handed in input 3 on Hours at the well: “A bench for who waits.”",
        "Ines Korrigan (Team) sorted input 3 under Hours at the well and The key.",
        "Ines Korrigan (Team) issued synthesis 1 with 1 point; it takes up inputs 1 and 2.",
        "Ines Korrigan (Team) issued synthesis 2 with 2 points; it takes up no input.",
        "Ines Korrigan (Team) said that input 1 was not taken up, saying “Nobody asked”.",
        "Ines Korrigan (Team) said that a part of input 2 went into “The key”.",
        "Dalia Venn (Upper) handed everybody the non-paper “Hours”: “Six each”.",
        "Ines Korrigan (Team) sent Teo Maller (Team) to Omar Tillsand (Lower) with message 1: “Open”.",
        "Teo Maller (Team) delivered message 1 to Omar Tillsand (Lower): “Could you open?”",
        "Jon Ferrand (Watch) published a report on compliance (entry 1: 0 of 3; entry 2: 3 of 3), saying "
        "“Nothing was done”.",
        "Jon Ferrand (Watch) published a report on compliance, saying “I was wrong”.",
        "Mila Orsk (Watch) told the press: “Shut”.",
    ]
