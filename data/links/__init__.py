"""Links of the map: which there are, what each did when it was looked at, and what may be said of that."""
