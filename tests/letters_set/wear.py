"""What happens to a page between a signature and a mailroom: it is stamped, folded, faxed, scanned askew."""

import io
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

SORTS = ("turned", "blurred", "speckled", "stamped", "folded", "faxed")
"""What a page has suffered most; every page is a little turned, blurred, speckled and faint besides."""
_FINE_FAX = 200
"""Dots an inch of a fax in fine resolution; in standard resolution it has half as many down the page."""


def dots(sort: str, random: Random) -> int:
    """Dots an inch a page of that sort is scanned in."""
    return _FINE_FAX if sort == "faxed" else random.choice((150, 200, 200, 300))


def worn(page: Image.Image, sort: str, random: Random, dpi: int) -> Image.Image:
    """A grey page as it comes off a scanner after what happened to it."""
    if sort == "stamped":
        for _ in range(3):
            page = _stamped(page, random, dpi)
    if sort == "folded":
        page = _folded(page, random)
    askew = 4.0 if sort == "turned" else 1.5
    page = page.rotate(random.uniform(-askew, askew), resample=Image.Resampling.BICUBIC, fillcolor=255)
    if sort == "faxed":
        return _faxed(page, random)
    blur = random.uniform(0.9, 1.3) if sort == "blurred" else random.uniform(0.2, 0.7)
    page = page.filter(ImageFilter.GaussianBlur(blur * dpi / 200))
    dark, light = random.randrange(20, 80), random.randrange(225, 250)
    page = page.point([dark + value * (light - dark) // 255 for value in range(256)])
    _speckle(page, random, random.randrange(2000, 4000) if sort == "speckled" else random.randrange(100, 700))
    made = io.BytesIO()
    page.save(made, "JPEG", quality=random.randrange(45, 85))
    return Image.open(io.BytesIO(made.getvalue())).convert("L")


def _speckle(page: Image.Image, random: Random, count: int) -> None:
    draw = ImageDraw.Draw(page)
    for _ in range(count):
        x, y = random.randrange(page.width), random.randrange(page.height)
        draw.ellipse((x, y, x + random.randrange(1, 3), y + random.randrange(1, 3)), fill=random.randrange(60, 200))


def _stamped(page: Image.Image, random: Random, dpi: int) -> Image.Image:
    """A round stamp, over what stands there: ink that lets the letters through."""
    size = dpi * 3 // 2
    stamp = Image.new("L", (size, size), 255)
    draw = ImageDraw.Draw(stamp)
    draw.ellipse((4, 4, size - 4, size - 4), outline=120, width=dpi // 40)
    draw.ellipse((size // 6, size // 6, size * 5 // 6, size * 5 // 6), outline=120, width=dpi // 60)
    draw.text((size // 3, size * 4 // 9), "* SEAL *", fill=120, font=ImageFont.load_default(dpi // 8))
    stamp = stamp.rotate(random.randrange(-40, 40), fillcolor=255)
    over = Image.new("L", page.size, 255)
    over.paste(stamp, (random.randrange(page.width - size // 2), random.randrange(page.height - size // 2)))
    return ImageChops.darker(page, over)


def _folded(page: Image.Image, random: Random) -> Image.Image:
    """Folded in three, each third a little askew of its own, a shadow in either fold."""
    made = Image.new("L", page.size, 255)
    third = page.height // 3
    for at in range(3):
        piece = page.crop((0, at * third, page.width, page.height if at == 2 else (at + 1) * third))
        made.paste(piece.rotate(random.uniform(-0.4, 0.4), Image.Resampling.BICUBIC, fillcolor=255), (0, at * third))
    shadow = Image.new("L", page.size, 255)
    draw = ImageDraw.Draw(shadow)
    for at in (third, 2 * third):
        for reach in range(page.height // 40):
            draw.line((0, at + reach, page.width, at + reach), fill=150 + min(105, reach * 4000 // page.height))
        draw.line((0, at, page.width, at + random.randrange(-4, 4)), fill=110, width=2)
    return ImageChops.multiply(made, shadow)


def _faxed(page: Image.Image, random: Random) -> Image.Image:
    """Black and white alone, ragged at the edges, with lines the machine lost."""
    ink = random.randrange(140, 180)
    black = page.filter(ImageFilter.GaussianBlur(0.6)).point([0 if value < ink else 255 for value in range(256)])
    _speckle(black, random, random.randrange(200, 600))
    draw = ImageDraw.Draw(black)
    for _ in range(random.randrange(2, 6)):
        y = random.randrange(black.height)
        draw.line((0, y, black.width, y), fill=255)
    return black.point([0 if value < 128 else 255 for value in range(256)])
