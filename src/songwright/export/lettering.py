"""Fonts for pictures: how wide text is, and what of it can be drawn. It knows nothing of songs."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from anyascii import anyascii

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

_FAMILY = "DejaVu Sans"  # comes with matplotlib, so pictures look the same everywhere
_EASTERN = (  # fonts that systems bring for Chinese, Japanese and Korean; the first installed one is used
    "Noto Sans CJK JP",
    "Noto Sans CJK SC",
    "Source Han Sans",
    "Hiragino Sans",
    "PingFang SC",
    "Yu Gothic",
    "Microsoft YaHei",
    "Malgun Gothic",
    "WenQuanYi Zen Hei",
    "WenQuanYi Micro Hei",
    "IPAGothic",
    "NanumGothic",
    "Droid Sans Fallback",
    "Arial Unicode MS",
)
_POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class Style:
    """How text looks.

    Attributes:
        size: in points.
        colour: "#rrggbb".
        bold: heavy letters.
    """

    size: float
    colour: str
    bold: bool = False


class Lettering:
    """Text in one font family, and in a font of the system for Chinese, Japanese and Korean if it has one.

    Args:
        dpi: pixels per inch of the picture.
    """

    def __init__(self, dpi: int) -> None:
        # matplotlib takes most of a second to import, which only those who draw should pay
        from matplotlib.font_manager import FontProperties, findfont, get_font, get_font_names
        from matplotlib.textpath import TextToPath

        self._properties = FontProperties
        self._pixels_per_point = dpi / _POINTS_PER_INCH
        self._measure = TextToPath().get_text_width_height_descent
        weights = (FontProperties(family=_FAMILY, weight=weight) for weight in ("normal", "bold"))
        self._glyphs = frozenset.intersection(
            *(frozenset(get_font(findfont(weight)).get_charmap()) for weight in weights)
        )
        logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)  # not all fonts have all weights
        installed = get_font_names()
        eastern = next((family for family in _EASTERN if family in installed), None)
        self._families = [_FAMILY] if eastern is None else [_FAMILY, eastern]
        if eastern is not None:
            self._glyphs |= frozenset(get_font(findfont(eastern)).get_charmap())

    def font(self, style: Style) -> FontProperties:
        """The font of a style."""
        weight = "bold" if style.bold else "normal"
        return self._properties(family=self._families, size=style.size, weight=weight)

    def drawable(self, text: str) -> str:
        """The text on one line, with characters that the font lacks romanised or, if that fails, left out."""
        letters = " ".join(text.split())
        known = (letter if ord(letter) in self._glyphs else str(anyascii(letter)) for letter in letters)
        return "".join(letter for letter in "".join(known) if letter.isprintable())

    def width(self, text: str, style: Style) -> float:
        """How many pixels wide the text is."""
        text = self.drawable(text)
        return self._measure(text, self.font(style), ismath=False)[0] * self._pixels_per_point

    def fit(self, text: str, style: Style, width: float) -> str:
        """The text made drawable and, if wider than `width` pixels, cut with an ellipsis; may be empty."""
        text = self.drawable(text)
        if self.width(text, style) <= width:
            return text
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if self.width(f"{text[:middle].rstrip()}…", style) <= width:
                low = middle
            else:
                high = middle - 1
        return f"{text[:low].rstrip()}…" if low else ""
