"""Data: the source table, its corrections and confirmations, places, boundaries, and the code that reads them."""
