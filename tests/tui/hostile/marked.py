"""The well with a mark in every confidential text, and who may read which mark."""

import re
from pathlib import Path
from typing import Any

import yaml

WELL = Path(__file__).parents[2] / "cases" / "well" / "scenario.yaml"

MARK = re.compile(r"QZ[a-z]+ZQ")
"""A mark: no word of any language, short enough to stand on one line, and no hyphen to break it at."""


def mark(*names: str) -> str:
    """The mark of a text."""
    return f"QZ{''.join(re.sub('[^a-z]', '', name.lower()) for name in names)[:22]}ZQ"


def marked() -> tuple[str, dict[str, set[str]]]:
    """The case as YAML, and the seats that may read each mark; the trainer may read them all."""
    written = WELL.read_text(encoding="utf-8")
    written = re.sub(r"ask: ([^,}]*\?),", r'ask: "\1",', written)  # a question mark ends a key for PyYAML
    case: dict[str, Any] = yaml.safe_load(written)
    seats = {name: seat["party"] for name, seat in case["seats"].items()}
    allowed: dict[str, set[str]] = {}

    def put(text: str, who: set[str], *names: str) -> str:
        made = mark(*names)
        assert made not in allowed, made
        allowed[made] = who
        return f"{made} {text}"

    for name, seat in case["seats"].items():
        seat["brief"] = put(seat["brief"], {name}, "seat", name)
        seat["first_moves"] = [
            put(text, {name}, "move", name, "abcdef"[n]) for n, text in enumerate(seat.get("first_moves", ()))
        ]
        if not seat["first_moves"]:
            del seat["first_moves"]
    for name, party in case["parties"].items():
        mine = {seat for seat, its in seats.items() if its == name}
        party["brief"] = put(party["brief"], mine, "party", name)
        if "batna" in party:
            party["batna"] = put(party["batna"], mine, "batna", name)
        if "constituency" in party:
            party["constituency"] = put(party["constituency"], mine, "home", name)
        if "capital" in party:
            party["capital"]["instructions"] = put(party["capital"]["instructions"], set(), "cap", name)
            party["capital"]["mood"] = put(party["capital"]["mood"], set(), "mood", name)
        for key, interest in party.get("interests", {}).items():
            interest["text"] = put(interest["text"], mine, "int", key)
            for more in ("hint", "discovery"):
                if more in interest:
                    interest[more] = put(interest[more], set(), more, key)
    for issue in case["issues"].values():
        for key, option in issue["options"].items():
            if "known_to" in option:
                knows = {seat for seat, its in seats.items() if its in option["known_to"]}
                option["label"] = put(option["label"], knows, "label", key)
                option["text"] = put(option["text"], knows, "option", key)
    for key, card in case["expert"]["cards"].items():
        case["expert"]["cards"][key] = put(card, {case["expert"]["seat"]}, "card", key)
    for key, event in case["events"].items():
        event["tests"] = put(event["tests"], set(), "tests", key)
        if "versions" in event:
            for party, text in event["versions"].items():
                event["versions"][party] = put(text, {s for s, its in seats.items() if its == party}, "version", party)
        if key == "message-home":
            event["text"] = put(event["text"], {"upper-head"}, "event", key)
    return yaml.safe_dump(case, allow_unicode=True, sort_keys=False, width=4000), allowed
