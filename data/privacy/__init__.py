"""Privacy: finds what is a person's own in the words about a city's answer, which are shown to everybody."""
