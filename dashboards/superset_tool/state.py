"""What one workspace keeps for its dashboards, under <workspace>/dashboards, for its owner alone."""

import json
import os
import secrets
from pathlib import Path

from superset_tool.failure import USAGE, Failure


class State:
    """The folder of one workspace's dashboards: account, key, running server, log, cache."""

    def __init__(self, workspace: Path):
        self.workspace = workspace.resolve()
        if not (self.workspace / "manyuan.yaml").is_file():
            raise Failure(USAGE, "no_workspace", workspace=workspace)
        self.folder = self.workspace / "dashboards"
        self.folder.mkdir(mode=0o700, exist_ok=True)
        self.folder.chmod(0o700)
        self.home = self.folder / "superset"
        self.cache = self.folder / "cache"
        self.log = self.folder / "superset.log"
        for folder in (self.home, self.cache):
            folder.mkdir(mode=0o700, exist_ok=True)

    def account(self) -> dict:
        """The administrator and the secret key, made once."""
        return self.kept("account.json") or self.keep(
            "account.json",
            {"user": "admin", "password": secrets.token_urlsafe(15), "secret_key": secrets.token_urlsafe(48)},
        )

    def server(self) -> dict | None:
        """The server that was started last: pid, port, and the start of the process, which no other process shares."""
        return self.kept("server.json")

    def keep_server(self, server: dict) -> None:
        self.keep("server.json", server)

    def forget_server(self) -> None:
        (self.folder / "server.json").unlink(missing_ok=True)

    def keep(self, name: str, value: dict) -> dict:
        """Writes a file for the owner alone, whole or not at all."""
        path = self.folder / name
        draft = path.with_suffix(".draft")
        draft.unlink(missing_ok=True)
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            json.dump(value, file, ensure_ascii=False, indent=1)
        draft.replace(path)
        return value

    def kept(self, name: str) -> dict | None:
        path = self.folder / name
        return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None
