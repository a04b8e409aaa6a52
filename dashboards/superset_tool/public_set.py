"""The public set of a release, read from the released files by the warehouse's own command line and not from the serving database."""

import json
import sqlite3
import subprocess
from pathlib import Path

from superset_tool.connection import LAUNCHER
from superset_tool.failure import MACHINERY, Failure


# which release it is, is told by its rows; the digest is theirs and stands in none of them
_RELEASE = """select '{release}' as release, null as digest, max(as_of) as as_of,
 count(*) filter (where origin = 'synthetic') + (select count(*) from dim_school where origin = 'synthetic') > 0 as is_synthetic
 from rel_metric_value"""


class PublicSet:
    """Tables of one release, held in memory so that any question a chart asks can be asked of them too."""

    def __init__(self, workspace: Path, release: str, language: str):
        self._workspace = workspace
        self._release = release
        self._language = language
        self._memory = sqlite3.connect(":memory:")
        self._memory.row_factory = sqlite3.Row
        self._held: set[str] = set()

    def select(self, table: str, sql: str) -> list[dict]:
        """The answer to a question about one table."""
        if table not in self._held:
            self._hold(table)
        return [dict(row) for row in self._memory.execute(sql).fetchall()]

    def _hold(self, table: str) -> None:
        rows = self._read(_RELEASE.format(release=self._release) if table == "release" else f"select * from {table}")
        if rows:
            columns = ", ".join(f'"{column}"' for column in rows[0])
            places = ", ".join("?" for _ in rows[0])
            self._memory.execute(f"create table {table} ({columns})")
            self._memory.executemany(f"insert into {table} values ({places})", [tuple(row.values()) for row in rows])
            self._held.add(table)
        else:
            raise Failure(MACHINERY, "empty_table", table=table, release=self._release)

    def _read(self, sql: str) -> list[dict]:
        options = ["-w", str(self._workspace), "--lang", self._language, "--release", self._release, "--format", "json"]
        asked = subprocess.run([str(LAUNCHER), "query", *options, sql], stdout=subprocess.PIPE, text=True, check=False)
        if asked.returncode != 0:
            raise Failure(MACHINERY, "no_public_set", release=self._release)
        return json.loads(asked.stdout)
