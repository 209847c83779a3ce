"""All matters of the house: importing this registers what each of them brings."""

from __future__ import annotations

import pkgutil
from importlib import import_module

import domain

for _matter in pkgutil.iter_modules(domain.__path__, "domain."):
    if _matter.ispkg:
        for _module in pkgutil.iter_modules(import_module(_matter.name).__path__, f"{_matter.name}."):
            if _module.name.endswith((".request", "_request")):
                import_module(_module.name)
