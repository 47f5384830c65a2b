"""What may hurt somebody, what was worth watching, and what to do when somebody is upset."""

from scenarios.model import Scenario
from scenarios.texts import mark, tr

UPSET = mark("""## When somebody is upset
- Stop the round. Say what you see and judge nothing: “I see that this is hard.”
- Offer a pause to all, and two minutes outside with you or a colleague. Do not insist, and do not leave them alone.
- Ask what they need now. No questions about what happened, no analysis and no figures.
- Take the role off once more: “That was said to the role. Who are you outside of it?”
- They come back when they want to; the group hears what they want it to hear.
- Before they go home: who is with them tonight? Speak with them again the next day, and tell whoever is responsible.
- Where it touches what they have lived through, the exercise is over for them. It is not for you to treat.""")


def care(scenario: Scenario) -> str:
    """All of it, as a text with headings."""
    parts = [
        _list(tr("What may hurt somebody"), scenario.sensitivities),
        _list(tr("Worth watching"), scenario.debrief.watch_for),
        tr(UPSET),
    ]
    return "\n\n".join(part for part in parts if part)


def _list(heading: str, items: tuple[str, ...]) -> str:
    return "\n".join([f"## {heading}", *(f"- {' '.join(item.split())}" for item in items)]) if items else ""
