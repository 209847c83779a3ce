"""What could have been typed instead, by example."""

from __future__ import annotations

from dialogs.core.screen import Say, Wording, say


def with_examples(key: str, typed: str, examples: tuple[str, ...]) -> Say:
    """The error, with examples where there are any."""
    return say(f"{key}-example", typed=typed, examples=either(examples)) if examples else say(key, typed=typed)


def either(examples: tuple[str, ...]) -> Wording:
    """`120 或 3.5`."""
    if len(examples) < 2:
        return "".join(examples)
    return say("core-either", some=examples[:-1], last=examples[-1])
