"""Addresses: the view that one means, the links of the pages, the public address."""
