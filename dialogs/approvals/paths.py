"""审批流程: for administrators, who decides about a unit's contracts after the chosen manager."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from dialogs.core.ask import Ask
from dialogs.core.choices import Choice
from dialogs.core.field import Option
from dialogs.core.form import Form, source
from dialogs.core.page import Args, Open, Page, Run, Show, Turn
from dialogs.core.parts import Repeat
from dialogs.core.screen import Act, Button, Json, Row, Screen, Wording, say
from dialogs.core.verdicts import Mend
from dialogs.shared.deciders import in_order
from dialogs.shared.list_page import ListPage, part
from dialogs.shared.words import BACK, HOME, button, opens
from domain.approvals import paths as approval_paths
from domain.approvals.paths import ACCOUNT, ADMINISTRATOR, HEAD, LONGEST, Path, PathStep
from domain.base.bilingual import translated


class ApprovalPaths(ListPage[Path]):
    """Every unit with its path."""

    name = "approval_paths"

    @override
    def found(self, args: Args, offset: int, limit: int, ask: Ask) -> tuple[Sequence[Path], int]:
        return part(ask(approval_paths.paths), offset, limit)

    @override
    def title(self, args: Args, total: int, ask: Ask) -> Sequence[Wording]:
        return (say("approval-paths-title"),)

    @override
    def row(self, place: int, row: Path, args: Args, ask: Ask) -> Sequence[Wording]:
        return (say("approval-paths-row", index=place, unit=translated(row.unit.name), path=levels_line(row)),)

    @override
    def key(self, place: int, row: Path, args: Args, ask: Ask) -> Button:
        return opens(str(place), "approval_path", unit=row.unit.id)

    @override
    def none(self, args: Args, ask: Ask) -> Wording:
        return say("core-none")

    @override
    def below(self, args: Args, total: int, ask: Ask) -> Sequence[Row]:
        return ((BACK, HOME),)


class ApprovalPath(Page):
    """A unit's path, level by level."""

    name = "approval_path"

    @override
    def show(self, args: Args, ask: Ask) -> Screen:
        path = ask(approval_paths.path, _id(args))
        lines: list[Wording] = [say("approval-path-title", unit=translated(path.unit.name)), say("approval-path-first")]
        for level, (step, names) in enumerate(zip(path.steps, path.names, strict=True), 2):
            key = "approval-path-level" if names else "approval-path-nobody"
            lines.append(say(key, level=level, step=_step(step), names=names))
        lines.append(say("approval-path-own" if path.own else "approval-path-policy"))
        reset = ((button("approval-path-reset-key", "reset"),),) if path.own else ()
        return Screen(tuple(lines), ((button("approval-path-edit-key", "edit"),), *reset, (BACK, HOME)))

    @override
    def act(self, args: Args, act: Act, ask: Ask) -> Turn:
        unit = _id(args)
        if act.verb == "reset":
            return Run(approval_paths.ResetApprovalPath(unit=unit))
        path = ask(approval_paths.path, unit)
        known: list[Json] = [{"approver": _key(ask, each)} for each in path.steps]
        return Open("set_approval_path", {"unit": unit, "answers": {"steps": known}})

    @override
    def after(self, args: Args, result: object, ask: Ask) -> Turn:
        return Show(toast=say("approval-path-set-toast"))


class ApprovalLevel(Form[PathStep], name="approval_level"):
    approver = Choice()

    @approver.options
    def approvers(self, ask: Ask) -> tuple[Option, ...]:
        people = ask(approval_paths.candidates)
        return (
            Option(HEAD, say("path-step-head")),
            Option(ADMINISTRATOR, say("path-step-administrator")),
            *(Option(f"{ACCOUNT}{each.id}", each.name, find=f"{each.email} {each.id:04}") for each in people),
        )


class SetApprovalPath(Form[approval_paths.SetApprovalPath], name="set_approval_path"):
    """The levels after the first, in order; none is an answer, too."""

    unit = source("unit", int)
    steps = Repeat(ApprovalLevel, at_most=LONGEST)

    @override
    def above(self, ask: Ask) -> tuple[Wording, ...]:
        return (say("approval-path-title", unit=translated(ask(approval_paths.path, self.unit).unit.name)),)

    @override
    def done(self, result: Path, ask: Ask) -> Screen:
        lines = (
            say("approval-path-set", unit=translated(result.unit.name)),
            say("approval-path-whole", path=levels_line(result)),
        )
        return Screen(lines, ((opens(say("approval-paths-entry"), "approval_paths"), HOME),))

    @override
    def refused(self, refusal: Exception, ask: Ask) -> Mend | None:
        if isinstance(refusal, approval_paths.UnknownApprover):
            return Mend("steps", say("refusal-unknown-approver", step=refusal.step))
        return None


def levels_line(path: Path) -> Wording:
    """`签约渠道经理 → 刘经理 → 管理员`."""
    named = zip(path.steps, path.names, strict=True)
    return in_order([(say("path-step-manager"),), *(names or (_step(step),) for step, names in named)])


def _step(step: str) -> Wording:
    match step:
        case approval_paths.HEAD:
            return say("path-step-head")
        case approval_paths.ADMINISTRATOR:
            return say("path-step-administrator")
        case _:
            return say("path-step-named") if step.startswith(ACCOUNT) else step


def _key(ask: Ask, step: str) -> str:
    """A step as the form's options call it: an e-mail address of the policy's is somebody's account."""
    found = (each for each in ask(approval_paths.candidates) if each.email and each.email.lower() == step.lower())
    return next((f"{ACCOUNT}{each.id}" for each in found), step)


def _id(args: Args) -> int:
    value = args.get("unit")
    return value if isinstance(value, int) else 0
