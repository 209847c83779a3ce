"""What every folder of tests may ask for."""

from hypothesis import settings

pytest_plugins = ("tests.databases", "tests.cast.fixtures")

# how long an example takes says nothing about the code on a machine that does other things besides
settings.register_profile("baobei", deadline=None)
settings.load_profile("baobei")
