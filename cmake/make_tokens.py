"""Makes styles and C++ headers from web/design: colours, sizes, times and icons by role.

    make_tokens.py DESIGN_FOLDER OUTPUT_FOLDER

Writes OUTPUT_FOLDER/tokens.css, view/tokens.gen.h, view/icons.gen.h and
stats/ink_colours.gen.h. A role is written down
once, in web/design/tokens.json; the pages and the canvas both read it from what is made here.
"""
import json
import pathlib
import sys

THEMES = ("light", "dark")

# Groups of tokens.json that become a namespace of sizes: key in the file, namespace, CSS prefix.
SIZES = [
    ("space_px", "space", "space"),
    ("radius_px", "radius", "radius"),
    ("line_width_px", "line_width", "line-width"),
    ("row_height_px", "row_height", "row"),
    ("control_height_px", "control_height", "control"),
    ("icon_px", "icon_size", "icon"),
    ("icon_stroke_px", "icon_stroke", "icon-stroke"),
    ("extent_px", "extent", "extent"),
]
DATA_RAMPS = ("category", "sequential_enim", "sequential_padi", "diverging")
DATA_ROLES = ("no_data", "no_data_hatch", "axis", "gridline", "area_outline", "area_outline_hover")
# The colours of charts and maps, in the order of stats::Ink (shared/stats/scene.h).
INK_ROLES = ("surface", "text", "text_muted", "border_strong")
INK_DATA_ROLES = ("no_data", "no_data_hatch", "axis", "gridline", "area_outline",
                  "area_outline_hover")
CSS_RAMPS = {"category": "cat", "sequential_enim": "seq", "sequential_padi": "seqp",
             "diverging": "div"}
TEXT_SIZES = ("note", "body", "heading", "title")


def numbers_of(group):
    """The entries of a group that are numbers: notes and easings stay in the file."""
    return {key: value for key, value in group.items() if isinstance(value, (int, float))}


# --- Styles ---


def css_block(selector, lines, indent=""):
    body = "".join(f"{indent}  {line}\n" for line in lines)
    return f"{indent}{selector} {{\n{body}{indent}}}\n"


def css_colours(tokens, theme):
    data = tokens["data_colour"][theme]
    lines = [f"--{role}: {colour};" for role, colour in tokens["colour"][theme].items()]
    for ramp in DATA_RAMPS:
        lines += [f"--{CSS_RAMPS[ramp]}{place}: {colour};"
                  for place, colour in enumerate(data[ramp], start=1)]
    lines += [f"--{role}: {data[role]};" for role in DATA_ROLES]
    return lines + [f"color-scheme: {theme};"]


def css_text_sizes(kind, suffix=""):
    sizes, heights = kind["size_px" + suffix], kind["line_px" + suffix]
    return [f"--size-{name}: {sizes[name]}px; --line-{name}: {heights[name]}px;"
            for name in TEXT_SIZES]


def css_sizes(tokens):
    return [f"--{prefix}-{name}: {value}px;"
            for key, _, prefix in SIZES
            for name, value in numbers_of(tokens[key]).items() if not name.endswith("_share")]


def css_times(group):
    return [f"--motion-{name}: {value}ms;" for name, value in numbers_of(group).items()]


def css_from_tokens(tokens):
    phone_to = tokens["breakpoint_px"]["phone"]["to"]
    layers = [f"--z-{name}: {value};" for name, value in tokens["z_order"].items()]
    dark = css_colours(tokens, "dark")
    return "".join([
        "/* Made by cmake/make_tokens.py from web/design/tokens.json. */\n",
        css_block(":root", css_text_sizes(tokens["type"]) + css_sizes(tokens) +
                  css_times(tokens["motion_ms"]) + layers + css_colours(tokens, "light")),
        css_block(':root[data-theme="dark"]', dark),
        # Nobody has chosen: the machine's own setting holds.
        "@media (prefers-color-scheme: dark) {\n",
        css_block(':root:not([data-theme="light"])', dark, "  "),
        "}\n@media (prefers-reduced-motion: reduce) {\n",
        css_block(":root", css_times(tokens["motion_reduced_ms"]), "  "),
        f"}}\n@media (max-width: {phone_to}px) {{\n",
        css_block(":root", css_text_sizes(tokens["type"], "_phone"), "  "),
        "}\n",
    ])


# --- C++ ---


def word_from_colour(colour):
    """"#0B16158C" → "0x0B16158C"; a colour without alpha is opaque."""
    digits = colour.lstrip("#").upper()
    return f"0x{digits if len(digits) == 8 else digits + 'FF'}u"


