"""Superset's settings. Whatever differs between workspaces comes from the environment, which superset_tool sets."""

import base64
import copy
import os
import re
from pathlib import Path

import yaml
from superset.config import TALISMAN_CONFIG as _TALISMAN_DEFAULT

_HERE = Path(__file__).resolve().parent
_LANGUAGE = yaml.safe_load((_HERE / "assets" / "colours.yaml").read_text(encoding="utf-8"))

SECRET_KEY = os.environ["MANYUAN_SUPERSET_SECRET"]
SQLALCHEMY_DATABASE_URI = os.environ["MANYUAN_SUPERSET_METADATA"]
# both have public defaults
GUEST_TOKEN_JWT_SECRET = SECRET_KEY + "-guest"
GLOBAL_ASYNC_QUERIES_JWT_SECRET = SECRET_KEY + "-async"

APP_NAME = "满园"
BABEL_DEFAULT_LOCALE = "zh"
LANGUAGES = {"zh": {"flag": "cn", "name": "简体中文"}, "en": {"flag": "us", "name": "English"}}

_LOGO = "data:image/svg+xml;base64," + base64.b64encode((_HERE / "assets" / "logo.svg").read_bytes()).decode()
_FONTS = "'Noto Sans CJK SC', 'Noto Sans SC', 'Microsoft YaHei', 'PingFang SC', sans-serif"
FAVICONS = [{"href": _LOGO}]
THEME_DEFAULT = {
    "token": {
        "brandAppName": APP_NAME,
        "brandLogoAlt": APP_NAME,
        "brandLogoUrl": _LOGO,
        "brandLogoHref": "/",
        "brandLogoHeight": "28px",
        "brandLogoMargin": "14px 0",
        "colorPrimary": _LANGUAGE["theme"]["primary"],
        "fontFamily": _FONTS,
    },
    "algorithm": "default",
    # pictures are taken as soon as a chart stands still
    "echartsOptionsOverrides": {"textStyle": {"fontFamily": _FONTS}, "animation": False},
}
THEME_DARK = None
ENABLE_UI_THEME_ADMINISTRATION = False
THEME_FONT_URL_ALLOWED_DOMAINS = []

FEATURE_FLAGS = {
    "ALERT_REPORTS": False,
    "DASHBOARD_RBAC": True,
    "DYNAMIC_PLUGINS": False,
    "ENABLE_TEMPLATE_PROCESSING": False,
    "EMBEDDED_SUPERSET": False,
    "THUMBNAILS": False,
    # off: every chart of a page loads, below the fold too
    "DASHBOARD_VIRTUALIZATION": False,
    "CACHE_IMPERSONATION": True,
}


def _on_disk(name: str, seconds: int) -> dict:
    return {
        "CACHE_TYPE": "FileSystemCache",
        "CACHE_DIR": os.path.join(os.environ["MANYUAN_SUPERSET_CACHE"], name),
        "CACHE_DEFAULT_TIMEOUT": seconds,
        "CACHE_THRESHOLD": 5000,
        "CACHE_KEY_PREFIX": name,
    }


CACHE_CONFIG = _on_disk("meta", 3600)
# short: another release may be loaded meanwhile; an import empties it
DATA_CACHE_CONFIG = _on_disk("data", 300)
FILTER_STATE_CACHE_CONFIG = _on_disk("filter", 86400 * 30)
EXPLORE_FORM_DATA_CACHE_CONFIG = _on_disk("explore", 86400 * 7)
CELERY_CONFIG = None
RESULTS_BACKEND = None

RATELIMIT_ENABLED = True
RATELIMIT_APPLICATION = "200 per second"
RATELIMIT_STORAGE_URI = "memory://"

# no host outside: the default lists several, and the frontend asks one of them for a pixel
TALISMAN_ENABLED = True
TALISMAN_CONFIG = copy.deepcopy(_TALISMAN_DEFAULT)
TALISMAN_CONFIG["content_security_policy"].update(
    {
        "img-src": ["'self'", "blob:", "data:"],
        "connect-src": ["'self'"],
        "style-src": ["'self'", "'unsafe-inline'"],
        "font-src": ["'self'"],
    }
)
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
# one name a port: two workspaces on one host keep their sessions apart
SESSION_COOKIE_NAME = "manyuan_" + os.environ.get("MANYUAN_SUPERSET_PORT", "8088")
FAB_API_SWAGGER_UI = False
FAB_ADD_SECURITY_API = True
ENABLE_CORS = False
PREVENT_UNSAFE_DB_CONNECTIONS = True
ROW_LIMIT = 5000
SQL_MAX_ROW = 100000


def DB_CONNECTION_MUTATOR(uri, params, username, security_manager, source):
    """The role that PostgreSQL judges a reader by: the administrator sees the whole public set, a bureau its own subtree.

    Everybody else keeps the dashboard's own login, which sees no row.
    """
    role = None
    user = security_manager.find_user(username) if username else None
    if user and user.active:
        if any(held.name == "Admin" for held in user.roles):
            role = "manyuan_researcher"
        elif re.fullmatch("bureau_[0-9a-z]{1,20}", username):
            role = "manyuan_" + username
    if role:
        connect_args = params.setdefault("connect_args", {})
        connect_args["options"] = f"-c role={role}"
    return uri, params


def FLASK_APP_MUTATOR(app):
    """Limits wrong logins: Superset 6.1.0's own AUTH_RATE_LIMIT does not reach the two addresses that take passwords."""
    from flask import abort, request
    from limits import parse
    from limits.storage import MemoryStorage
    from limits.strategies import FixedWindowRateLimiter

    limiter, rule = FixedWindowRateLimiter(MemoryStorage()), parse("20 per minute")

    @app.before_request
    def limit_logins():
        is_login = request.path.rstrip("/") in ("/login", "/api/v1/security/login")
        if request.method == "POST" and is_login and not limiter.hit(rule, request.remote_addr or "-"):
            abort(429)
