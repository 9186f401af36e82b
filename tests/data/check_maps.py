"""The outlines in data/maps fit the code lists, and neighbours share their borders.

Reads the files by itself, with nothing of the product's code. Positions have 3 decimals, so all
geometry is done in whole thousandths of a degree, exactly.

Usage: check_maps.py [data folder]
One line for each failure; the last line counts. Exit code 1 where anything failed.
"""

import collections
import dataclasses
import itertools
import json
import math
import pathlib
import sys
from decimal import Decimal

from check_tables import REPOSITORY, Checks, is_bilingual, json_from_file, rows_from_csv

BYTES_MAX = 25_000
EARTH_RADIUS_KM = 6371.007  # Of the sphere that has the earth's surface.


@dataclasses.dataclass
class Map:
    name: str
    code_list: str
    wholes: set  # Codes of the list that are made of others and have no outline.
    area_level: str
    parts: int   # Pieces of land that the areas make together.


MAPS = (
    Map("kecamatan.geojson", "kecamatan.csv", set(), "district", 2),
    Map("kabkota.geojson", "kabkota.csv", {"1600"}, "regency", 1),
)


def thousandths(position, place, checks):
    """A position as whole thousandths of a degree, or None."""
    well = checks.that(
        isinstance(position, list) and len(position) == 2
        and all(isinstance(x, (int, Decimal)) and Decimal(x).as_tuple().exponent >= -3
                for x in position)
        and 95 <= position[0] <= 141 and -11 <= position[1] <= 6,
        f"{place}: {position} is no [longitude, latitude] in Indonesia with 3 decimals")
    return tuple(int(x * 1000) for x in position) if well else None


