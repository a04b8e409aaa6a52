"""The assets as the ZIP file that Superset imports: the same identities every time, so that an import replaces and never doubles."""

import io
import json
import uuid
import zipfile

import yaml

from superset_tool.assets import Assets, Chart, Dashboard, Dataset, expression_of
from superset_tool.colours import label_colours, resolved
from superset_tool.connection import Connection
from superset_tool.first_look import FirstLook
from superset_tool.layout import position
from superset_tool.native_filters import native_filters
from superset_tool.serving_columns import Column

_NAMESPACE = uuid.UUID("6d0a7b0e-7f0e-5e5c-9a3e-3c1f5e0f3a10")
_NUMBERS = ("double precision", "numeric", "bigint", "integer", "smallint", "real")
DATABASE_FILE = "databases/manyuan.yaml"


def identity(kind: str, key: str) -> str:
    """The same UUID for the same asset, on every machine."""
    return str(uuid.uuid5(_NAMESPACE, f"{kind}/{key}"))


def bundle(assets: Assets, connection: Connection, tables: dict[str, list[Column]], looks: dict[str, FirstLook]) -> bytes:
    """The whole of it, ready to be sent."""
    files = {
        "metadata.yaml": {"version": "1.0.0", "type": "assets"},
        DATABASE_FILE: {
            **assets.database,
            "sqlalchemy_uri": connection.mart_uri(),
            "uuid": identity("database", "manyuan"),
            "version": "1.0.0",
        },
    }
    for name, dataset in assets.datasets.items():
        files[f"datasets/serving/{name}.yaml"] = _dataset(dataset, connection.schema, tables[dataset.table_name])
    for slug, dashboard in assets.dashboards.items():
        look = looks[slug]
        for key in dashboard.charts():
            files[f"charts/{key.replace('/', '_')}.yaml"] = _chart(assets, assets.charts[key], look)
        files[f"dashboards/{slug}.yaml"] = _dashboard(assets, dashboard, look)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(f"manyuan/{name}", yaml.safe_dump(content, allow_unicode=True, sort_keys=False))
    return packed.getvalue()


def _dataset(dataset: Dataset, schema: str, described: list[Column]) -> dict:
    columns = [_column(column.name, column.chinese(), column.type, column.english()) for column in described]
    columns += [
        {**_column(part["column_name"], part["verbose_name"], "text", ""), "expression": part["expression"]}
        for part in dataset.calculated
    ]
    metrics = [
        {
            "metric_name": metric["metric_name"],
            "verbose_name": metric["verbose_name"],
            "expression": expression_of(metric),
            "d3format": metric.get("d3format"),
        }
        for metric in dataset.metrics
    ]
    return {
        "table_name": dataset.table_name,
        "schema": schema,
        "catalog": None,
        "sql": None,
        "filter_select_enabled": True,
        "normalize_columns": False,
        "always_filter_main_dttm": False,
        "database_uuid": identity("database", "manyuan"),
        "uuid": identity("dataset", dataset.table_name),
        "version": "1.0.0",
        "columns": columns,
        "metrics": metrics,
    }


def _column(name: str, chinese: str, type_: str, english: str) -> dict:
    return {
        "column_name": name,
        "verbose_name": chinese,
        "description": english,
        "type": type_.upper(),
        # a school year is a number of the calendar, not an instant: no axis of time
        "is_dttm": False,
        "is_active": True,
        "groupby": type_ not in _NUMBERS or name.endswith("year"),
        "filterable": True,
    }


def _chart(assets: Assets, chart: Chart, look: FirstLook) -> dict:
    params = resolved(assets.colours, chart.params)
    params["viz_type"] = chart.viz_type
    params["adhoc_filters"] = [
        {
            "clause": "WHERE",
            "expressionType": "SIMPLE",
            "subject": column,
            "operator": "IN" if isinstance(value, list) else "==",
            "operatorId": "IN" if isinstance(value, list) else "EQUALS",
            "comparator": value,
            "filterOptionName": f"filter_{column}",
        }
        for column, value in chart.where.items()
    ]
    axis = look.axis(chart)
    if axis:
        params["y_axis_bounds"] = axis
    return {
        "slice_name": chart.slice_name,
        "description": chart.description,
        "viz_type": chart.viz_type,
        "params": params,
        "query_context": json.dumps(query_context(chart, look.conditions(chart)), ensure_ascii=False),
        "cache_timeout": None,
        "uuid": identity("chart", chart.key),
        "dataset_uuid": identity("dataset", chart.dataset),
        "version": "1.0.0",
    }


def query_context(chart: Chart, more: dict, beside: tuple = (), dataset_id: int = 0, row_limit: int | None = None) -> dict:
    """The question behind a chart, as it is stored with it and as `check` asks it."""
    query = {
        "columns": [*chart.columns(), *(column for column in beside if column not in chart.columns())],
        "metrics": chart.metrics(),
        "filters": [
            {"col": column, "op": "IN" if isinstance(value, list) else "==", "val": value}
            for column, value in {**chart.where, **more}.items()
        ],
        "orderby": [json.loads(order) for order in chart.params.get("order_by_cols", [])],
        "extras": {"having": "", "where": ""},
        "row_limit": row_limit or chart.params.get("row_limit", 1),
        "annotation_layers": [],
        "applied_time_extras": {},
    }
    if chart.is_plain_table():
        # rows as they are; a list of metrics, even an empty one, would group them
        del query["metrics"]
    return {
        "datasource": {"id": dataset_id, "type": "table"},
        "force": False,
        "result_format": "json",
        "result_type": "full",
        "form_data": {},
        "queries": [query],
    }


def _dashboard(assets: Assets, dashboard: Dashboard, look: FirstLook) -> dict:
    numbers = {key: number + 1 for number, key in enumerate(dashboard.charts())}
    return {
        "dashboard_title": dashboard.dashboard_title,
        "slug": dashboard.slug,
        "published": True,
        "css": "",
        "uuid": identity("dashboard", dashboard.slug),
        "version": "1.0.0",
        "position": position(assets, dashboard, numbers, identity),
        "metadata": {
            "color_scheme": "supersetColors",
            "label_colors": label_colours(assets, look.groups()),
            "shared_label_colors": [],
            "map_label_colors": {},
            "refresh_frequency": 0,
            "cross_filters_enabled": False,
            "chart_configuration": {},
            "global_chart_configuration": {
                "scope": {"rootPath": ["ROOT_ID"], "excluded": []},
                "chartsInScope": list(numbers.values()),
            },
            "timed_refresh_immune_slices": [],
            "expanded_slices": {},
            "filter_scopes": {},
            "default_filters": "{}",
            "native_filter_configuration": native_filters(assets, dashboard, look, numbers, identity),
        },
    }
