"""Where everything stands on a page, in the tree that Superset keeps."""

from superset_tool.assets import Assets, Dashboard


def position(assets: Assets, dashboard: Dashboard, numbers: dict[str, int], identity) -> dict:
    """Rows of twelve columns; a headline stands between rows."""
    tree = {
        "DASHBOARD_VERSION_KEY": "v2",
        "ROOT_ID": {"type": "ROOT", "id": "ROOT_ID", "children": ["GRID_ID"]},
        "GRID_ID": {"type": "GRID", "id": "GRID_ID", "parents": ["ROOT_ID"], "children": []},
        "HEADER_ID": {"type": "HEADER", "id": "HEADER_ID", "meta": {"text": dashboard.dashboard_title}},
    }
    above = ["ROOT_ID", "GRID_ID"]
    for number, row in enumerate(dashboard.rows):
        cells = row["cells"]
        if "header" in cells[0]:
            name = f"HEADER-{number}"
            meta = {"text": cells[0]["header"], "headerSize": "MEDIUM_HEADER", "background": "BACKGROUND_TRANSPARENT"}
            tree[name] = {"type": "HEADER", "id": name, "parents": above, "children": [], "meta": meta}
        else:
            name = f"ROW-{number}"
            children = []
            for place, cell in enumerate(cells):
                part = _cell(assets, cell, f"{number}-{place}", [*above, name], numbers, identity)
                tree[part["id"]] = part
                children.append(part["id"])
            meta = {"background": "BACKGROUND_TRANSPARENT"}
            tree[name] = {"type": "ROW", "id": name, "parents": above, "children": children, "meta": meta}
        tree["GRID_ID"]["children"].append(name)
    return tree


def _cell(assets: Assets, cell: dict, name: str, parents: list[str], numbers: dict[str, int], identity) -> dict:
    size = {"width": cell["width"], "height": cell["height"]}
    if "markdown" in cell:
        kind, meta = "MARKDOWN", {**size, "code": cell["markdown"]}
    else:
        key = cell["chart"]
        title = assets.charts[key].slice_name
        kind = "CHART"
        meta = {**size, "chartId": numbers[key], "uuid": identity("chart", key), "sliceName": title}
    return {"type": kind, "id": f"{kind}-{name}", "parents": parents, "children": [], "meta": meta}
