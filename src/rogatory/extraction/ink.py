"""A scanned page made ready for reading: the ink kept, the paper made white, the lines made level.

Nothing is drawn that was not there: paper is brightened, and a page is turned and enlarged as a whole.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from math import cos, radians, sin

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from rogatory.received.pages import Box

_LONG_SIDE = 2900
"""Pixels of the long side of a page at 250 dots an inch: above it, reading takes longer and is no better."""
_ABOUT = 1.05
"""How many times larger or smaller a picture may be before it is brought to that size."""
_SMALLEST = 1_000
"""Pixels of the long side below which a picture is no page: it is enlarged twice and no more."""
_PAPER = 8
"""Of how many pixels a side one of the paper is made; letters are smaller."""
_LOOK = 800
"""Pixels of the long side at which it is seen how a page lies."""
_DARK = 145
_INK, _DARKEST = 200, 0.12
"""From which grey, of 255, an even page is paper, and which share of what is darker is made black."""
_PALE = 170
"""From which grey, of 255, ink is too pale to be print: dust, a shadow, the ring of a stamp."""
_MOST, _STEP, _FINE = 6.0, 0.5, 0.1
"""Degrees: how far askew a page is looked for, in which steps, and in which finer ones around the best."""
_INKED = 215
"""Grey, of 255, below which a square of eight pixels a side has ink on it: a speck of dust gives less."""
_BESIDE, _ALONE = 12, 0.05
"""Pixels around a pixel that are looked at, and the share of ink among them below which it is dust."""
_DUSTY = 0.02
"""Share of the ink that is dust from which it is taken off: thin ends of letters look like it, too."""
_LEVEL = 0.2
"""Degrees below which a page lies level: turning it would blur it and gain nothing."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A picture ready for reading.

    Attributes:
        picture: In grey, upright as the page lies, its lines level.
        askew: By how many degrees it was turned for that, counter-clockwise.
    """

    picture: Image.Image
    askew: float

    def turned(self, quarter: int) -> Image.Image:
        """The picture turned by so many degrees more, counter-clockwise: 0, 90, 180 or 270."""
        return self.picture.rotate(quarter, expand=True) if quarter else self.picture

    def unread(self, boxes: Iterable[Box]) -> float:
        """Which share of the ink of the picture stands in none of these places of it; 0 where it has no ink."""
        small = self.picture.reduce(_PAPER)
        ink = small.point([255 if value < _INKED else 0 for value in range(256)])
        every = sum(ink.histogram()[1:])
        draw = ImageDraw.Draw(ink)
        for box in boxes:
            left, top = box.left * ink.width - 1, box.top * ink.height - 1
            draw.rectangle((left, top, box.right * ink.width + 1, box.bottom * ink.height + 1), fill=0)
        return sum(ink.histogram()[1:]) / every if every else 0.0

    def on_page(self, box: Box) -> Box:
        """A place on the picture, on the page as it was scanned."""
        if not self.askew:
            return box
        wide, high = self.picture.size
        across, down = ((box.left + box.right) / 2 - 0.5) * wide, ((box.top + box.bottom) / 2 - 0.5) * high
        turn = radians(self.askew)
        x, y = across * cos(turn) - down * sin(turn), across * sin(turn) + down * cos(turn)
        right, below = (x - across) / wide, (y - down) / high
        return Box(box.left + right, box.top + below, box.right + right, box.bottom + below)


def ready(picture: Image.Image) -> Ready:
    """A picture made ready for reading."""
    grey = _even(_ink(picture))
    askew = _askew(grey)
    if abs(askew) < _LEVEL:
        return Ready(_swept(_sized(grey)), 0.0)
    level = grey.rotate(askew, resample=Image.Resampling.BICUBIC, fillcolor=255)
    return Ready(_swept(_sized(level)), askew)


def _ink(picture: Image.Image) -> Image.Image:
    """In grey, coloured ink as light as its lightest colour: stamps and lines are blue or red, print is black."""
    return reduce(ImageChops.lighter, picture.convert("RGB").split()) if picture.mode != "L" else picture


def _even(grey: Image.Image) -> Image.Image:
    """The paper made white, also in a shadow, and the ink black."""
    paper = grey.reduce(_PAPER).filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.GaussianBlur(4))
    paper = paper.resize(grey.size, Image.Resampling.BILINEAR)
    even = ImageChops.invert(ImageChops.subtract(paper, grey))
    black = _black(even.histogram())
    return even.point(
        [max(0, min(255, (value - black) * 255 // ((255 - black) * _PALE // 255))) for value in range(256)]
    )


def _black(histogram: list[int]) -> int:
    """The grey that is made black: that of the darkest part of the ink, however little ink a page has."""
    wanted = _DARKEST * sum(histogram[:_INK])
    return next((grey for grey in range(_INK) if sum(histogram[: grey + 1]) > wanted), 0)


def _sized(grey: Image.Image) -> Image.Image:
    longer = max(grey.size)
    share = _LONG_SIDE / longer if longer >= _SMALLEST else min(2.0, _LONG_SIDE / longer)
    if 1 / _ABOUT < share < _ABOUT:
        return grey
    how = Image.Resampling.BICUBIC if share > 1 else Image.Resampling.LANCZOS
    return grey.resize((max(1, round(grey.width * share)), max(1, round(grey.height * share))), how)


def _swept(grey: Image.Image) -> Image.Image:
    """Without dust, where there is much: what has hardly any ink around it. A dot and a hyphen have letters beside."""
    dark = grey.point([255 if value < _DARK else 0 for value in range(256)])
    around = dark.filter(ImageFilter.BoxBlur(_BESIDE))
    alone = around.point([255 if value < _ALONE * 255 else 0 for value in range(256)])
    ink, dust = (sum(one.histogram()[1:]) for one in (dark, ImageChops.multiply(alone, dark)))
    return Image.composite(Image.new("L", grey.size, 255), grey, alone) if dust > _DUSTY * ink else grey


def _askew(grey: Image.Image) -> float:
    """By how many degrees a page must be turned so that its lines are level: there, rows differ most."""
    small = grey.copy()
    small.thumbnail((_LOOK, _LOOK))
    dark = small.point([255 if value < _DARK else 0 for value in range(256)])

    def differ(angle: float) -> int:
        turned = dark.rotate(angle)
        rows = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
        columns = turned.resize((turned.width, 1), Image.Resampling.BOX).tobytes()  # of a page that lies on its side
        return max(sum((a - b) ** 2 for a, b in pairwise(many)) for many in (rows, columns))

    count = round(_MOST / _STEP)
    near = max((n * _STEP for n in range(-count, count + 1)), key=lambda angle: (differ(angle), -abs(angle)))
    finer = round(_STEP / _FINE)
    return max((near + n * _FINE for n in range(-finer, finer + 1)), key=lambda angle: (differ(angle), -abs(angle)))
