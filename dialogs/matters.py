"""The faces of all matters of the house: importing this registers what each of them shows to approvers."""

from __future__ import annotations

import pkgutil
from importlib import import_module

import dialogs

for _module in pkgutil.walk_packages(dialogs.__path__, "dialogs."):
    if _module.name.endswith((".face", "_face")):
        import_module(_module.name)
