import multiprocessing
import sqlite3

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from songwright.errors import StoreError
from songwright.jobs.table import metadata
from songwright.store.database import open_database


def test_the_migrations_make_the_table_of_the_code(tmp_path):
    """What Alembic builds is what the queue uses, to the column."""
    engine = open_database(tmp_path / "songwright.db")
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
    engine.dispose()
    assert differences == []


def test_opening_again_keeps_everything(tmp_path):
    """Migrations run once."""
    for _ in range(2):
        engine = open_database(tmp_path / "songwright.db")
        with engine.begin() as connection:
            connection.exec_driver_sql("CREATE TABLE IF NOT EXISTS mine (x)")
            connection.exec_driver_sql("INSERT INTO mine VALUES (1)")
        engine.dispose()
    engine = open_database(tmp_path / "songwright.db")
    with engine.begin() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM mine").scalar_one() == 2
    engine.dispose()


def test_commits_are_durable_and_the_log_is_written_ahead(tmp_path):
    """WAL, synchronous=FULL (2), exclusive locking."""
    engine = open_database(tmp_path / "songwright.db")
    with engine.connect() as connection:
        answers = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "locking_mode")
        ]
    engine.dispose()
    assert answers == ["wal", 2, "exclusive"]


def test_nobody_else_can_open_the_database(tmp_path):
    """A second connection is how SQLite's WAL-reset bug would bite."""
    engine = open_database(tmp_path / "songwright.db")
    other = sqlite3.connect(tmp_path / "songwright.db", timeout=0.1)
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("SELECT * FROM jobs")
    other.close()
    engine.dispose()


def test_a_failed_migration_leaves_nothing_half_done(tmp_path):
    """Schema changes are transactional: a table in the way stops all of it."""
    connection = sqlite3.connect(tmp_path / "songwright.db")
    connection.execute("CREATE TABLE jobs (x)")
    connection.close()
    with pytest.raises(StoreError, match="already exists"):
        open_database(tmp_path / "songwright.db")
    connection = sqlite3.connect(tmp_path / "songwright.db")
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master")]
    connection.close()
    assert tables == ["jobs"]


def test_a_damaged_database_is_refused(tmp_path):
    """With the path in the message, and before anything is written."""
    path = tmp_path / "songwright.db"
    path.write_bytes(b"this is not a database at all" * 100)
    with pytest.raises(StoreError, match="not a database"):
        open_database(path)
    assert path.read_bytes().startswith(b"this is not")


def test_a_torn_page_is_noticed(tmp_path):
    """The quick check finds what a bad disk did."""
    path = tmp_path / "songwright.db"
    open_database(path).dispose()
    connection = sqlite3.connect(path)
    connection.executescript(
        "CREATE TABLE t (x); CREATE INDEX i ON t (x); INSERT INTO t VALUES (zeroblob(3000));"
    )
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.close()
    with path.open("r+b") as file:
        file.seek((pages - 1) * 4096)
        file.write(b"\xff" * 4096)
    with pytest.raises(StoreError, match=r"damaged|malformed"):
        open_database(path)


def test_a_database_of_a_newer_version_is_refused(tmp_path):
    """An old server does not guess."""
    path = tmp_path / "songwright.db"
    engine = open_database(path)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    engine.dispose()
    with pytest.raises(StoreError, match="newer version"):
        open_database(path)


def test_a_path_with_percent_signs_and_blanks_works(tmp_path):
    """Config parsers and URLs like to trip over these."""
    folder = tmp_path / "100% my ?songs# é"
    folder.mkdir()
    open_database(folder / "songwright.db").dispose()
    assert (folder / "songwright.db").exists()


def _commit_and_die(path, connection):
    engine = open_database(path)
    with engine.begin() as transaction:
        transaction.exec_driver_sql("CREATE TABLE mine (x)")
    connection.send(True)
    multiprocessing.Event().wait()


def test_what_was_committed_survives_kill_nine(tmp_path):
    """The lock of the dead is gone, its commit is there."""
    context = multiprocessing.get_context("spawn")
    mine, theirs = context.Pipe()
    process = context.Process(target=_commit_and_die, args=(tmp_path / "songwright.db", theirs))
    process.start()
    assert mine.recv() is True
    process.kill()
    process.join()
    engine = open_database(tmp_path / "songwright.db")
    with engine.begin() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM mine").scalar_one() == 0
    engine.dispose()
    mine.close()
    theirs.close()
