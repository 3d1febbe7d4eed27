"""Where the cities are: the cached coordinate file, the geocoders that fill it, distances."""