def twice_area(ring):
    """Above 0 where a closed ring runs counterclockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:]))


def area_km2(rings):
    """On the sphere, edges taken as straight on the plane of longitude and sine of latitude."""
    def sine(point):
        return math.sin(math.radians(point[1] / 1000))
    return sum((b[0] - a[0]) * -(sine(a) + sine(b)) / 2
               for ring in rings for a, b in zip(ring, ring[1:])) * (
                   math.radians(1 / 1000) * EARTH_RADIUS_KM ** 2)


def rings_from_feature(feature, place, checks):
    """The outer rings of an area; holes are not for maps as small as these."""
    geometry = feature.get("geometry", {})
    kind = geometry.get("type")
    if not checks.that(kind in ("Polygon", "MultiPolygon"), f"{place}: geometry is a {kind}"):
        return []
    polygons = geometry["coordinates"]
    rings = []
    for polygon in [polygons] if kind == "Polygon" else polygons:
        checks.that(len(polygon) == 1, f"{place}: a polygon has {len(polygon)} rings, not 1")
        ring = [thousandths(position, place, checks) for position in polygon[0]]
        if None in ring or not checks.that(len(ring) >= 4, f"{place}: a ring of {len(ring)}"):
            continue
        checks.that(ring[0] == ring[-1], f"{place}: a ring is not closed")
        checks.that(len(set(ring)) == len(ring) - 1, f"{place}: a ring touches itself")
        checks.that(twice_area(ring) > 0, f"{place}: an outer ring is not counterclockwise")
        rings.append(ring)
    return rings


def side(a, b, point):
    return (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0])


def on_edge(a, b, point):
    return (side(a, b, point) == 0 and min(a[0], b[0]) <= point[0] <= max(a[0], b[0])
            and min(a[1], b[1]) <= point[1] <= max(a[1], b[1]))


def meet(first, second):
    """True where two edges meet anywhere but in an end that both have."""
    (a, b), (c, d) = first, second
    if max(a[1], b[1]) < min(c[1], d[1]) or max(c[1], d[1]) < min(a[1], b[1]):
        return False
    touches = ((point, edge) for point, edge in ((a, second), (b, second), (c, first), (d, first))
               if point not in edge)
    if any(on_edge(*edge, point) for point, edge in touches):
        return True
    return (side(a, b, c) * side(a, b, d) < 0) and (side(c, d, a) * side(c, d, b) < 0)


def check_borders(rings, the_map, checks):
    """Two areas have a border in common edge by edge, and no edge meets another elsewhere."""
    uses = collections.Counter(edge for ring in rings for edge in zip(ring, ring[1:]))
    twice = [edge for edge, count in uses.items() if count > 1]
    checks.that(not twice, f"{the_map.name}: areas overlap along {twice}")
    edges = sorted({tuple(sorted(edge)) for edge in uses})
    for at, edge in enumerate(edges):
        near = itertools.takewhile(lambda other, end=edge[1][0]: other[0][0] <= end, edges[at + 1:])
        met = [other for other in near if meet(edge, other)]
        checks.that(not met, f"{the_map.name}: the edge {edge} meets {met}")
    # What only one area has runs around everything: a loop more is a gap or an overlap.
    loops = loops_from_edges({edge for edge in uses if edge[::-1] not in uses})
    checks.that(len(loops) == the_map.parts,
                f"{the_map.name}: {len(loops)} lines run around the areas, not {the_map.parts}; "
                f"look at {[loop[0] for loop in loops]}")


def loops_from_edges(edges):
    following = collections.defaultdict(list)
    for a, b in sorted(edges):
        following[a].append(b)
    loops = []
    while following:
        loop = [min(following)]
        while loop[-1] in following and (len(loop) == 1 or loop[-1] != loop[0]):
            ends = following[loop[-1]]
            end = ends.pop()
            if not ends:
                del following[loop[-1]]
            loop.append(end)
        loops.append(loop)
    return loops


def check_areas(areas, name, folder, checks):
    """Simplified outlines are as large as the areas officially are, within 2 per cent."""
    table = json.loads((folder / "tables" / "luas-wilayah.json").read_text(encoding="utf-8"))
    official = dict(zip(table["dimension"]["wilayah"]["category"]["index"], table["value"]))
    if name == "kecamatan.geojson":  # The districts' own areas are known only in borders of 2013.
        areas = {"1603": sum(areas.values())}
    for code, area in areas.items():
        if code in official:
            checks.that(abs(area / official[code] - 1) <= 0.02,
                        f"{name}: {code} has {area:.1f} km², officially {official[code]}")


def check_head(document, the_map, checks):
    head = document.get("lumbung", {})
    name = the_map.name
    checks.that(head.get("format") == 1, f"{name}: lumbung.format is not 1")
    checks.that(head.get("area_level") == the_map.area_level,
                f"{name}: area_level is not {the_map.area_level}")
    checks.that(f"{head.get('code')}.geojson" == name, f"{name}: code is {head.get('code')}")
    for member in ("source", "note"):
        checks.that(is_bilingual(head.get(member)), f"{name}: {member} is not in both languages")


def check_map(folder, the_map, checks):
    name = the_map.name
    path = folder / "maps" / name
    checks.that(path.stat().st_size <= BYTES_MAX, f"{name}: more than {BYTES_MAX} bytes")
    document = json_from_file(path, checks)
    if document is None or not checks.that(document.get("type") == "FeatureCollection",
                                           f"{name}: no FeatureCollection"):
        return
    check_head(document, the_map, checks)
    rings = {}
    for feature in document["features"]:
        properties = feature.get("properties", {})
        code = properties.get("code")
        checks.that(set(properties) == {"code"}, f"{name}: {code}: properties other than code")
        checks.that(code not in rings, f"{name}: {code} stands twice")
        rings[code] = rings_from_feature(feature, f"{name}: {code}", checks)
    codes = {row["code_bps"] or row["code_kemendagri"]
             for row in rows_from_csv(folder / "codes" / the_map.code_list)} - the_map.wholes
    checks.that(set(rings) == codes,
                f"{name}: outlines and code list differ in {sorted(set(rings) ^ codes)}")
    check_borders([ring for own in rings.values() for ring in own], the_map, checks)
    check_areas({code: area_km2(own) for code, own in rings.items()}, name, folder, checks)


def check_maps(folder):
    checks = Checks()
    for the_map in MAPS:
        check_map(folder, the_map, checks)
    return checks


def main():
    checks = check_maps(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else REPOSITORY / "data")
    for failure in checks.failures:
        print(f"FAILED {failure}")
    print(f"{checks.passed} passed, {len(checks.failures)} failed, 0 skipped")
    return 1 if checks.failures else 0


if __name__ == "__main__":
    sys.exit(main())
