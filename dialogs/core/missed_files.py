"""Why a file that was sent isn't there, and what to do about it."""

from __future__ import annotations

from dialogs.core.file_names import named
from dialogs.core.inputs import Failed
from dialogs.core.screen import Say, say


def not_had(failed: Failed, place: int = 0) -> Say:
    """Why there is no file; `place` of one without a name."""
    if failed.why == "unasked":
        return say("core-no-file-here")
    name = named(failed.name, place)
    if failed.why == "broken":
        return say("core-file-broken", name=name, what=_MENDED_AS.get(failed.name.lower().rpartition(".")[2], "other"))
    return say(f"core-file-{failed.why.replace('_', '-')}", name=name)


_MENDED_AS = {
    **dict.fromkeys(("zip", "rar", "7z", "gz", "tar"), "archive"),
    **dict.fromkeys(("xlsx", "xlsm", "xls", "xlsb", "ods"), "workbook"),
}
"""What to do about a broken file hangs on what it is called."""
