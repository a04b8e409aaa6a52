"""The few pieces of SQL that a chart's words stand for; the same text is read by PostgreSQL and by SQLite."""

from superset_tool.assets import Assets, Chart


def conditions(where: dict) -> str:
    """A condition on every column: a value, or one of several."""
    return " and ".join(f"{column} {_test(value)}" for column, value in where.items()) or "1 = 1"


def chart_conditions(assets: Assets, chart: Chart, more: dict) -> str:
    """A chart's own conditions and those of filters, with computed columns written out."""
    dataset = assets.datasets[chart.dataset]
    return conditions({f"({dataset.expression(name)})": value for name, value in {**chart.where, **more}.items()})


def chart_query(assets: Assets, chart: Chart, more: dict, beside: list[str]) -> str:
    """What a chart shows, one row for each of its dimensions, and for each value of the columns beside."""
    dataset = assets.datasets[chart.dataset]
    dimensions = [*chart.columns(), *(column for column in beside if column not in chart.columns())]
    shown = [f'{dataset.expression(name)} as "{name}"' for name in [*dimensions, *chart.metrics()]]
    query = f"select {', '.join(shown)} from {dataset.table_name} where {chart_conditions(assets, chart, more)}"
    if chart.is_plain_table() or not dimensions:
        return query
    return f"{query} group by {', '.join(str(place + 1) for place in range(len(dimensions)))}"


def _test(value) -> str:
    if isinstance(value, list):
        return f"in ({', '.join(_literal(one) for one in value)})"
    return f"= {_literal(value)}"


def _literal(value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(value)
    return "'" + str(value).replace("'", "''") + "'"
