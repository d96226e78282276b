#!/usr/bin/env python3
"""Makes the outlines of countries that the map of `extract report` is drawn from.
usage: tools/outlines/outlines.py [countries-50m.json] > src/Extractor/Commands/RunReporting/outlines.tsv

The input is TopoJSON of the npm package world-atlas 2.0.2 (ISC), made from Natural Earth (public domain); without it the package is fetched by npm.
Each border is simplified once (Douglas and Peucker 1973), so that neighbours stay neighbours; rings too small to be seen are left out, but the largest of each country, and so is Antarctica.
Output: a country a line: name, TAB, its rings parted by ";", each a place and then steps, in hundredths of a degree: "1550 4520 12 -3 …".
"""
import json, os, subprocess, sys, tarfile, tempfile

TOLERANCE, LEAST_AREA = 0.11, 0.12  # degrees, square degrees: half a point of the map


def fetched():
    with tempfile.TemporaryDirectory() as folder:
        name = subprocess.run(["npm", "pack", "--silent", "world-atlas@2.0.2"], cwd=folder, check=True, capture_output=True, text=True).stdout.strip()
        with tarfile.open(os.path.join(folder, name)) as package:
            return json.load(package.extractfile("package/countries-50m.json"))


def decoded(topology):
    (kx, ky), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * kx + tx, y * ky + ty))
        yield points


def distance(point, start, end):
    (px, py), (ax, ay), (bx, by) = point, start, end
    length = (bx - ax) ** 2 + (by - ay) ** 2
    share = 0 if length == 0 else max(0, min(1, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length))
    return ((px - ax - share * (bx - ax)) ** 2 + (py - ay - share * (by - ay)) ** 2) ** 0.5


def simplified(points):
    kept, parts = {0, len(points) - 1}, [(0, len(points) - 1)]
    while parts:
        start, end = parts.pop()
        if end - start < 2:
            continue
        far = max(range(start + 1, end), key=lambda i: distance(points[i], points[start], points[end]))
        if distance(points[far], points[start], points[end]) > TOLERANCE:
            kept.add(far)
            parts += [(start, far), (far, end)]
    return [points[i] for i in sorted(kept)]


def ring(indices, arcs):
    points = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1:] if points else arc
    return points


def clipped(points, west):
    """The part of a ring that lies on one side of 180° east."""
    inside = lambda point: (point[0] <= 180) == west
    kept = []
    for (ax, ay), (bx, by) in zip(points, points[1:]):
        if inside((ax, ay)) != inside((bx, by)):
            kept.append((180.0, ay + (by - ay) * (180 - ax) / (bx - ax)))
        if inside((bx, by)):
            kept.append((bx, by))
    return kept + kept[:1]


def parted(points):
    """A ring that goes over the edge of the map becomes two."""
    unrolled = [points[0]]
    for x, y in points[1:]:
        turns = round((unrolled[-1][0] - x) / 360)
        unrolled.append((x + 360 * turns, y))
    if max(x for x, _ in unrolled) <= 180.001 and min(x for x, _ in unrolled) >= -180.001:
        return [points]
    if min(x for x, _ in unrolled) < -180:
        unrolled = [(x + 360, y) for x, y in unrolled]
    east = [(x - 360, y) for x, y in clipped(unrolled, False)]
    return [part for part in (clipped(unrolled, True), east) if len(part) > 3]


def area(points):
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(points, points[1:]))) / 2


def written(points):
    places = [(round(x * 100), round(y * 100)) for x, y in points[:-1]]
    steps = [places[0]] + [(bx - ax, by - ay) for (ax, ay), (bx, by) in zip(places, places[1:])]
    return " ".join(f"{x} {y}" for x, y in steps if (x, y) != (0, 0))


def main():
    topology = json.load(open(sys.argv[1], encoding="utf-8")) if len(sys.argv) > 1 else fetched()
    arcs = list(map(simplified, decoded(topology)))
    for country in sorted(topology["objects"]["countries"]["geometries"], key=lambda country: country["properties"]["name"]):
        name = country["properties"]["name"]
        if name == "Antarctica" or not country.get("arcs"):
            continue
        polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        rings = sorted((part for polygon in polygons for indices in polygon for part in parted(ring(indices, arcs))), key=area, reverse=True)
        rings = [points for i, points in enumerate(rings) if len(points) > 3 and (i == 0 or area(points) > LEAST_AREA)]
        if rings:
            print(name, ";".join(map(written, rings)), sep="\t")


main()
