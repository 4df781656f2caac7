"""A page is levelled and brightened before it is read, and a place on it is told on the page as it was scanned."""

import pytest
from PIL import Image, ImageDraw

from rogatory.extraction.ink import ready
from rogatory.received.pages import Box


def page(askew: float = 0.0, lines: int = 40) -> Image.Image:
    drawn = Image.new("L", (1240, 1754), 235)
    draw = ImageDraw.Draw(drawn)
    for at in range(lines):
        draw.rectangle((150, 150 + at * 36, 1090, 162 + at * 36), fill=60)
    return drawn.rotate(askew, Image.Resampling.BICUBIC, fillcolor=235)


@pytest.mark.parametrize("askew", [-4.0, -1.0, 0.0, 2.5])
def test_lines_are_made_level(askew):
    assert ready(page(askew)).askew == pytest.approx(-askew, abs=0.25)


@pytest.mark.parametrize("lines", [1, 40])
def test_paper_becomes_white_and_ink_black_however_little_there_is(lines):
    low, high = ready(page(lines=lines)).picture.getextrema()
    assert (low, high) == (0, 255)


def test_a_place_in_the_middle_stays_and_one_at_the_edge_moves_back():
    made = ready(page(3.0))
    middle, edge = Box(0.45, 0.45, 0.55, 0.55), Box(0.8, 0.4, 0.9, 0.6)
    assert made.on_page(middle) == middle
    assert made.on_page(edge).top < edge.top  # turned counter-clockwise, the right side went up


def test_coloured_ink_is_paler_than_print():
    coloured = page().convert("RGB")
    ImageDraw.Draw(coloured).rectangle((150, 1600, 1090, 1640), fill=(60, 60, 230))
    assert min(ready(coloured).picture.crop((400, 2660, 1700, 2690)).convert("L").tobytes()) > 200
