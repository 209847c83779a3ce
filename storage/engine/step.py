"""The connection that a step writes by: SQLAlchemy's own, which runs fixed statements straight on the driver's cursor."""

from __future__ import annotations

from typing import Any, cast

from sqlalchemy import Connection, CursorResult, Engine, Executable
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import PoolProxiedConnection
from typing_extensions import override

from storage.engine.statements import Plan, Rows, plan_of


class Step(Connection):
    """To be begun like any other; `connection` is one that is checked out already."""

    def __init__(self, engine: Engine, connection: PoolProxiedConnection | None = None) -> None:
        super().__init__(engine, connection)
        self._driver = self.connection
        self._errors: Any = self.dialect.loaded_dbapi.Error

    @override
    def execute(
        self, statement: Executable, parameters: Any = None, *, execution_options: Any = None
    ) -> CursorResult[Any]:
        one: Any = parameters[0] if isinstance(parameters, list) and parameters else parameters or {}
        plan = plan_of(statement, self.dialect, one) if execution_options is None else None
        if plan is None or (isinstance(parameters, list) and (plan.returns or not parameters)):
            return super().execute(statement, parameters, execution_options=execution_options)
        return cast("CursorResult[Any]", self._run(plan, parameters, one))

    def _run(self, plan: Plan, parameters: Any, one: Any) -> Rows:
        cursor = self._driver.cursor()
        try:
            if isinstance(parameters, list):
                cursor.executemany(plan.text, [plan.bound(each) for each in parameters])
            else:
                cursor.execute(plan.text, plan.bound(one))
            return plan.result(cursor)
        except self._errors as error:
            raise self._told(plan, error) from error
        except Exception:
            raise
        except BaseException as error:  # given up amid the statement: what comes next over this line is its answer
            self.invalidate(error)
            raise
        finally:
            cursor.close()

    def _told(self, plan: Plan, error: Any) -> Exception:
        """The error as SQLAlchemy tells it."""
        if self.dialect.is_disconnect(error, self._driver, None):
            # It fails again, where SQLAlchemy sees it: then neither this connection is used again nor the pool's others,
            # which were there before the server went away.
            self.exec_driver_sql("SELECT 1")
        told = DBAPIError.instance(plan.text, None, error, self._errors, hide_parameters=True, dialect=self.dialect)
        return cast(Exception, told)
