"""Languages: the catalogues, the language of a reader, readings, and the names of places."""
