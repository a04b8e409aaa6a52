"""Brings the assets into Superset: checked against the serving schema first, then sent as one bundle."""

import json

from superset_tool.assets import Assets
from superset_tool.bundle import DATABASE_FILE, bundle
from superset_tool.connection import Connection
from superset_tool.first_look import FirstLook
from superset_tool.rest import Rest
from superset_tool.serving_columns import Column, described, refuse_what_is_missing


class Publication:
    """The assets of this project over the rows of one workspace."""

    def __init__(self, assets: Assets, connection: Connection):
        self.assets = assets
        self.connection = connection
        session = connection.mart()
        try:
            self._tables: dict[str, list[Column]] = described(session, connection.schema)
            refuse_what_is_missing(assets, self._tables)
            self.looks = {
                slug: FirstLook(assets, dashboard, session, connection.schema)
                for slug, dashboard in assets.dashboards.items()
            }
            self._bundle = bundle(assets, connection, self._tables, self.looks)
        finally:
            session.close()

    def send(self, rest: Rest) -> None:
        """Superset takes all of it or nothing."""
        password = {DATABASE_FILE: self.connection.dashboard["password"]}
        rest.post(
            "/api/v1/assets/import/",
            files={"bundle": ("manyuan.zip", self._bundle, "application/zip")},
            data={"passwords": json.dumps(password)},
        )
