"""The table of jobs. It knows nothing of how a database is opened or migrated."""

from __future__ import annotations

from sqlalchemy import JSON, BigInteger, Boolean, Column, Float, Index, Integer, MetaData, String, Table, Text

metadata = MetaData()

jobs = Table(
    "jobs",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True, comment="order of arrival"),
    Column("id", String(36), nullable=False, unique=True),
    Column("door", String(32), nullable=False, comment="which dialect took the job and answers for it"),
    Column("state", String(16), nullable=False),
    Column("attempt", BigInteger, nullable=False, comment="the fencing token: every claim increments it"),
    Column("crashes", Integer, nullable=False, comment="attempts that ended with the worker's death"),
    Column("interruptions", Integer, nullable=False, comment="attempts that ended with the server's death"),
    Column("cancel_requested", Boolean, nullable=False),
    Column("payload", JSON, nullable=False),
    Column("stage", Text, nullable=False),
    Column("fraction", Float, nullable=False),
    Column("result", JSON(none_as_null=True)),
    Column("error", Text),
    Column("created", Float(53), nullable=False, comment="seconds since 1970, as the two below"),
    Column("started", Float(53), comment="of the latest attempt"),
    Column("finished", Float(53)),
    Index("jobs_by_state", "state", "number"),
    sqlite_autoincrement=True,
)
