"""All matters of the house: importing this registers what each of them brings."""

from __future__ import annotations

import pkgutil
from importlib import import_module

import domain

for _module in pkgutil.iter_modules(domain.__path__):
    if _module.name.endswith("_request"):
        import_module(f"domain.{_module.name}")
