"""What is known: the source table, what is doubted in it, who is who, boundaries, and the code that reads them."""
