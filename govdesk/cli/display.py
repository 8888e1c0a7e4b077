"""Whether a window can be seen here."""

from __future__ import annotations

import ctypes
import os
import sys


def has_display() -> bool:
    """Always on Windows and macOS; elsewhere where a display server is named and answers."""
    if sys.platform in ("win32", "darwin"):
        return True
    if os.environ.get("WAYLAND_DISPLAY") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY")) and _x_answers()


def _x_answers() -> bool:
    """Whether the X server takes a connection; where it does not, Qt ends the process without a word in Korean."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:  # bundled elsewhere: let Qt try
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed
