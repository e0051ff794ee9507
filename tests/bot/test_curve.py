"""The picture that `footnote eval --plot` draws."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

from tests.bot.keepers import write_keepers
from tests.bot.test_eval import DONE, evaluate, plenty

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


def test_a_base_without_labelled_questions_is_counted_and_drawn_all_the_same(
    keepers: Path, tmp_path: Path
) -> None:
    file = tmp_path / "curve.svg"
    result = evaluate(keepers, "--plot", str(file))

    assert result.exit_code == DONE
    assert "0 questions" in result.output
    assert ET.fromstring(file.read_text(encoding="utf-8")).tag == f"{SVG}svg"  # noqa: S314
