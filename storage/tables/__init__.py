"""The schema, one module per matter. Absent: how rows are read and written (the repositories), and how the schema came
to be what it is (`storage.migrations`).

Importing the package fills `storage.engine.metadata.metadata`.
"""

from importlib import import_module
from pkgutil import iter_modules

MATTERS = tuple(each.name for each in iter_modules(__path__))
for _matter in MATTERS:
    import_module(f"{__name__}.{_matter}")
