"""Area-weighted centroids of GeoJSON polygons, on a plane scaled by the cosine of the latitude: exact enough for a dot on a map."""

import json
import math


def read(path):
    """TERC code -> (area, latitude, longitude) of each feature."""
    with open(path, encoding="utf-8") as file:
        features = json.load(file)["features"]
    return {feature["properties"]["terc"]: centroid(feature["geometry"]) for feature in features}


def centroid(geometry):
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    # The first ring is the outline, the others are holes; the sign of the outline is made positive and that of holes negative.
    parts = [ring_moments(ring, 1 if index == 0 else -1) for polygon in polygons for index, ring in enumerate(polygon)]
    return total(parts)


def total(parts):
    """The common centroid of disjoint shapes (area, latitude, longitude)."""
    area = sum(part[0] for part in parts)
    return (area, sum(part[0] * part[1] for part in parts) / area, sum(part[0] * part[2] for part in parts) / area)


def ring_moments(ring, sign):
    # Moments are taken around the first point: far from the origin the products would lose digits.
    origin_lon, origin_lat = ring[0][0], ring[0][1]
    doubled = moment_lat = moment_lon = 0.0
    for (x1, y1), (x2, y2) in zip(ring, ring[1:]):
        x1, y1, x2, y2 = x1 - origin_lon, y1 - origin_lat, x2 - origin_lon, y2 - origin_lat
        cross = x1 * y2 - x2 * y1
        doubled += cross
        moment_lon += (x1 + x2) * cross
        moment_lat += (y1 + y2) * cross
    latitude = origin_lat + moment_lat / (3 * doubled)
    longitude = origin_lon + moment_lon / (3 * doubled)
    return (sign * abs(doubled) / 2 * math.cos(math.radians(latitude)), latitude, longitude)


def cells(shape):
    """The cells lat and lon of a unit, four decimals (about ten metres); nothing where there is no shape."""
    return {"lat": f"{shape[1]:.4f}", "lon": f"{shape[2]:.4f}"} if shape else {}
