"""Letters: what a visitor says or writes to an office, and reports of what is wrong."""