def cpp_floats(namespace, group):
    lines = "".join(f"inline constexpr float {name} = {float(value)}f;\n"
                    for name, value in numbers_of(group).items())
    return f"namespace {namespace} {{\n{lines}}}  // namespace {namespace}\n\n"


def cpp_ints(namespace, group):
    lines = "".join(f"inline constexpr int {name} = {value};\n"
                    for name, value in numbers_of(group).items())
    return f"namespace {namespace} {{\n{lines}}}  // namespace {namespace}\n\n"


def cpp_colours(name, per_theme):
    """One array of colours in each theme, light first."""
    rows = "".join("    {" + ", ".join(map(word_from_colour, colours)) + "},\n"
                   for colours in per_theme)
    return f"inline constexpr std::uint32_t {name}[2][{len(per_theme[0])}] = {{\n{rows}}};\n"


def cpp_from_tokens(tokens):
    themes = [tokens["colour"][theme] for theme in THEMES]
    data = [tokens["data_colour"][theme] for theme in THEMES]
    roles = list(themes[0])
    kind = tokens["type"]
    breakpoints = {f"{name}_from": span["from"]
                   for name, span in tokens["breakpoint_px"].items() if isinstance(span, dict)}
    breakpoints["short_height"] = tokens["breakpoint_px"]["short_height"]
    parts = [
        "// Colours, sizes and times by role. Made by cmake/make_tokens.py from\n"
        "// web/design/tokens.json.\n#pragma once\n\n#include <cstdint>\n\n"
        "namespace view::tokens {\n\n",
        "enum class Role : std::uint8_t {\n" + "".join(f"  {role},\n" for role in roles) + "};\n",
        f"inline constexpr int role_count = {len(roles)};\n\n",
        "/// 0xRRGGBBAA, light theme first.\n",
        cpp_colours("colour", [[theme[role] for role in roles] for theme in themes]),
        "\nnamespace data {\n/// Colours of charts and maps, light theme first.\n",
        *(cpp_colours(ramp, [theme[ramp] for theme in data]) for ramp in DATA_RAMPS),
        *(cpp_colours(role, [[theme[role]] for theme in data]) for role in DATA_ROLES),
        "}  // namespace data\n\n",
        *(cpp_floats(namespace, tokens[key]) for key, namespace, _ in SIZES),
        "/// Em sizes, as in a browser.\n",
        cpp_floats("text_size", kind["size_px"]),
        cpp_floats("text_size_phone", kind["size_px_phone"]),
        cpp_floats("line_height", kind["line_px"]),
        cpp_floats("line_height_phone", kind["line_px_phone"]),
        "/// For a loader that measures a face by ascent minus descent, as Dear ImGui's does.\n",
        cpp_floats("canvas_size", kind["canvas_size_px"]),
        cpp_floats("grid_size", kind["grid_px"]),
        cpp_ints("motion_ms", tokens["motion_ms"]),
        cpp_ints("motion_reduced_ms", tokens["motion_reduced_ms"]),
        cpp_ints("z_order", tokens["z_order"]),
        cpp_floats("breakpoint", breakpoints),
        cpp_shadows(tokens["shadow"]),
        "/// Characters that the typeface holds: pairs of first and last.\n",
        cpp_glyph_ranges(kind["glyph_ranges"]),
        "}  // namespace view::tokens\n",
    ]
    return "".join(parts)


def cpp_from_inks(tokens):
    colours = []
    for theme in THEMES:
        roles, data = tokens["colour"][theme], tokens["data_colour"][theme]
        colours.append([roles[role] for role in INK_ROLES] +
                       [data[role] for role in INK_DATA_ROLES] +
                       [colour for ramp in DATA_RAMPS for colour in data[ramp]])
    return ("// Colours of charts and maps by stats::Ink. Made by cmake/make_tokens.py from\n"
            "// web/design/tokens.json.\n#pragma once\n\n#include <cstdint>\n\n"
            "namespace stats {\n\n/// 0xRRGGBBAA, light theme first.\n" +
            cpp_colours("ink_colours", colours) + "\n}  // namespace stats\n")


def cpp_shadows(shadow):
    lines = ["/// One translucent rectangle under a panel: offset down by `y`, grown by `grow`.\n"
             "struct ShadowLayer {\n  float y, grow;\n};\n"]
    for name, layers in shadow.items():
        if name == "note":
            continue
        rows = ", ".join(f"{{{float(layer['y'])}f, {float(layer['grow'])}f}}" for layer in layers)
        lines.append(f"inline constexpr ShadowLayer shadow_{name}[] = {{{rows}}};\n")
    return "".join(lines) + "\n"


