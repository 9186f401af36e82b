"""Makes LumbungSans-Regular.ttf and LumbungSans-SemiBold.ttf from Inter.

    make_font.py --tokens TOKENS_JSON --out FOLDER [--inter FOLDER]

Keeps the characters of tokens.json (`type.glyph_ranges`). The canvas applies no OpenType features,
so the tabular digits must be *the* digits, and bold figures must be as wide as regular ones: both
are settled here. Inter's licence (SIL OFL 1.1) asks for another name for a changed face.
"""
import argparse
import json
import pathlib
import sys

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.roundingPen import RoundingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

FAMILY = "Lumbung Sans"
DEBIAN_INTER = pathlib.Path("/usr/share/fonts/opentype/inter")
# Everything that stands in a column of figures keeps one advance in both weights.
FIGURE_CHARACTERS = "0123456789.,- \u00a0\u2212\u2013\u2026%"
# In font units, of which an em has 2816: together less than a twentieth of a pixel at the largest
# size that is drawn, and a fifth less for every reader to fetch.
CURVE_ERROR_MAX = 3.0
POINT_GRID = 4


def codes_from_ranges(ranges):
    return {code for first, last, _ in ranges
            for code in range(int(first[2:], 16), int(last[2:], 16) + 1)}


def tabular_forms(font):
    """Glyph name → its tabular form, out of the feature `tnum`."""
    table = font["GSUB"].table
    forms = {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag != "tnum":
            continue
        for index in record.Feature.LookupListIndex:
            for part in table.LookupList.Lookup[index].SubTable:
                forms.update(getattr(getattr(part, "ExtSubTable", part), "mapping", {}))
    return forms


def make_digits_tabular(font):
    forms, glyphs = tabular_forms(font), font.getBestCmap()
    # Looked up beforehand, because the tables of a font may be one and the same in memory.
    tabular = {digit: forms[glyphs[digit]] for digit in map(ord, "0123456789")}
    for table in font["cmap"].tables:
        table.cmap.update({digit: form for digit, form in tabular.items() if digit in table.cmap})


def keep_only(font, codes):
    options = subset.Options()
    options.layout_features = []
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "kern", "STAT", "DSIG"]
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]  # Renamed below.
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)


def outlines_to_truetype(font, widenings):
    """Turns cubic outlines into quadratic ones; a widened glyph moves to the middle of its room."""
    outlines, order, metrics = font.getGlyphSet(), font.getGlyphOrder(), font["hmtx"]
    glyphs = {}
    for name in order:
        pen = TTGlyphPen(None)
        on_grid = RoundingPen(pen, lambda value: POINT_GRID * round(value / POINT_GRID))
        quadratic = Cu2QuPen(on_grid, CURVE_ERROR_MAX, reverse_direction=True)
        more = widenings.get(name, 0)
        outlines[name].draw(TransformPen(quadratic, (1, 0, 0, 1, more / 2, 0)))
        glyphs[name] = pen.glyph()
        metrics[name] = (metrics[name][0] + more, 0)
    font["loca"] = newTable("loca")
    font["glyf"] = newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = order, glyphs
    for name in order:
        glyphs[name].recalcBounds(font["glyf"])
        metrics[name] = (metrics[name][0], getattr(glyphs[name], "xMin", 0))
    for table in ("CFF ", "VORG"):
        if table in font:
            del font[table]
    font.sfntVersion = "\000\001\000\000"
    font["head"].glyphDataFormat = 0


def set_profile(font):
    """`maxp` and `post` as a TrueType face without instructions and glyph names has them."""
    profile = font["maxp"]
    profile.tableVersion, profile.maxZones = 0x00010000, 1
    for limit in ("TwilightPoints", "Storage", "FunctionDefs", "InstructionDefs", "StackElements",
                  "SizeOfInstructions", "ComponentElements"):
        setattr(profile, "max" + limit, 0)
    font["post"].formatType = 3.0


def rename(font, weight):
    names = {1: FAMILY, 2: weight, 3: f"LumbungSans-{weight}", 4: f"{FAMILY} {weight}",
             6: f"LumbungSans-{weight}"}
    kept = {0, 13, 14}  # Copyright, licence, and where it stands.
    table = font["name"]
    table.names = [entry for entry in table.names
                   if entry.platformID == 3 and entry.nameID in kept | set(names)]
    for number, text in names.items():
        table.setName(text, number, 3, 1, 0x409)


def make_face(source, weight, codes, reference_advances):
    """Writes nothing; returns the face and its advances by character."""
    font = TTFont(source)
    make_digits_tabular(font)
    keep_only(font, codes)
    glyphs = font.getBestCmap()
    widenings = {}
    for character in map(ord, FIGURE_CHARACTERS):
        if reference_advances and character in glyphs:
            advance = font["hmtx"][glyphs[character]][0]
            widenings[glyphs[character]] = reference_advances[character] - advance
    outlines_to_truetype(font, widenings)
    set_profile(font)
    rename(font, weight)
    return font, {code: font["hmtx"][name][0] for code, name in glyphs.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tokens", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--inter", type=pathlib.Path, default=DEBIAN_INTER)
    arguments = parser.parse_args()
    kind = json.loads(arguments.tokens.read_text())["type"]
    codes = codes_from_ranges(kind["glyph_ranges"])
    advances = None
    for weight in ("Regular", "SemiBold"):
        font, advances = make_face(arguments.inter / f"Inter-{weight}.otf", weight, codes, advances)
        digits = {advances[ord(digit)] for digit in "0123456789"}
        if digits != {kind["metrics"]["digit_advance"]}:
            sys.exit(f"Inter-{weight}.otf: digits are {digits} wide where tokens.json says "
                     f"{kind['metrics']['digit_advance']}; another version of Inter?")
        font.save(arguments.out / f"LumbungSans-{weight}.ttf")


if __name__ == "__main__":
    main()
