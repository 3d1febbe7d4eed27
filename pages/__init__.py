"""The pages: one file each, and the rooms that describe, render and hand them out."""
