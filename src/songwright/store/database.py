"""Opens the database of the data folder and brings it to the newest schema. It knows nothing of its tables.

SQLite up to 3.51.2 can lose committed data when two connections checkpoint a write-ahead log at the same
moment (https://sqlite.org/wal.html, "the WAL-reset bug"). So there is exactly one connection: the pool holds
one, and the exclusive locking mode keeps other processes out.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import SQLAlchemyError

from songwright.errors import StoreError

_BUSY_TIMEOUT_S = 10.0
_TURN_TIMEOUT_S = 60.0  # how long a thread may wait for its turn on the one connection


def open_database(path: Path) -> Engine:
    """Open the database, make it if it is new, check it, and migrate it to the newest schema.

    Commits are durable (`synchronous=FULL`) and transactions take the write lock at once.

    Args:
        path: the SQLite file; its folder must exist.
    Raises:
        StoreError: it is damaged, was written by a newer version, or cannot be opened.
    """
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        pool_size=1,
        max_overflow=0,
        pool_timeout=_TURN_TIMEOUT_S,
        connect_args={"check_same_thread": False, "timeout": _BUSY_TIMEOUT_S, "isolation_level": None},
    )
    event.listen(engine, "connect", _configure)
    event.listen(engine, "begin", _begin)
    try:
        with engine.begin() as connection:
            _check(connection, path)
            _migrate(connection)
    except CommandError as exc:
        engine.dispose()
        raise StoreError(f"{path}: the database was written by a newer version of songwright") from exc
    except SQLAlchemyError as exc:
        engine.dispose()
        reason = getattr(exc, "orig", None) or type(exc).__name__
        raise StoreError(f"{path}: the database cannot be opened: {reason}") from exc
    except StoreError:
        engine.dispose()
        raise
    return engine


def _configure(connection: sqlite3.Connection, _record: Any) -> None:
    for pragma in ("locking_mode=EXCLUSIVE", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _check(connection: Connection, path: Path) -> None:
    verdict = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
    if verdict != "ok":
        raise StoreError(f"{path}: the database is damaged: {verdict}")


def _migrate(connection: Connection) -> None:
    config = Config()
    folder = str(Path(__file__).parent / "migrations")
    config.set_main_option("script_location", folder.replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
