"""What the words of records and scorecards are called at the terminal."""

from collections.abc import Mapping

from scenarios.texts import mark, tr

_NAMES: Mapping[str, str] = {
    # Translators: how the talks ended.
    "agreement": mark("agreement"),
    "partial_agreement": mark("partial agreement"),
    "no_agreement": mark("no agreement"),
    "collapsed": mark("collapsed"),
    "aborted": mark("aborted"),
    "none": mark("none"),
    # Translators: the three panels of a scorecard, as headings.
    "process": mark("PROCESS"),
    "outcome": mark("OUTCOME"),
    "relationship": mark("RELATIONSHIP"),
    # Translators: kinds of turning points.
    "walk_out": mark("walk out"),
    "breach": mark("breach"),
    "first_interest": mark("first interest"),
    "adoption": mark("adoption"),
    "package_decided": mark("package decided"),
    "swing": mark("swing"),
    "consent_drop": mark("consent drop"),
    "consent_rise": mark("consent rise"),
    "pulse": mark("pulse"),
    "brackets": mark("brackets"),
    "acknowledged": mark("acknowledged"),
    "shock": mark("shock"),
    "inject_missed": mark("inject missed"),
    "return": mark("return"),
    "first_version": mark("first version"),
}


def named(word: str) -> str:
    """What a word of a record is called, in the language that is spoken."""
    return tr(_NAMES[word]) if word in _NAMES else word.replace("_", " ")
