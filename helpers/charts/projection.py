"""From degrees to kilometres on a plane: Albers' equal-area conic, laid for the old empire."""

from __future__ import annotations

from math import asin, cos, degrees, radians, sin, sqrt

EARTH_KM = 6371.0
"""Mean radius of the earth."""
SOUTH, NORTH, MERIDIAN, ORIGIN = 48.0, 66.0, 70.0, 55.0
"""Standard parallels, central meridian and latitude of origin, in degrees."""

_N = (sin(radians(SOUTH)) + sin(radians(NORTH))) / 2
_C = cos(radians(SOUTH)) ** 2 + 2 * _N * sin(radians(SOUTH))


def _radius(latitude: float) -> float:
    return EARTH_KM * sqrt(max(_C - 2 * _N * sin(radians(latitude)), 0.0)) / _N


def albers(longitude: float, latitude: float) -> tuple[float, float]:
    """Kilometres east of the central meridian and north of the origin: areas are true, distances nearly so between 48° and 66°.

    Longitudes may run past 180° (the far east of Siberia is 190°, not −170°). Snyder, Map Projections: A Working
    Manual (1987), pp. 98–101, on the sphere.

    >>> albers(70, 55)
    (0.0, 0.0)
    >>> [round(km) for km in albers(30.31, 59.94)]  # Petrograd: west and north
    [-2067, 1166]
    """
    angle = _N * radians(longitude - MERIDIAN)
    radius = _radius(latitude)
    return radius * sin(angle), _radius(ORIGIN) - radius * cos(angle)


def geographic(x: float, y: float) -> tuple[float, float]:
    """Longitude and latitude in degrees of a point of the plane: the way back from ``albers``.

    >>> [round(degree, 6) for degree in geographic(*albers(158.65, 53.02))]
    [158.65, 53.02]
    """
    from math import atan2, hypot

    down = _radius(ORIGIN) - y
    radius = hypot(x, down)
    latitude = asin((_C - (radius * _N / EARTH_KM) ** 2) / (2 * _N))
    return MERIDIAN + degrees(atan2(x, down)) / _N, degrees(latitude)
