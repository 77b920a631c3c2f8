"""The growth of a token's cost as an SVG picture: two log-log charts, beside each a line of what linear would be."""

from collections.abc import Mapping
from math import log2

WIDTH, HEIGHT, MARGIN = 360, 260, 48


def chart(growth: Mapping[str, Mapping[int, float]], machine: str) -> str:
    """`growth` as `benchmarks.engine.growth` gives it."""
    titles = {
        "history": "ms a token behind a history of … tokens",
        "conversations": "ms a token beside … conversations of 512 tokens",
    }
    about = f"Qwen3-0.6B shapes, int8, bf16 cache, two threads, {machine}"
    panels = [_panel(titles[name], growth[name], i * (WIDTH + 20)) for i, name in enumerate(titles)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{2 * WIDTH + 20}" height="{HEIGHT + 24}" '
        'font-family="sans-serif" font-size="11">\n'
        '<rect width="100%" height="100%" fill="white"/>\n'
        + "\n".join(panels)
        + f'\n<text x="8" y="{HEIGHT + 16}" fill="#666">{about}</text>\n</svg>\n'
    )


def _panel(title: str, points: Mapping[int, float], left: int) -> str:
    xs, ys = [log2(x) for x in points], [log2(y) for y in points.values()]
    low, high = min(ys) - 0.5, max(*ys, min(ys) + 3) + 0.5

    def place(x: float, y: float) -> tuple[float, float]:
        across = (x - xs[0]) / (xs[-1] - xs[0]) * (WIDTH - 2 * MARGIN)
        return left + MARGIN + across, HEIGHT - MARGIN - (y - low) / (high - low) * (HEIGHT - 2 * MARGIN)

    at = [place(x, y) for x, y in zip(xs, ys, strict=True)]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in at)
    # Linear: twice the history (or the conversations) costs twice as much; drawn as far as it stays in the picture.
    far = min(xs[-1], xs[0] + high - ys[0])
    (x0, y0), (x1, y1) = place(xs[0], ys[0]), place(far, ys[0] + far - xs[0])
    marks = [
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="#2457a7"/>'
        f'<text x="{x:.1f}" y="{y - 8:.1f}" text-anchor="middle">{cost:.1f}</text>'
        f'<text x="{x:.1f}" y="{HEIGHT - MARGIN + 16}" text-anchor="middle" fill="#444">{n}</text>'
        for (x, y), (n, cost) in zip(at, points.items(), strict=True)
    ]
    return "\n".join(
        [
            f'<text x="{left + 8}" y="18" font-weight="bold">{title}</text>',
            f'<line x1="{x0:.1f}" y1="{y0:.1f}" x2="{x1:.1f}" y2="{y1:.1f}" stroke="#bbb" stroke-dasharray="4 3"/>',
            f'<polyline points="{line}" fill="none" stroke="#2457a7" stroke-width="2"/>',
            *marks,
        ]
    )
