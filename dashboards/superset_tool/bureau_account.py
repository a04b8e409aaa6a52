"""Accounts of bureaus: they read the dashboards and nothing else, and PostgreSQL shows them the rows of their own districts."""

import re
import secrets

from superset_tool.assets import Assets
from superset_tool.failure import USAGE, Failure
from superset_tool.rest import Rest

ROLE = "教育局"
# what opening a page and changing its filters needs; no editing, no SQL, no list of databases
_ALLOWED = {
    ("can_read", "Dashboard"),
    ("can_read", "Chart"),
    ("can_read", "Dataset"),
    ("can_read", "CurrentUserRestApi"),
    ("can_read", "SecurityRestApi"),
    ("can_read", "DashboardFilterStateRestApi"),
    ("can_write", "DashboardFilterStateRestApi"),
    ("can_read", "DashboardPermalinkRestApi"),
    ("can_dashboard", "Superset"),
    ("can_language_pack", "Superset"),
    ("can_log", "Superset"),
    ("can_recent_activity", "Log"),
    ("menu_access", "Dashboards"),
    ("can_userinfo", "UserDBModelView"),
    ("resetmypassword", "UserDBModelView"),
    ("can_this_form_get", "ResetMyPasswordView"),
    ("can_this_form_post", "ResetMyPasswordView"),
}


class BureauAccounts:
    """Makes them as the administrator."""

    def __init__(self, rest: Rest, assets: Assets):
        self._rest = rest
        self._tables = {dataset.table_name for dataset in assets.datasets.values()}
        self._database = assets.database["database_name"]

    def make(self, district: str) -> tuple[str, str]:
        """The account of a district's bureau with a new password; one that is there keeps its number."""
        if not re.fullmatch("[0-9a-z]{1,20}", district):
            raise Failure(USAGE, "no_bureau", district=district)
        user, password = f"bureau_{district}", secrets.token_urlsafe(12)
        said = {
            "username": user,
            "first_name": district,
            "last_name": ROLE,
            "email": f"{user}@manyuan.invalid",
            "active": True,
            "password": password,
            "roles": [self._role()],
        }
        known = {found["username"]: found["id"] for found in self._rest.every("/api/v1/security/users/", "columns:!(id,username)")}
        if user in known:
            self._rest.put(f"/api/v1/security/users/{known[user]}", json=said)
        else:
            self._rest.post("/api/v1/security/users/", json=said)
        return user, password

    def _role(self) -> int:
        roles = {role["name"]: role["id"] for role in self._rest.every("/api/v1/security/roles/", "columns:!(id,name)")}
        number = roles.get(ROLE) or self._rest.post("/api/v1/security/roles/", json={"name": ROLE})["id"]
        known = self._rest.every("/api/v1/security/permissions-resources/", "order_column:id")
        allowed = [part["id"] for part in known if self._is_allowed(part)]
        self._rest.post(f"/api/v1/security/roles/{number}/permissions", json={"permission_view_menu_ids": allowed})
        return number

    def _is_allowed(self, part: dict) -> bool:
        permission, resource = part["permission"]["name"], part["view_menu"]["name"]
        if permission == "datasource_access":
            return any(resource.startswith(f"[{self._database}].[{table}](id:") for table in self._tables)
        return (permission, resource) in _ALLOWED
