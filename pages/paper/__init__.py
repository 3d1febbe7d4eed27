"""The printed sheet: a city on paper, and the map of the part of Japan that it is about."""
