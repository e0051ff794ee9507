"""The curve of coverage against risk, as an SVG that reads on light and dark pages."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil

from knowledge.evaluate.calibrate import curve, points
from knowledge.evaluate.evaluation import Evaluation
from knowledge.evaluate.report import Share
from knowledge.evaluate.run import Half

WIDTH, HEIGHT = 760, 460
LEFT, RIGHT, TOP, BOTTOM = (
    64,
    128,
    60,
    56,
)  # around the field; names of curves stand at the right
FEWEST = 20  # answers; a share of fewer jumps too much to be drawn
TARGETS = (0.01, 0.02, 0.05)
_STEPS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.25)
_MOST_STEPS = 8
_STYLE = """
  text { font: 13px system-ui, sans-serif; fill: #57606a; }
  .title { font-size: 16px; font-weight: 600; fill: #1f2328; }
  .page { fill: #ffffff; }
  .grid { stroke: #d8dee4; stroke-width: 1; }
  .axis { stroke: #8c959f; stroke-width: 1; }
  .target { stroke: #8c959f; stroke-width: 1; stroke-dasharray: 5 4; }
  .curve { fill: none; stroke-width: 2.25; stroke-linejoin: round; }
  .first { stroke: #9a6700; } .first-text { fill: #7d5400; font-weight: 600; }
  .last { stroke: #0969da; } .last-text { fill: #0550ae; font-weight: 600; }
  .band { fill: #0969da; opacity: 0.12; }
  .dot { stroke: #ffffff; stroke-width: 2; }
  .dot.first { fill: #9a6700; } .dot.last { fill: #0969da; }
  @media (prefers-color-scheme: dark) {
    text { fill: #9198a1; } .title { fill: #f0f6fc; } .page { fill: #0d1117; }
    .grid { stroke: #21262d; } .axis, .target { stroke: #656c76; }
    .first { stroke: #d29922; } .first-text { fill: #e3b341; }
    .last { stroke: #4493f8; } .last-text { fill: #79c0ff; }
    .band { fill: #4493f8; opacity: 0.16; } .dot { stroke: #0d1117; }
    .dot.first { fill: #d29922; } .dot.last { fill: #4493f8; }
  }
"""


@dataclass(frozen=True, slots=True)
class Line:
    """One part of the questions: how many are answered and wrong, threshold by threshold."""

    name: str
    style: str
    asked: int
    shares: tuple[Share, ...]
    """Of the answered ones the wrong ones, from the highest threshold down."""
    answerable: int
    """Of those asked, how many a fact answers."""
    used: Share
    """The same at the threshold in use."""


@dataclass(frozen=True, slots=True)
class Field:
    """Where shares lie on the picture."""

    most_x: float
    most_y: float

    def x(self, coverage: float) -> float:
        """Return the place of a coverage, from the left."""
        return LEFT + (WIDTH - LEFT - RIGHT) * coverage / self.most_x

    def y(self, risk: float) -> float:
        """Return the place of a risk, from the top; what is above the field is cut."""
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * min(risk / self.most_y, 1.0)


def draw_curve(found: Evaluation) -> str:
    """Return the picture: each part's curve, the targets, and the point in use."""
    lines = tuple(_lines(found))
    field = _field(lines)
    marks = (
        *_axes(field),
        *_targets(field),
        *_whole(lines[-1], field),
        *_band(lines[-1], field),
    )
    drawn = (mark for line in lines for mark in _curve(line, field))
    parts = (*marks, *drawn, *_names(lines, field), *_titles(found))
    body = "\n".join(f"  {part}" for part in parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'width="{WIDTH}" height="{HEIGHT}" role="img" aria-labelledby="what">\n'
        f'  <title id="what">{escape(_told(lines))}</title>\n'
        f"  <style>{_STYLE}  </style>\n"
        f'  <rect class="page" width="{WIDTH}" height="{HEIGHT}" rx="8"/>\n{body}\n</svg>\n'
    )


def _lines(found: Evaluation) -> Iterator[Line]:
    styles = ("first", "last") if len(found.parts) > 1 else ("last",)
    for part, style in zip(found.parts, styles, strict=True):
        shown = points(found.judged, part)
        of_part = [one for one in found.judged if part in {None, one.half}]
        answered = [one for one in shown if one.score >= found.policy.threshold]
        used = Share(sum(one.is_wrong for one in answered), len(answered))
        answerable = sum(one.label.is_answerable for one in of_part)
        yield Line(_name(part), style, len(of_part), curve(shown), answerable, used)


def _name(part: Half | None) -> str:
    return f"{part} half" if part else "all questions"


def _field(lines: Iterable[Line]) -> Field:
    drawn = [(line, share) for line in lines for share in _drawn(line)]
    widest = max((share.total / line.asked for line, share in drawn), default=1.0)
    highest = max((share.rate for _, share in drawn), default=0.0)
    return Field(_rounded_up(widest, 0.1), _rounded_up(max(highest, TARGETS[-1]) * 1.1, 0.02))


def _rounded_up(share: float, step: float) -> float:
    return min(1.0, ceil(share / step - 1e-9) * step)


def _drawn(line: Line) -> tuple[Share, ...]:
    return tuple(share for share in line.shares if share.total >= FEWEST)


def _steps(most: float) -> Iterator[float]:
    step = next((each for each in _STEPS if most / each <= _MOST_STEPS), _STEPS[-1])
    return (number * step for number in range(int(most / step + 1e-9) + 1))


def _axes(field: Field) -> Iterator[str]:
    right, floor = WIDTH - RIGHT, HEIGHT - BOTTOM
    for share in _steps(field.most_y):
        y = field.y(share)
        yield f'<line class="grid" x1="{LEFT}" y1="{y:.1f}" x2="{right}" y2="{y:.1f}"/>'
        yield _text(LEFT - 8, y + 4, f"{share:.0%}", anchor="end")
    for share in _steps(field.most_x):
        yield _text(field.x(share), floor + 20, f"{share:.0%}", anchor="middle")
    yield f'<line class="axis" x1="{LEFT}" y1="{floor}" x2="{right}" y2="{floor}"/>'
    middle = (LEFT + right) / 2
    yield _text(middle, HEIGHT - 12, "coverage: answered, of all questions", anchor="middle")


def _targets(field: Field) -> Iterator[str]:
    right = WIDTH - RIGHT
    for target in TARGETS:
        y = field.y(target)
        yield f'<line class="target" x1="{LEFT}" y1="{y:.1f}" x2="{right}" y2="{y:.1f}"/>'
        yield _text(LEFT + 6, y - 5, f"at most {target:.0%}")


def _whole(line: Line, field: Field) -> Iterator[str]:
    """Mark how far to the right a bot goes that answers just what a fact answers."""
    share = line.answerable / line.asked if line.asked else 0.0
    if 0 < share <= field.most_x:
        x, floor = field.x(share), HEIGHT - BOTTOM
        yield f'<line class="target" x1="{x:.1f}" y1="{TOP}" x2="{x:.1f}" y2="{floor}"/>'
        yield _text(x - 6, TOP + 14, "all that a fact answers", anchor="end")


def _band(line: Line, field: Field) -> Iterator[str]:
    """Yield the 95% interval around the last curve: the half that nothing was set by."""
    drawn = _drawn(line)
    if drawn:
        xs = [field.x(share.total / line.asked) for share in drawn]
        lows = [field.y(share.interval[0]) for share in drawn]
        highs = [field.y(share.interval[1]) for share in drawn]
        around = (*zip(xs, lows, strict=True), *reversed([*zip(xs, highs, strict=True)]))
        yield f'<polygon class="band" points="{_path(around)}"/>'


def _curve(line: Line, field: Field) -> Iterator[str]:
    places = [(field.x(s.total / line.asked), field.y(s.rate)) for s in _drawn(line)]
    if places:
        yield f'<polyline class="curve {line.style}" points="{_path(places)}"/>'
    if line.used.total:
        x, y = field.x(line.used.total / line.asked), field.y(line.used.rate)
        yield f'<circle class="dot {line.style}" cx="{x:.1f}" cy="{y:.1f}" r="6"/>'


def _path(places: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in places)


def _names(lines: Sequence[Line], field: Field) -> Iterator[str]:
    """Yield each curve's name and the counts in use, beside its end and clear of the other."""
    wanted = sorted(
        ((field.y(_drawn(line)[-1].rate), line) for line in lines if _drawn(line)),
        key=lambda each: each[0],
    )
    lowest = 0.0
    for y, line in wanted:
        lowest = max(y, lowest)
        used = f"{line.used.rate:.1%} at {line.used.total / line.asked:.0%}"
        yield _text(WIDTH - RIGHT + 8, lowest, line.name, style=f"{line.style}-text")
        yield _text(WIDTH - RIGHT + 8, lowest + 17, used)
        lowest += 44


def _titles(found: Evaluation) -> Iterator[str]:
    yield _text(LEFT, 26, "How many answers are wrong, by how much is answered", style="title")
    used = f"dot: the threshold in use, {found.policy.threshold:.2f}"
    yield _text(LEFT, 46, f"risk: wrong, of the answered · shaded: 95% interval · {used}")


def _text(x: float, y: float, said: str, *, anchor: str = "start", style: str = "") -> str:
    named = f' class="{style}"' if style else ""
    return f'<text{named} x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(said)}</text>'


def _told(lines: Iterable[Line]) -> str:
    told = (
        f"{line.name}: {line.used.count} of {line.used.total} answers wrong, "
        f"of {line.asked} questions"
        for line in lines
    )
    return f"Coverage against risk. At the threshold in use, {'; '.join(told)}."
