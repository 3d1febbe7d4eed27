"""The address of a request as the app sees it, wherever the app is mounted."""

from __future__ import annotations

from starlette.types import Scope


def get_path(scope: Scope, base_path: str) -> str | None:
    """Return the path below the mount point and below Streamlit's server.baseUrlPath; it begins with a slash.

    None for an address outside of the base path. Servers differ in whether a path holds the mount point.
    """
    path: str = scope["path"]
    path = _strip(path, scope.get("root_path", "")) or path
    return _strip(path, base_path)


def _strip(path: str, prefix: str) -> str | None:
    prefix = f"/{prefix.strip('/')}" if prefix.strip("/") else ""
    if not f"{path}/".startswith(f"{prefix}/"):
        return None
    return path[len(prefix) :] or "/"
