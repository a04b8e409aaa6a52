"""The filters beside a page, with what they start from."""

from superset_tool.assets import Assets, Dashboard
from superset_tool.first_look import FirstLook


def native_filters(assets: Assets, dashboard: Dashboard, look: FirstLook, numbers: dict[str, int], identity) -> list[dict]:
    """Superset's description of each filter, in their order."""
    return [_filter(dashboard, part, look, numbers, identity) for part in dashboard.filters]


def _filter(dashboard: Dashboard, part: dict, look: FirstLook, numbers: dict[str, int], identity) -> dict:
    is_one = part["choose"] == "one"
    column = part["column"]
    return {
        "id": f"NATIVE_FILTER-{part['key']}",
        "name": part["name"],
        "description": part.get("description", ""),
        "type": "NATIVE_FILTER",
        "filterType": "filter_select",
        "targets": [{"datasetUuid": identity("dataset", part["dataset"]), "column": {"name": column}}],
        "controlValues": {
            "multiSelect": not is_one,
            # a year and a subject must be chosen: figures of two papers are never shown as one
            "enableEmptyFilter": is_one,
            "defaultToFirstItem": False,
            "sortAscending": part.get("default") != "last",
            "inverseSelection": False,
            "searchAllOptions": False,
        },
        "adhoc_filters": [
            {
                "clause": "WHERE",
                "expressionType": "SIMPLE",
                "subject": name,
                "operator": "==",
                "operatorId": "EQUALS",
                "comparator": value,
            }
            for name, value in part.get("where", {}).items()
        ],
        "defaultDataMask": _mask(column, look.of(part)),
        "cascadeParentIds": [],
        "scope": {
            "rootPath": ["ROOT_ID"],
            "excluded": [number for key, number in numbers.items() if part not in dashboard.filters_of(key)],
        },
        "chartsInScope": [number for key, number in numbers.items() if part in dashboard.filters_of(key)],
        "tabsInScope": [],
        "sortMetric": None,
    }


def _mask(column: str, values: list) -> dict:
    if not values:
        return {"extraFormData": {}, "filterState": {}, "ownState": {}}
    return {
        "extraFormData": {"filters": [{"col": column, "op": "IN", "val": values}]},
        "filterState": {"value": values, "label": ", ".join(values), "validateStatus": False},
        "ownState": {},
    }
