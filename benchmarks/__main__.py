"""`python -m benchmarks [QUESTION ...] [--size quick|full] [--json FOLDER]`: measure, and print tables in Markdown."""

import argparse
import json
import os
import platform
from importlib import import_module
from pathlib import Path
from time import perf_counter, strftime

QUESTIONS = ("solutions", "scale", "record", "startup", "check", "documents")


def main() -> None:
    """Run the questions asked for, one after the other."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("questions", nargs="*", metavar="QUESTION", help=", ".join(QUESTIONS))
    parser.add_argument(
        "--size", choices=("quick", "full"), default="quick", help="quick takes five minutes, full half an hour"
    )
    parser.add_argument("--json", type=Path, metavar="FOLDER", help="write the figures of each question there as well")
    asked = parser.parse_args()
    unknown = [name for name in asked.questions if name not in QUESTIONS]
    if unknown:
        parser.error(f"no such question: {', '.join(unknown)}; there are {', '.join(QUESTIONS)}")
    print(f"# Benchmarks, {asked.size}, {strftime('%Y-%m-%d')}\n\n{machine()}", flush=True)
    for name in asked.questions or QUESTIONS:
        begun = perf_counter()
        page, figures = import_module(f"benchmarks.{name}").run(asked.size)
        print(f"\n{page}\n\n({perf_counter() - begun:.0f} s)", flush=True)
        if asked.json is not None:
            asked.json.mkdir(parents=True, exist_ok=True)
            (asked.json / f"{name}.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def machine() -> str:
    """What this was measured on, and how busy it was."""
    load = ", ".join(f"{part:.1f}" for part in os.getloadavg())
    return (
        f"{os.cpu_count()} processors ({platform.machine()}), {platform.system()}, "
        f"{platform.python_implementation()} {platform.python_version()}; load before: {load}"
    )


if __name__ == "__main__":
    main()
