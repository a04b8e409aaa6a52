"""A logged-in session with Superset's REST interface."""

import json

import requests

from superset_tool.failure import MACHINERY, Failure


class Rest:
    """Asks Superset as one user; an answer that is no success ends the command."""

    def __init__(self, address: str, user: str, password: str):
        self.address = address
        self._session = requests.Session()
        self._session.trust_env = False
        login = self._send(
            "POST",
            "/api/v1/security/login",
            json={"username": user, "password": password, "provider": "db", "refresh": True},
        )
        self._session.headers["Authorization"] = "Bearer " + login["access_token"]
        token = self._send("GET", "/api/v1/security/csrf_token/")["result"]
        self._session.headers.update({"X-CSRFToken": token, "Referer": address})

    def get(self, path: str, **arguments) -> dict:
        return self._send("GET", path, **arguments)

    def post(self, path: str, **arguments) -> dict:
        return self._send("POST", path, **arguments)

    def put(self, path: str, **arguments) -> dict:
        return self._send("PUT", path, **arguments)

    def every(self, path: str, what: str) -> list[dict]:
        """All pages of a list, with the columns asked for."""
        found: list[dict] = []
        while True:
            page = self.get(path, params={"q": f"({what},page:{len(found) // 100},page_size:100)"})["result"]
            found += page
            if len(page) < 100:
                return found

    def _send(self, method: str, path: str, **arguments) -> dict:
        try:
            answer = self._session.request(method, self.address + path, timeout=120, **arguments)
        except requests.RequestException as unreachable:
            raise Failure(MACHINERY, "unreachable", address=self.address, cause=type(unreachable).__name__) from unreachable
        if answer.status_code >= 400:
            raise Failure(MACHINERY, "refused", path=path, status=answer.status_code, text=_told(answer.text))
        return answer.json()


def _told(text: str) -> str:
    try:
        return json.dumps(json.loads(text), ensure_ascii=False)[:600]
    except ValueError:
        return text[:200]
