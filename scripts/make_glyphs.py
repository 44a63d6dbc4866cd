#!/usr/bin/env python3
"""Writes src/main/resources/org/motionlayers/ui/glyphs.png: the letters that pictures are labelled with, so that a machine without any
font can draw them. DejaVu Sans, 19 pixels; its licence allows that (https://dejavu-fonts.github.io/License.html).

The picture is one line of letters, white on black; in its first row a white pixel begins every letter. The order of letters is that of
CHARACTERS here and in Glyphs.java. Run from the repository root: python3 scripts/make_glyphs.py
"""
from PIL import Image, ImageDraw, ImageFont

CHARACTERS = "".join(map(chr, range(32, 127))) + "\u00b5\u00b0\u00b1\u00b2\u00b3\u00d7\u2212"
SIZE = 19
FONT = ImageFont.truetype("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", SIZE)


def main():
    ascent, descent = FONT.getmetrics()
    widths = [round(FONT.getlength(c)) for c in CHARACTERS]
    strip = Image.new("L", (sum(widths), 1 + ascent + descent), 0)
    draw = ImageDraw.Draw(strip)
    x = 0
    for character, width in zip(CHARACTERS, widths):
        draw.text((x, 1), character, fill=255, font=FONT)
        x += width
    x = 0
    for width in widths:
        for i in range(width):
            strip.putpixel((x + i, 0), 255 if i == 0 else 0)
        x += width
    strip.save("src/main/resources/org/motionlayers/ui/glyphs.png", optimize=True)


if __name__ == "__main__":
    main()
