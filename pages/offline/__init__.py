"""What a phone keeps, so that pages open without a connection: the worker that keeps copies, and the manifest."""
