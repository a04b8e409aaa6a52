"""The commands of dashboards/superset."""

import argparse
import os
import sys
import time
from pathlib import Path

from superset_tool.assets import FOLDER, Assets
from superset_tool.connection import Connection
from superset_tool.failure import Failure
from superset_tool.publication import Publication
from superset_tool.rest import Rest
from superset_tool.server import Server, refuse_used_port
from superset_tool.state import State
from superset_tool.words import Words


class Command:
    """One command on one workspace."""

    def __init__(self, arguments: argparse.Namespace, words: Words):
        self._arguments = arguments
        self._words = words
        self._state = State(Path(arguments.workspace))
        self._server = Server(self._state)

    def up(self) -> None:
        running = self._server.running()
        if not running:
            refuse_used_port(self._arguments.port)
        began = time.monotonic()
        publication = self._publication()
        if running and self._server.is_well(publication.connection):
            # an earlier call may have been ended before the assets were in
            self._send(publication)
            self._say("already_up", address=self._server.address(), **self._account())
            return
        if running:
            # it has lost its database, which is at another port after a stop
            self._server.stop()
            refuse_used_port(self._arguments.port)
        if self._server.prepare(publication.connection):
            self._say("prepared")
        self._server.start(publication.connection, self._arguments.port, self._arguments.wait)
        self._send(publication)
        self._say("up", address=self._server.address(), seconds=round(time.monotonic() - began), **self._account())

    def down(self) -> None:
        self._say("down" if self._server.stop() else "was_down")

    def send(self) -> None:
        self._server.address()
        self._send(self._publication())
        self._say("imported")

    def check(self) -> None:
        from superset_tool.figures import Figures

        self._server.address()
        publication = self._publication()
        checked = Figures(publication, self._rest(), self._public_set(publication)).check()
        for chart in checked:
            self._say("checked", chart=chart.title, rows=chart.rows, cells=chart.cells)
        self._say("all_checked", charts=len(checked), cells=sum(chart.cells for chart in checked))

    def screenshots(self) -> None:
        from superset_tool.pictures import Pictures

        account = self._state.account()
        pictures = Pictures(self._server.address(), account["user"], account["password"])
        for dashboard in Assets.read(self._assets()).dashboards.values():
            self._say("pictured", file=pictures.take(dashboard, Path(self._arguments.folder)))

    def account(self) -> None:
        from superset_tool.bureau_account import BureauAccounts

        user, password = BureauAccounts(self._rest(), Assets.read(self._assets())).make(self._arguments.district)
        self._say("account", address=self._server.address(), user=user, password=password)

    def _public_set(self, publication: Publication):
        from superset_tool.public_set import PublicSet

        return PublicSet(self._state.workspace, publication.connection.release, self._words.language)

    def _publication(self) -> Publication:
        connection = Connection.of(self._state.workspace, self._words.language)
        return Publication(Assets.read(self._assets()), connection)

    def _send(self, publication: Publication) -> None:
        self._server.empty_cache()
        publication.send(self._rest())

    def _rest(self) -> Rest:
        account = self._state.account()
        return Rest(self._server.address(), account["user"], account["password"])

    def _assets(self) -> Path:
        return Path(os.environ.get("MANYUAN_DASHBOARD_ASSETS", FOLDER))

    def _account(self) -> dict:
        account = self._state.account()
        return {"user": account["user"], "password": account["password"]}

    def _say(self, message: str, **values) -> None:
        print(self._words.say(message, **values), flush=True)


def _arguments(words: Words, given: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dashboards/superset", description=words.say("help"), allow_abbrev=False)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name in ("up", "down", "import", "check", "screenshots", "account"):
        command = commands.add_parser(name, help=words.say("help_" + name), allow_abbrev=False)
        default = os.environ.get("MANYUAN_WORKSPACE", "demo")
        command.add_argument("-w", "--workspace", default=default, help=words.say("help_workspace"))
        command.add_argument("--lang", choices=("zh", "en"), default="zh", help="zh | en")
        if name == "up":
            command.add_argument("--port", type=int, default=8088, help=words.say("help_port"))
            command.add_argument("--wait", type=int, default=180, help=words.say("help_wait"))
        if name == "account":
            command.add_argument("district", help=words.say("help_district"))
        if name == "screenshots":
            here = Path(__file__).resolve().parents[1]
            command.add_argument("--folder", default=str(here / "screenshots"), help=words.say("help_folder"))
    return parser.parse_args(given)


def main(given: list[str]) -> int:
    english = "--lang=en" in given or any(pair == ("--lang", "en") for pair in zip(given, given[1:]))
    words = Words("en" if english else "zh")
    arguments = _arguments(words, given)
    try:
        getattr(Command(arguments, words), "send" if arguments.command == "import" else arguments.command)()
        return 0
    except Failure as failure:
        print(_told(words, failure), file=sys.stderr, flush=True)
        return failure.code


def _told(words: Words, failure: Failure) -> str:
    values = dict(failure.values)
    faults = values.pop("faults", [])
    lines = [words.say(failure.message, **values)]
    lines += ["  " + words.say(name, file=file, where=where, what=what) for name, file, where, what in faults]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
