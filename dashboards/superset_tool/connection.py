"""Where the workspace's PostgreSQL is: asked of the warehouse's own command line, which starts it if it must."""

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg2

from superset_tool.failure import MACHINERY, Failure

# the tests put their own in its place
LAUNCHER = Path(os.environ.get("MANYUAN_COMMAND", Path(__file__).resolve().parents[2] / "manyuan"))


@dataclass(frozen=True)
class Connection:
    """The logins of connection.json: one that reads the mart under a role, one that owns Superset's own database."""

    host: str
    port: int
    database: str
    schema: str
    release: str
    dashboard: dict
    superset: dict

    @staticmethod
    def of(workspace: Path, language: str) -> "Connection":
        """Asks `manyuan dashboards`, whose own words reach the terminal where it refuses."""
        asked = subprocess.run(
            [str(LAUNCHER), "dashboards", "-w", str(workspace), "--lang", language],
            stdout=subprocess.PIPE,
            text=True,
            check=False,
        )
        file = workspace / "dashboards" / "connection.json"
        if asked.returncode != 0 or not file.is_file():
            raise Failure(asked.returncode or MACHINERY, "no_connection", workspace=workspace)
        return Connection.read(file)

    @staticmethod
    def read(file: Path) -> "Connection":
        return Connection(**json.loads(file.read_text(encoding="utf-8")))

    def mart(self, role: str | None = None):
        """A read-only session of the dashboard's login under a role."""
        session = psycopg2.connect(
            host=self.host,
            port=self.port,
            dbname=self.database,
            user=self.dashboard["user"],
            password=self.dashboard["password"],
            options=f"-c role={role or self.dashboard['role']}",
        )
        session.set_session(readonly=True, autocommit=True)
        return session

    def mart_uri(self) -> str:
        """The address that Superset is given; the password travels beside it."""
        return self._uri(self.dashboard["user"], "XXXXXXXXXX", self.database)

    def metadata_uri(self) -> str:
        login = self.superset
        return self._uri(login["user"], login["password"], login["database"])

    def _uri(self, user: str, password: str, database: str) -> str:
        return f"postgresql+psycopg2://{quote(user)}:{quote(password, safe='')}@{self.host}:{self.port}/{quote(database)}"
