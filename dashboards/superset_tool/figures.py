"""Compares every figure of every chart with the public set.

Each chart is asked as the page opens, and then once more for all years, subjects, districts and groups, cell by cell.
"""

import math
from dataclasses import dataclass

from superset_tool.assets import Chart, Dashboard
from superset_tool.bundle import identity, query_context
from superset_tool.failure import CHECK, Failure
from superset_tool.public_set import PublicSet
from superset_tool.publication import Publication
from superset_tool.rest import Rest
from superset_tool.sql import chart_query

_MOST_ROWS = 100_000
# how many differences are told one by one
_TOLD = 20


@dataclass(frozen=True)
class Checked:
    """One chart that agrees."""

    title: str
    rows: int
    cells: int


class Figures:
    """The figures that Superset answers with, and those that were released."""

    def __init__(self, publication: Publication, rest: Rest, public_set: PublicSet):
        self._publication = publication
        self._rest = rest
        self._public_set = public_set
        self._faults: list[tuple] = []
        self._charts = {chart["uuid"]: chart["id"] for chart in self._identified("chart")}
        self._datasets = {dataset["uuid"]: dataset["id"] for dataset in self._identified("dataset")}

    def check(self) -> list[Checked]:
        """Every chart of every dashboard; ends the command if any differs, with each place."""
        assets = self._publication.assets
        checked = [
            self._chart(dashboard, assets.charts[key])
            for dashboard in assets.dashboards.values()
            for key in dashboard.charts()
        ]
        if self._faults:
            raise Failure(CHECK, "figures_differ", count=len(self._faults), faults=self._faults[:_TOLD])
        return checked

    def _identified(self, kind: str) -> list[dict]:
        return self._rest.every(f"/api/v1/{kind}/", "columns:!(id,uuid)")

    def _chart(self, dashboard: Dashboard, chart: Chart) -> Checked:
        first = self._publication.looks[dashboard.slug].conditions(chart)
        number = self._charts[identity("chart", chart.key)]
        # past the cache: what is asked is what stands in the database now
        stored = self._rest.get(f"/api/v1/chart/{number}/data/", params={"force": "true"})["result"][0]["data"]
        beside = tuple(part["column"] for part in dashboard.filters_of(chart.key))
        dataset = self._datasets[identity("dataset", chart.dataset)]
        asked = query_context(chart, {}, beside, dataset, _MOST_ROWS) | {"force": True}
        whole = self._rest.post("/api/v1/chart/data", json=asked)["result"][0]["data"]
        if not stored:
            self._faults.append(("no_rows", f"charts/{chart.key}.yaml", chart.slice_name, ""))
        cells = self._compare(chart, first, (), stored) + self._compare(chart, {}, beside, whole)
        return Checked(chart.slice_name, len(stored), cells)

    def _compare(self, chart: Chart, more: dict, beside: tuple, answered: list[dict]) -> int:
        """Row by row on the chart's own dimensions; answers how many cells were compared."""
        place = f"charts/{chart.key}.yaml"
        released = self._released(chart, more, beside)
        names = [*dict.fromkeys([*chart.columns(), *beside]), *chart.metrics()]
        names = [name for name in names if name not in chart.not_in_rows]
        texts = [name for name in names if name not in chart.metrics() and not _is_figure(name, released, answered)]
        ours, theirs = _by(texts, answered), _by(texts, released)
        cells = 0
        for key in ours.keys() | theirs.keys():
            where = f"{chart.slice_name} [{' · '.join(str(part) for part in key if part is not None)}]"
            left, right = ours.get(key, []), theirs.get(key, [])
            if len(left) != len(right):
                self._faults.append(("rows_differ", place, where, f"{len(left)} ≠ {len(right)}"))
                continue
            for name in names:
                cells += len(left)
                pairs = zip(sorted((row[name] for row in left), key=_order), sorted((row[name] for row in right), key=_order))
                for shown, public in pairs:
                    if not _agree(shown, public):
                        self._faults.append(("cell_differs", place, where, f"{name}: {shown} ≠ {public}"))
        return cells

    def _released(self, chart: Chart, more: dict, beside: tuple) -> list[dict]:
        assets = self._publication.assets
        table = assets.datasets[chart.dataset].table_name
        return self._public_set.select(table, chart_query(assets, chart, more, list(beside)))


def _is_figure(name: str, *answers: list[dict]) -> bool:
    values = [row[name] for rows in answers for row in rows if row[name] is not None]
    return bool(values) and all(isinstance(value, (int, float)) and not isinstance(value, bool) for value in values)


def _by(texts: list[str], rows: list[dict]) -> dict[tuple, list[dict]]:
    found: dict[tuple, list[dict]] = {}
    for row in rows:
        found.setdefault(tuple(row[name] for name in texts), []).append(row)
    return found


def _order(value) -> tuple:
    return (value is None, str(type(value)) if isinstance(value, str) else "", value if value is not None else 0)


def _agree(shown, public) -> bool:
    """The same number to the last digit that text can carry, or the same text."""
    if isinstance(shown, (int, float)) and isinstance(public, (int, float)):
        return math.isclose(shown, public, rel_tol=1e-12, abs_tol=1e-15)
    return shown == public
