"""What is installed is what lies in the four packages, data included."""

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("roles", "scenarios", "simulator", "scoring")


def test_the_wheel_carries_the_four_packages_with_their_data_and_nothing_else(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    lying_here = {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert any(name.endswith("fr/LC_MESSAGES/goodoffices.mo") for name in lying_here)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        carried = set(archive.namelist())
        entry_points = archive.read(next(name for name in carried if name.endswith("entry_points.txt"))).decode()
    assert {name for name in carried if not name.startswith("good_offices-")} == lying_here
    assert "goodoffices = simulator.cli:main" in entry_points
