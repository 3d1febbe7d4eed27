"""Downloads: the rows of a view to take away."""
