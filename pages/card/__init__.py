"""Cards: the facts of a city in the reader's words."""
