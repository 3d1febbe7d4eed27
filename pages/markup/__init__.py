"""HTML of whole pages and their parts, for any of the three ways out. (Named html, it would hide Python's own.)"""
