"""Health: which parts of the pages cannot be read just now."""
