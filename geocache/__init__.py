"""Coordinates of the cities: the cached coordinate file, the geocoders that fill it, distances."""
