"""Maps: what the interactive map is told, and the map that is drawn as a picture."""
