"""What a reader sees before choosing anything, taken from the rows that are there: default filters and the reach of an axis."""

import math

from superset_tool.assets import Assets, Chart, Dashboard
from superset_tool.sql import chart_conditions, conditions

VERDICTS = ["NARROWED", "WIDENED", "REVERSED", "NO_DETECTABLE_CHANGE"]


class FirstLook:
    """Defaults of one dashboard over the rows of one release."""

    def __init__(self, assets: Assets, dashboard: Dashboard, session, schema: str):
        self._assets = assets
        self._dashboard = dashboard
        self._session = session
        self._schema = schema
        self._defaults: dict[str, list] = {}
        for part in dashboard.filters:
            self._defaults[part["key"]] = self._default(part)

    def of(self, part: dict) -> list:
        """The values a filter starts with; none for everything."""
        return self._defaults[part["key"]]

    def conditions(self, chart: Chart) -> dict:
        """What the filters add to a chart's own conditions at first."""
        return {part["column"]: self.of(part) for part in self._dashboard.filters_of(chart.key) if self.of(part)}

    def axis(self, chart: Chart) -> list[float] | None:
        """The ends of the value axis, on whole steps.

        A band needs an axis that holds the values, 0 and its own width, or Superset leaves it out: all groups' and years', since the
        filters may bring in any of them.
        """
        bounds = chart.bounds
        if not bounds:
            return None
        more = {} if "part" in bounds else self.conditions(chart)
        reach = [
            end
            for column in (bounds["column"], bounds.get("and"))
            if column
            for end in self._rows(f"select min({column}), max({column}) from {self._from(chart, more)}")[0]
            if end is not None
        ]
        if not reach:
            return None
        if "part" in bounds:
            reach += [0, self._widest_band(chart)]
        if bounds.get("balanced"):
            reach += [-end for end in reach]
        low, high = min(reach), max(reach)
        room, step = (high - low) * bounds.get("room", 0.05), bounds["step"]
        return [round(math.floor((low - room) / step) * step, 6), round(math.ceil((high + room) / step) * step, 6)]

    def _widest_band(self, chart: Chart) -> float:
        bounds = chart.bounds
        widths = (
            f"select max({bounds['column']}) - min({bounds['column']}) as width from {self._from(chart, {})}"
            f" and {bounds['part']} in ('lower', 'upper') group by {bounds['grain']}"
        )
        return self._rows(f"select max(width) from ({widths}) widths")[0][0] or 0

    def _from(self, chart: Chart, more: dict) -> str:
        table = self._assets.datasets[chart.dataset].table_name
        return f"{self._schema}.{table} where {chart_conditions(self._assets, chart, more)}"

    def groups(self) -> list[str]:
        """All names of groups, by code: each has one colour wherever it shows."""
        table = f"{self._schema}.mart_gap_band"
        return [name for _, name in self._rows(f"select distinct group_code, group_name from {table} order by 1, 2")]

    def _default(self, part: dict) -> list:
        wanted = part.get("default")
        if wanted is None:
            return []
        table = f"{self._schema}.{self._assets.datasets[part['dataset']].table_name}"
        # it may be computed by Superset, and then PostgreSQL has no column of that name
        column = self._assets.datasets[part["dataset"]].expression(part["column"])
        where = conditions(part.get("where", {}))
        if wanted == "last":
            found = self._rows(f"select max({column}) from {table} where {where}")
            return [value for value, in found if value is not None]
        values = [value for value, in self._rows(f"select distinct {column} from {table} where {where} order by 1")]
        if wanted != "one_per_verdict":
            return [wanted] if wanted in values else values[:1]
        return self._one_per_verdict(table, column)

    def _one_per_verdict(self, table: str, column: str) -> list:
        """The first group by code of each verdict, so that the page opens on different findings; no more than three.

        A group whose gap has a lead (GAP-08b) goes before one without, so that both sides are to be seen.
        """
        before = [part for part in self._dashboard.filters if self._defaults.get(part["key"])]
        chosen = {part["column"]: self.of(part) for part in before}
        where = conditions({"is_headline": True, "base": "founding", **chosen})
        rows = self._rows(f"select verdict, {column} from {table} where {where} order by gap, group_code")
        found = dict(reversed(rows))
        return [found[verdict] for verdict in VERDICTS if verdict in found][:3]

    def _rows(self, sql: str) -> list[tuple]:
        with self._session.cursor() as cursor:
            cursor.execute(sql)
            return cursor.fetchall()
