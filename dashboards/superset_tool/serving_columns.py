"""The serving schema as PostgreSQL describes it, and whether the assets name only what it has."""

from dataclasses import dataclass

import sqlglot
from sqlglot import exp

from superset_tool.assets import Assets, Chart, Dataset, expression_of
from superset_tool.failure import CHECK, Failure

_DESCRIBED = """
select c.relname, a.attname, format_type(a.atttypid, a.atttypmod), d.description
from pg_attribute a
join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p')
join pg_namespace s on s.oid = c.relnamespace and s.nspname = %s
left join pg_description d on d.objoid = c.oid and d.objsubid = a.attnum and d.classoid = 'pg_class'::regclass
where a.attnum > 0 and not a.attisdropped
order by c.relname, a.attnum
"""


@dataclass(frozen=True)
class Column:
    """One column, as its comment '中文 | English' describes it."""

    name: str
    type: str
    comment: str

    def chinese(self) -> str:
        return self.comment.split(" | ")[0] or self.name

    def english(self) -> str:
        return self.comment.split(" | ", 1)[-1]


def described(session, schema: str) -> dict[str, list[Column]]:
    """Every table of the schema with its columns, in their order."""
    tables: dict[str, list[Column]] = {}
    with session.cursor() as cursor:
        cursor.execute(_DESCRIBED, (schema,))
        for table, name, type_, comment in cursor.fetchall():
            tables.setdefault(table, []).append(Column(name, type_, comment or ""))
    return tables


def refuse_what_is_missing(assets: Assets, tables: dict[str, list[Column]]) -> None:
    """Ends the command if a chart, filter, metric or dashboard names what is not there, with every place at once."""
    faults = [fault for dataset in assets.datasets.values() for fault in _dataset_faults(dataset, tables)]
    faults += [fault for chart in assets.charts.values() for fault in _chart_faults(chart, assets, tables)]
    for dashboard in assets.dashboards.values():
        place = _place(assets, dashboard.file)
        for key in dashboard.charts():
            if key not in assets.charts:
                faults.append(("no_chart", place, dashboard.slug, key))
        for part in dashboard.filters:
            faults += _missing([part["column"], *part.get("where", {})], part["dataset"], assets, tables, place, part["name"])
    if faults:
        raise Failure(CHECK, "assets_faulty", faults=faults, count=len(faults))


def _dataset_faults(dataset: Dataset, tables: dict[str, list[Column]]):
    place = f"datasets/serving/{dataset.file.name}"
    if dataset.table_name not in tables:
        yield ("no_table", place, dataset.table_name, dataset.table_name)
        return
    known = {column.name for column in tables[dataset.table_name]}
    parts = [(part["column_name"], part["expression"]) for part in dataset.calculated]
    parts += [(metric["metric_name"], expression_of(metric)) for metric in dataset.metrics]
    for name, expression in parts:
        for column in sorted({found.name for found in sqlglot.parse_one(expression, read="postgres").find_all(exp.Column)}):
            if column not in known:
                yield ("no_column", place, name, f"{dataset.table_name}.{column}")


def _chart_faults(chart: Chart, assets: Assets, tables: dict[str, list[Column]]):
    place = _place(assets, chart.file)
    named = [*chart.columns(), *chart.where, *chart.params.get("column_config", {})]
    if chart.bounds:
        named += [chart.bounds[name] for name in ("column", "and", "part") if name in chart.bounds]
    yield from _missing(named, chart.dataset, assets, tables, place, chart.slice_name)
    dataset = assets.datasets.get(chart.dataset)
    for metric in chart.metrics():
        if dataset and not dataset.metric(metric):
            yield ("no_metric", place, chart.slice_name, f"{chart.dataset}.{metric}")


def _missing(names, dataset_name: str, assets: Assets, tables: dict[str, list[Column]], place: str, what: str):
    dataset = assets.datasets.get(dataset_name)
    if dataset is None:
        yield ("no_dataset", place, what, dataset_name)
        return
    known = {column.name for column in tables.get(dataset.table_name, [])}
    known |= {part["column_name"] for part in dataset.calculated}
    for name in dict.fromkeys(names):
        if name not in known:
            yield ("no_column", place, what, f"{dataset.table_name}.{name}")


def _place(assets: Assets, file) -> str:
    return str(file.relative_to(assets.folder))
