"""The picture that `footnote eval --plot` draws."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

from tests.bot.keepers import write_keepers
from tests.bot.test_eval import CANNOT_RUN, DONE, evaluate, plenty

SVG = "{http://www.w3.org/2000/svg}"


def test_the_picture_is_an_svg_with_both_curves_the_targets_and_the_point_in_use(
    tmp_path: Path,
) -> None:
    base = write_keepers(tmp_path / "base", {"odalys-fennwick/questions.toml": plenty()})
    file = tmp_path / "curve.svg"
    result = evaluate(base, "--plot", str(file))
    picture = ET.fromstring(file.read_text(encoding="utf-8"))  # noqa: S314 -- our own
    texts = [each.text or "" for each in picture.iter(f"{SVG}text")]

    assert result.exit_code == DONE
    assert len(list(picture.iter(f"{SVG}polyline"))) == 2
    assert len(list(picture.iter(f"{SVG}circle"))) == 2
    assert {"at most 1%", "at most 2%", "at most 5%"} <= set(texts)
    assert {"tuning half", "reporting half"} <= set(texts)
    assert "prefers-color-scheme: dark" in file.read_text(encoding="utf-8")


def test_everything_in_the_picture_stays_within_it(tmp_path: Path) -> None:
    base = write_keepers(tmp_path / "base", {"odalys-fennwick/questions.toml": plenty()})
    file = tmp_path / "curve.svg"
    evaluate(base, "--plot", str(file))
    picture = ET.fromstring(file.read_text(encoding="utf-8"))  # noqa: S314 -- our own
    width, height = float(picture.attrib["width"]), float(picture.attrib["height"])
    drawn = " ".join(
        line.attrib["points"] for line in picture.iter() if "points" in line.attrib
    )
    places = [tuple(map(float, place.split(","))) for place in re.findall(r"\S+,\S+", drawn)]

    assert places
    assert all(0 <= x <= width and 0 <= y <= height for x, y in places)


def test_the_picture_takes_the_place_of_no_file_of_the_base(tmp_path: Path) -> None:
    base = write_keepers(tmp_path / "base", {"odalys-fennwick/questions.toml": plenty()})
    link = tmp_path / "curve.svg"
    link.symlink_to(base / "sources.toml")
    before = link.read_bytes()

    for file in (base / "sources.toml", base / "curve.svg", link):
        result = evaluate(base, "--plot", str(file))
        assert result.exit_code == CANNOT_RUN
        assert "where only the base belongs; name a file elsewhere" in result.stderr
    assert link.read_bytes() == before
    assert not (base / "curve.svg").exists()
