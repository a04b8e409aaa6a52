"""The assets as they are written: datasets, charts, dashboards and colours under dashboards/assets, one file each."""

from dataclasses import dataclass, field
from pathlib import Path

import yaml

FOLDER = Path(__file__).resolve().parents[1] / "assets"


@dataclass(frozen=True)
class Dataset:
    """One table of the serving schema, with the columns and metrics that are computed from it."""

    file: Path
    table_name: str
    metrics: list[dict]
    calculated: list[dict] = field(default_factory=list)

    def metric(self, name: str) -> dict | None:
        return next((metric for metric in self.metrics if metric["metric_name"] == name), None)

    def expression(self, name: str) -> str:
        """What a column or a metric is computed as."""
        for part in self.calculated:
            if part["column_name"] == name:
                return part["expression"]
        metric = self.metric(name)
        return expression_of(metric) if metric else name


def expression_of(metric: dict) -> str:
    """A metric's SQL. One that shows a figure shows it only where the rows that meet agree on one: no average is made up."""
    column = metric.get("one_value_of")
    return metric["expression"] if column is None else f"case when min({column}) = max({column}) then max({column}) end"


@dataclass(frozen=True)
class Chart:
    """One chart: what it reads, under which fixed conditions, and how Superset draws it."""

    key: str
    file: Path
    slice_name: str
    description: str
    dataset: str
    viz_type: str
    where: dict
    params: dict
    bounds: dict | None = None
    # columns that are no part of the public set's rows, so `check` has nothing to hold them to
    not_in_rows: list[str] = field(default_factory=list)

    def columns(self) -> list[str]:
        """The columns that a row of the answer is known by, or, for a plain table, all it shows."""
        axis = [self.params["x_axis"]] if "x_axis" in self.params else []
        return axis + self.params.get("groupby", []) + self.params.get("all_columns", [])

    def metrics(self) -> list[str]:
        return self.params.get("metrics", []) + ([self.params["metric"]] if "metric" in self.params else [])

    def is_plain_table(self) -> bool:
        return self.params.get("query_mode") == "raw"


@dataclass(frozen=True)
class Dashboard:
    """One page: rows of charts and texts, and the filters above them."""

    file: Path
    dashboard_title: str
    slug: str
    rows: list[dict]
    filters: list[dict]

    def charts(self) -> list[str]:
        return [cell["chart"] for row in self.rows for cell in row["cells"] if "chart" in cell]

    def filters_of(self, chart: str) -> list[dict]:
        """The filters that reach a chart."""
        return [
            part
            for part in self.filters
            if chart not in part.get("not_for", []) and chart in part.get("only_for", [chart])
        ]


@dataclass(frozen=True)
class Assets:
    """All of it."""

    folder: Path
    database: dict
    colours: dict
    datasets: dict[str, Dataset]
    charts: dict[str, Chart]
    dashboards: dict[str, Dashboard]

    @staticmethod
    def read(folder: Path = FOLDER) -> "Assets":
        charts = folder / "charts"
        return Assets(
            folder,
            _yaml(folder / "databases" / "manyuan.yaml"),
            _yaml(folder / "colours.yaml"),
            {
                file.stem: Dataset(file=file, **_yaml(file))
                for file in sorted((folder / "datasets" / "serving").glob("*.yaml"))
            },
            {
                key: Chart(key=key, file=file, **_yaml(file))
                for file in sorted(charts.rglob("*.yaml"))
                for key in [str(file.relative_to(charts).with_suffix(""))]
            },
            {file.stem: Dashboard(file=file, **_yaml(file)) for file in sorted((folder / "dashboards").glob("*.yaml"))},
        )


def _yaml(file: Path) -> dict:
    return yaml.safe_load(file.read_text(encoding="utf-8"))
