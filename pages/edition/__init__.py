"""The static edition: the pages as files for any file server."""
