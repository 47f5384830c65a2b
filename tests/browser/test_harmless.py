"""Documents in a browser with hostile text wherever people write: nothing opens, loads, runs, warns or leads away.

The control pages show that each of these would be noticed.
"""

from pathlib import Path

import pytest

from simulator.engine import Record
from simulator.printing import Document, Paragraph
from simulator.printing.html import html
from simulator.printing.prose import plain
from tests.browser.conftest import papers, written
from tests.browser.driving import Browser, Heard
from tests.debrief.test_hostile_text import PAYLOADS, poisoned
from tests.printing.conftest import PAYLOADS as PRINTED
from tests.printing.conftest import document_of

TOUCH = """
for (const each of document.querySelectorAll("*"))
  for (const kind of ["mouseover", "mousedown", "click", "focus", "blur", "input", "error", "load", "toggle"])
    each.dispatchEvent(new Event(kind));
for (const each of document.querySelectorAll("details")) each.open = true;
for (const each of [...document.querySelectorAll("a")].slice(0, 9)) each.click();
"""
"""Does with every part of a page what a mouse and a keyboard do, and follows the first links."""

ACTIVE = """
[...document.querySelectorAll("*")].filter(each =>
  each.matches("script, iframe, frame, object, embed, img, picture, video, audio, link, base, form, input, button, "
    + "textarea, select, template, svg a, svg style, svg image, svg use, foreignObject, animate, set, "
    + "meta[http-equiv]:not([http-equiv='Content-Security-Policy']), head ~ style, body style")
  || [...each.attributes].some(({name, value}) => name.startsWith("on") || ["src", "srcset", "action", "srcdoc",
    "formaction", "xlink:href", "ping"].includes(name) || (name === "href" && !value.startsWith("#")))
).map(each => each.outerHTML.slice(0, 200))
"""
"""The parts of a page, as the browser reads it, that could act or load something."""


TOGETHER = 30
"""Payloads that stand in one text, where they are not tried one by one."""

EVERY = {**PAYLOADS, **PRINTED}
PAYLOADS_IN_ROWS = [
    *(
        pytest.param(" ".join([*EVERY.values()][at : at + TOGETHER]), id=f"{at}-{at + TOGETHER}")
        for at in range(0, len(EVERY), TOGETHER)
    ),
    *(pytest.param(payload, id=name, marks=pytest.mark.soak) for name, payload in EVERY.items()),
]


def acted(heard: list[Heard], file: Path) -> list[str]:
    """What a page did beside being opened."""
    found = []
    for each in heard:
        about = each.about
        match each.event:
            case "Page.javascriptDialogOpening":
                found.append(f"dialog: {about['message']}")
            case "Network.requestWillBeSent" if about["request"]["url"] != file.as_uri():
                found.append(f"request: {about['request']['url']}")
            case "Network.webSocketCreated" | "Network.webTransportCreated":
                found.append(f"request: {about['url']}")
            case "Runtime.consoleAPICalled":
                found.append(f"console: {about['type']}")
            case "Runtime.exceptionThrown":
                found.append(f"exception: {about['exceptionDetails']['text']}")
            case "Log.entryAdded" if about["entry"]["level"] in ("warning", "error"):
                found.append(f"log: {about['entry']['text']}")
            case "Page.frameNavigated" if about["frame"]["url"] != file.as_uri():
                found.append(f"navigation: {about['frame']['url']}")
            case "Page.navigatedWithinDocument" if not about["url"].startswith(file.as_uri()):
                found.append(f"navigation: {about['url']}")
            case "Page.frameRequestedNavigation" if not about["url"].startswith(file.as_uri() + "#"):
                found.append(f"navigation: {about['url']}")
            case "Page.frameAttached":
                found.append("frame")
            case "Page.windowOpen" | "Page.downloadWillBegin":
                found.append(f"window: {about['url']}")
            case "Target.targetCreated" if about["targetInfo"]["type"] == "page":
                found.append(f"window: {about['targetInfo']['url']}")
    return found


