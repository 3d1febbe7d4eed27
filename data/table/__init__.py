"""Tables: readers of the source table, of its corrections and of its confirmations."""