def cpp_glyph_ranges(ranges):
    rows = "".join(f"    {{0x{first[2:]}, 0x{last[2:]}}},\n" for first, last, _ in ranges)
    return f"inline constexpr std::uint32_t glyph_ranges[][2] = {{\n{rows}}};\n\n"


# --- Icons ---


def cpp_from_icons(icons):
    """All points stand in one array; a path is a stretch of it, a shape a stretch of paths."""
    points, paths, shapes = [], [], []

    def add_shape(name, strokes):
        shapes.append((name, len(paths), len(strokes)))
        for stroke in strokes:
            hundredths = [round(value * 100) for value in stroke["points"]]
            paths.append((len(points) // 2, len(hundredths) // 2, stroke["closed"]))
            points.extend(hundredths)

    for name, strokes in icons["icons"].items():
        add_shape(name, strokes)
    icons_count = len(shapes)
    for name, strokes in icons["mark"].items():
        add_shape(name, strokes)

    point_rows = wrapped([str(value) for value in points])
    path_rows = wrapped([f"{{{first}, {count}, {'true' if closed else 'false'}}}"
                         for first, count, closed in paths])
    shape_rows = wrapped([f"{{{first}, {count}}}" for _, first, count in shapes])
    names = [name for name, _, _ in shapes]
    icon_rows = "".join(f"  {name},\n" for name in names[:icons_count])
    mark_rows = "".join(f"  {name},\n" for name in names[icons_count:])
    return (
        "// Icons as polylines. Made by cmake/make_tokens.py from web/design/icons.json.\n"
        "#pragma once\n\n#include <cstdint>\n\nnamespace view {\n\n"
        "/// Drawn on a grid of 20 by 20.\n"
        f"enum class Icon : std::uint8_t {{\n{icon_rows}}};\n"
        f"inline constexpr int icon_count = {icons_count};\n\n"
        "/// The parts of Lumbung's mark, on a grid of 32 by 32; `grain_fill` is filled.\n"
        f"enum class MarkPart : std::uint8_t {{\n{mark_rows}}};\n"
        f"inline constexpr int mark_part_count = {len(shapes) - icons_count};\n\n"
        "namespace icons {\n\n"
        "/// A stretch of `points`, in points of two numbers.\n"
        "struct Path {\n  std::uint16_t first_point, points_count;\n  bool is_closed;\n};\n"
        "/// A stretch of `paths`.\n"
        "struct Shape {\n  std::uint16_t first_path, paths_count;\n};\n\n"
        "/// x, y, x, y, … in hundredths of a grid unit.\n"
        f"inline constexpr std::int16_t points[] = {{\n{point_rows}}};\n"
        f"inline constexpr Path paths[] = {{\n{path_rows}}};\n"
        f"inline constexpr Shape shapes[] = {{\n{shape_rows}}};\n\n"
        "}  // namespace icons\n\n"
        "constexpr icons::Shape shape_of(Icon icon) {\n"
        "  return icons::shapes[static_cast<int>(icon)];\n}\n"
        "constexpr icons::Shape shape_of(MarkPart part) {\n"
        "  return icons::shapes[icon_count + static_cast<int>(part)];\n}\n\n"
        "}  // namespace view\n")


def wrapped(items, per_line=8):
    """The items with commas, some to a line."""
    return "".join("    " + ", ".join(items[start:start + per_line]) + ",\n"
                   for start in range(0, len(items), per_line))


def check_themes(tokens):
    for group in ("colour", "data_colour"):
        light, dark = (set(tokens[group][theme]) for theme in THEMES)
        if light != dark:
            sys.exit(f"tokens.json: {group} differs between light and dark: {light ^ dark}")


def main():
    design, output = map(pathlib.Path, sys.argv[1:3])
    tokens = json.loads((design / "tokens.json").read_text())
    icons = json.loads((design / "icons.json").read_text())
    check_themes(tokens)
    for folder in ("stats", "view"):
        (output / folder).mkdir(parents=True, exist_ok=True)
    (output / "stats" / "ink_colours.gen.h").write_text(cpp_from_inks(tokens))
    (output / "tokens.css").write_text(css_from_tokens(tokens))
    (output / "view" / "tokens.gen.h").write_text(cpp_from_tokens(tokens))
    (output / "view" / "icons.gen.h").write_text(cpp_from_icons(icons))


if __name__ == "__main__":
    main()
