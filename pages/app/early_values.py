"""Early values: what a browser sends with a run, before the widgets are drawn that it is for."""

from __future__ import annotations

import logging

from streamlit.runtime.scriptrunner import ScriptRunContext
from streamlit.runtime.state.common import unpack_widget_state_value

logger = logging.getLogger(__name__)


def read_early_values(context: ScriptRunContext) -> dict[str, object]:
    """Read the values that came with this run, by the widgets' keys.

    Streamlit shows them to nobody before their widgets are drawn; the page has to know by then.
    """
    try:
        states = context.session_state._state._new_widget_state.states
        values = {name.split("-", 2)[2]: state.value for name, state in states.items() if name.startswith("$$ID-")}
        return {
            key: unpack_widget_state_value(value) if hasattr(value, "WhichOneof") else value
            for key, value in values.items()
        }
    except (AttributeError, IndexError, ValueError):
        logger.exception("What a browser sent to a new session could not be read.")
        return {}