def opened(browser: Browser, file: Path) -> list[str]:
    """What a page does when it is opened and touched all over, and the parts of it that could act."""
    browser.open(file)
    parts: list[str] = browser.run(ACTIVE)
    browser.run(f"{{ {TOUCH} }}")
    browser.still()
    return [*acted(browser.heard(), file), *(f"part: {part}" for part in parts)]


CONTROLS = {
    "dialog: 1": "<script>alert(1)</script>",
    "dialog: 2": "<b onmouseover='alert(2)'>x</b>",
    "dialog: 3": "<svg><g onload='0' onclick='alert(3)'/></svg>",
    "dialog: 4": "<a href='javascript:alert(4)'>x</a>",
    "dialog: 5": "<img src=x: onerror='alert(5)'>",
    "request: http://127.0.0.1:9/p.png": "<img src='http://127.0.0.1:9/p.png'>",
    "request: http://127.0.0.1:9/p.css": "<link rel=stylesheet href='http://127.0.0.1:9/p.css'>",
    "request: http://127.0.0.1:9/p.woff": "<style>@font-face{font-family:x;src:url(http://127.0.0.1:9/p.woff)}"
    "b{font-family:x}</style><b>x</b>",
    "log: Failed to load resource": "<img src='http://127.0.0.1:9/p.png'>",
    "console: log": "<script>console.log('x')</script>",
    "exception: Uncaught": "<script>null.x</script>",
    "navigation: about:blank": "<a href='about:blank'>x</a>",
    "frame": "<iframe srcdoc='x'></iframe>",
    "window: about:blank": "<a href='about:blank' target=_blank>x</a>",
    "part: <meta": "<meta http-equiv=refresh content='9; url=x'>",
    "part: <base": "<base href='http://127.0.0.1:9/'>",
    "part: <style": "<style>* { display: none }</style>",
    "part: <p o": "<p onwheel='alert(1)'>x</p>",
}


@pytest.mark.parametrize("noticed", CONTROLS)
def test_what_a_page_does_is_noticed(noticed: str, browser: Browser, tmp_path: Path) -> None:
    file = written(tmp_path, "control", f"<!DOCTYPE html><title>x</title><body>{CONTROLS[noticed]}</body>")
    browser.open(file)
    parts: list[str] = browser.run(ACTIVE)
    browser.run(f"{{ {TOUCH} }}")
    if not noticed.startswith("part: "):
        browser.wait_for(lambda _: any(each.startswith(noticed) for each in acted(browser.heard(), file)))
    assert any(each.startswith(noticed) for each in [*acted(browser.heard(), file), *(f"part: {p}" for p in parts)])


def test_even_a_script_that_got_in_would_not_run(browser: Browser, tmp_path: Path) -> None:
    page = html(Document("t", "c", "en", (Paragraph("words"),)))
    script = "<script>alert(1)</script><b onmouseover='alert(2)'>x</b><img src='http://127.0.0.1:9/p.png'>"
    found = opened(browser, written(tmp_path, "page", page.replace("words", script)))
    assert not [each for each in found if each.startswith(("dialog", "exception"))]
    assert len([each for each in found if each.startswith("log: ") and "Content Security Policy" in each]) >= 3


@pytest.mark.parametrize("payload", PAYLOADS_IN_ROWS)
def test_documents_of_a_session_do_nothing(payload: str, agreed: Record, browser: Browser, tmp_path: Path) -> None:
    for name, document in papers(poisoned(agreed, payload)).items():
        assert opened(browser, written(tmp_path, name, html(document))) == [], name


@pytest.mark.parametrize("payload", PAYLOADS_IN_ROWS)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_place_of_a_page_lets_a_text_act(payload: str, language: str, browser: Browser, tmp_path: Path) -> None:
    assert opened(browser, written(tmp_path, "page", html(document_of(payload, language)))) == []
    shown = " ".join(browser.run("document.body.textContent").split())
    assert " ".join(plain(payload).split()) in shown
