"""The server process: started, waited for, stopped. Only a process that this workspace started is ever ended."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import psycopg2
import requests

from superset_tool.connection import Connection
from superset_tool.failure import MACHINERY, USAGE, Failure
from superset_tool.state import State

HERE = Path(__file__).resolve().parents[1]
HOST = "127.0.0.1"


class Server:
    """One workspace's Superset."""

    def __init__(self, state: State):
        self._state = state

    def running(self) -> dict | None:
        """The server of this workspace, if it still runs."""
        server = self._state.server()
        return server if server and _began(server["pid"]) == server["began"] else None

    def address(self) -> str:
        server = self.running()
        if not server:
            raise Failure(USAGE, "not_running", workspace=self._state.workspace)
        return address_of(server["port"])

    def is_well(self, connection: Connection) -> bool:
        """Whether the running server answers and reads the database that the workspace has now."""
        running = self.running()
        return bool(running) and self._state.kept("prepared.json") == _prepared(connection) and _is_healthy(running["port"])

    def prepare(self, connection: Connection) -> bool:
        """Makes Superset's own database ready where it is not; answers whether there was anything to do."""
        wanted = _prepared(connection)
        if self._state.kept("prepared.json") == wanted and _has_administrator(connection):
            return False
        done = subprocess.run(
            [sys.executable, "-m", "superset_tool.prepare_metadata"],
            env=self._environment(connection, 0),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            raise Failure(MACHINERY, "not_prepared", lines=_last(done.stdout))
        self._state.keep("prepared.json", wanted)
        return True

    def start(self, connection: Connection, port: int, seconds: int) -> str:
        """Starts it and waits until it answers; what does not come up in time is ended again."""
        log = os.open(self._state.log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        process = subprocess.Popen(
            [
                str(Path(sys.executable).with_name("gunicorn")),
                # its control socket would be shared by every server of this user
                "--no-control-socket",
                *("--workers", "2", "--worker-class", "gthread", "--threads", "8", "--timeout", "120", "--graceful-timeout", "5"),
                *("--bind", f"{HOST}:{port}"),
                "superset.app:create_app()",
            ],
            env=self._environment(connection, port),
            cwd=self._state.home,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        os.close(log)
        self._state.keep_server({"pid": process.pid, "began": _began(process.pid), "port": port})
        end = time.monotonic() + seconds
        while time.monotonic() < end and process.poll() is None:
            if _is_healthy(port):
                return address_of(port)
            time.sleep(0.3)
        self.stop()
        raise Failure(
            MACHINERY, "not_up", seconds=seconds, lines=_last(self._state.log.read_text(encoding="utf-8", errors="replace"))
        )

    def stop(self) -> bool:
        """Ends it, with its workers; answers whether it ran."""
        server = self.running()
        if server:
            os.kill(server["pid"], signal.SIGTERM)
            if not self._gone(server["pid"], 10):
                # the server leads a group of its own, its workers are in it
                os.killpg(server["pid"], signal.SIGKILL)
                self._gone(server["pid"], 10)
        self._state.forget_server()
        return server is not None

    def _gone(self, pid: int, seconds: int) -> bool:
        end = time.monotonic() + seconds
        while self.running() and time.monotonic() < end:
            _reap(pid)
            time.sleep(0.1)
        return not self.running()

    def empty_cache(self) -> None:
        """Drops what was answered from another release; the server makes what it needs again."""
        for file in (self._state.cache / "data").glob("*"):
            file.unlink(missing_ok=True)

    def _environment(self, connection: Connection, port: int) -> dict:
        account = self._state.account()
        return {
            **{name: value for name, value in os.environ.items() if not name.startswith(("SUPERSET_", "FLASK_", "GUNICORN_"))},
            "FLASK_APP": "superset",
            "SUPERSET_CONFIG_PATH": str(HERE / "superset_config.py"),
            "SUPERSET_HOME": str(self._state.home),
            "MANYUAN_SUPERSET_SECRET": account["secret_key"],
            "MANYUAN_SUPERSET_METADATA": connection.metadata_uri(),
            "MANYUAN_SUPERSET_CACHE": str(self._state.cache),
            "MANYUAN_SUPERSET_PORT": str(port),
            "MANYUAN_ADMIN_USER": account["user"],
            "MANYUAN_ADMIN_PASSWORD": account["password"],
        }


def address_of(port: int) -> str:
    return f"http://{HOST}:{port}"


def refuse_used_port(port: int) -> None:
    """Tells a used port before anything is started."""
    with socket.socket() as attempt:
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            attempt.bind((HOST, port))
        except OSError as used:
            raise Failure(USAGE, "port_used", port=port) from used


def _is_healthy(port: int) -> bool:
    session = requests.Session()
    session.trust_env = False
    try:
        return session.get(address_of(port) + "/health", timeout=5).text == "OK"
    except requests.RequestException:
        return False


def _prepared(connection: Connection) -> dict:
    lock = (HERE / "target" / "venv.stamp").read_text(encoding="utf-8").strip()
    return {"lock": lock, "host": connection.host, "port": connection.port, "database": connection.superset["database"]}


def _has_administrator(connection: Connection) -> bool:
    login = connection.superset
    session = psycopg2.connect(
        host=connection.host, port=connection.port, dbname=login["database"], user=login["user"], password=login["password"]
    )
    try:
        with session.cursor() as cursor:
            cursor.execute("select to_regclass('ab_user') is not null and to_regclass('dashboards') is not null")
            if not cursor.fetchone()[0]:
                return False
            cursor.execute("select count(*) from ab_user where username = 'admin'")
            return cursor.fetchone()[0] == 1
    finally:
        session.close()


def _began(pid: int) -> str | None:
    """When a process began, as the system tells it; together with the number it names one process only."""
    told = Path(f"/proc/{pid}/stat")
    if Path("/proc/self/stat").exists():
        # the fields follow the command's name, which stands in brackets: first the state, nineteen later the start
        fields = told.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split() if told.exists() else ["Z"]
        return None if fields[0] == "Z" else fields[19]
    words = subprocess.run(
        ["ps", "-o", "lstart=,state=", "-p", str(pid)], stdout=subprocess.PIPE, text=True, check=False
    ).stdout.split()
    return None if not words or words[-1].startswith("Z") else " ".join(words[:-1])


def _reap(pid: int) -> None:
    """Takes leave of an ended child; one that another process started is not ours to wait for."""
    try:
        os.waitpid(pid, os.WNOHANG)
    except ChildProcessError:
        pass


def _last(text: str) -> str:
    return "\n".join("  " + line for line in text.strip().splitlines()[-15:])
