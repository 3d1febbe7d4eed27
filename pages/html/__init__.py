"""HTML: whole pages and their parts, rendered for any of the three ways out."""
