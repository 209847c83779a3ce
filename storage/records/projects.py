"""Projects and what was told of them; the engineers who help with a customer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from domain.base.errors import NotFound
from domain.base.json_values import JsonObject
from domain.base.rights import Reach
from domain.base.searching import find_text
from domain.base.stage import ADVANCE, Stage
from domain.people.records import AccountId
from domain.products.domains import BETWEEN
from domain.products.mcus import model_key
from domain.projects.records import Milestone, Project, ProjectGrouping, ProjectId, ProjectItem, ProjectQuery, Telling
from storage.engine import Found
from storage.engine.dialect import insert as upsert
from storage.engine.statements import once
from storage.names import finding
from storage.records import project_lists
from storage.tables.follow_ups import customer_engineers, project_tellings, projects

_ORDER = {stage: place for place, stage in enumerate((*reversed(ADVANCE), Stage.PAUSED, Stage.ENDED))}


class StoredProjects:
    """Fulfils `domain.projects.records.Projects`."""

    def __init__(self, conn: Connection) -> None:
        self.conn = conn

    def get(self, project_id: int) -> Project:
        row = self.conn.execute(select(projects).where(projects.c.id == project_id)).one_or_none()
        if row is None or row.gone:
            raise NotFound("project")
        return _project(row)

    def of_customer(self, customer_id: int) -> Sequence[Project]:
        return self.of_customers([customer_id]).get(customer_id, ())

    def of_customers(self, customers: Sequence[int]) -> Mapping[int, Sequence[Project]]:
        theirs = once(
            lambda p: select(projects).where(projects.c.customer_id.in_(p.customers), projects.c.gone.is_(False)),
            customers=list(customers),
        )
        rows = self.conn.execute(*theirs)
        found: dict[int, list[Project]] = {}
        for row in rows:
            found.setdefault(row.customer_id, []).append(_project(row))
        for each in found.values():
            each.sort(key=lambda one: (_ORDER[one.stage], -one.changed_at.timestamp(), one.id))
        return found

    def sought(self, reach: Reach, sought: ProjectQuery) -> tuple[Sequence[Project], int]:
        rows, total = project_lists.page(self.conn, reach, sought)
        return [_project(row) for row in rows], total

    def groups(self, reach: Reach, by: ProjectGrouping) -> Sequence[tuple[str, int]]:
        return project_lists.groups(self.conn, reach, by)

    def by_stage_and_domain(self, reach: Reach) -> Sequence[tuple[Stage, str, int]]:
        return project_lists.by_stage_and_domain(self.conn, reach)

    def add(self, customer_id: int, told: ProjectItem, at: datetime) -> Project:
        values = _standing(told, at)
        made = self.conn.execute(
            upsert(self.conn, projects)
            .values(customer_id=customer_id, since=at, gone=False, **values)
            # two reports that name it at the same time mean the same project
            .on_conflict_do_update(index_elements=["customer_id", "key"], set_={"gone": False, **values})
            .returning(projects.c.id)
        ).scalar_one()
        return self.get(made)

    def tell(self, project_id: int, told: ProjectItem, *, at: datetime, author_id: int, follow_up: int | None) -> None:
        self.conn.execute(
            insert(project_tellings).values(
                project_id=project_id, follow_up_id=follow_up, at=at, author_id=author_id, told=item_to_json(told)
            )
        )
        self._refresh(project_id)

    def untell(self, follow_up: int) -> Sequence[ProjectId]:
        of_follow_up = project_tellings.c.follow_up_id == follow_up
        concerned = list(
            self.conn.execute(select(project_tellings.c.project_id).where(of_follow_up).distinct()).scalars()
        )
        self.conn.execute(delete(project_tellings).where(of_follow_up))
        for each in concerned:
            self._refresh(each)
        return [ProjectId(each) for each in concerned]

    def _refresh(self, project_id: int) -> None:
        """The project stands as it was told last; `gone` when nothing is told of it any more."""
        last = self.conn.execute(
            select(project_tellings.c.told, project_tellings.c.at)
            .where(project_tellings.c.project_id == project_id)
            .order_by(project_tellings.c.at.desc(), project_tellings.c.id.desc())
            .limit(1)
        ).one_or_none()
        values: dict[str, object] = {
            "gone": True,
            "key": f"#{project_id}",
            "milestone_on": None,
        }  # its name is free again
        if last is not None:
            values = {"gone": False, **_standing(item_from_json(last.told), last.at)}
        changed = update(projects).where(projects.c.id == project_id).values(**values).returning(projects.c.customer_id)
        finding.refresh(self.conn, self.conn.execute(changed).scalar_one())

    def move(self, gone: int, into: int) -> None:
        kept = {
            row.key: row.id
            for row in self.conn.execute(select(projects.c.key, projects.c.id).where(projects.c.customer_id == into))
        }
        for row in self.conn.execute(select(projects).where(projects.c.customer_id == gone)).all():
            if row.key in kept:
                theirs = project_tellings.c.project_id == row.id
                self.conn.execute(update(project_tellings).where(theirs).values(project_id=kept[row.key]))
                self._refresh(row.id)
                self._refresh(kept[row.key])
            else:
                self.conn.execute(update(projects).where(projects.c.id == row.id).values(customer_id=into))
        finding.refresh(self.conn, into)

    def history(self, project_id: int) -> Sequence[Telling]:
        rows = self.conn.execute(
            select(project_tellings)
            .where(project_tellings.c.project_id == project_id)
            .order_by(project_tellings.c.at, project_tellings.c.id)
        )
        return [_telling(row) for row in rows]


class StoredEngineers:
    """Fulfils `domain.people.records.Engineers`."""

    def __init__(self, conn: Connection) -> None:
        self.conn = conn

    def of_customer(self, customer_id: int) -> Sequence[AccountId]:
        rows = self.conn.execute(
            select(customer_engineers.c.account_id)
            .where(customer_engineers.c.customer_id == customer_id)
            .order_by(customer_engineers.c.account_id)
        )
        return [AccountId(each) for each in rows.scalars()]

    def set(self, customer_id: int, accounts: Iterable[int], at: datetime) -> None:
        wanted = set(accounts)
        others = once(
            lambda p: delete(customer_engineers).where(
                customer_engineers.c.customer_id == p.customer, customer_engineers.c.account_id.not_in(p.wanted)
            ),
            customer=customer_id,
            wanted=sorted(wanted),
        )
        self.conn.execute(*others)
        for each in sorted(wanted):
            self.conn.execute(
                upsert(self.conn, customer_engineers)
                .values(account_id=each, customer_id=customer_id, since=at)
                .on_conflict_do_nothing()
            )


def _standing(told: ProjectItem, at: datetime) -> dict[str, object]:
    return {
        "key": told.key[:120],
        "stage": told.stage.value,
        "milestone_on": told.milestone_on,
        "told": item_to_json(told),
        "changed_at": at,
        "domain": told.domain.split(BETWEEN)[0][:60],
        "model": model_key(told.mcu)[:60],
        "find": find_text(told.name, told.mcu),
    }


def _project(row: Found) -> Project:
    return Project(
        id=ProjectId(row.id),
        customer_id=row.customer_id,
        told=item_from_json(row.told),
        since=row.since,
        changed_at=row.changed_at,
    )


def _telling(row: Found) -> Telling:
    return Telling(
        project_id=ProjectId(row.project_id),
        at=row.at,
        author_id=AccountId(row.author_id),
        follow_up=row.follow_up_id,
        told=item_from_json(row.told),
    )


def item_to_json(item: ProjectItem) -> dict[str, object]:
    return {
        "name": item.name,
        "domain": item.domain,
        "mcu": item.mcu,
        "stage": item.stage.value,
        "progress": item.progress,
        "yearly": item.yearly,
        "milestone": item.milestone.value,
        "due": item.due,
        "note": item.note,
    }


def item_from_json(data: JsonObject, project: int | None = None) -> ProjectItem:
    return ProjectItem(
        **{**data, "stage": Stage(data["stage"]), "milestone": Milestone(data["milestone"]), "project": project}
    )
