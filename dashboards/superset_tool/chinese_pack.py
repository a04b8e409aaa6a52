"""Mends the Chinese words that Superset ships wrongly guessed ("fuzzy"). Run once, after the installation.

Dropping every guessed string would be worse: most are right, and without them the buttons turn English.
"""

import importlib.util
import json
from pathlib import Path

MENDED = {
    "Sign in": "登录",
    "Enter your login and password below:": "请输入用户名和密码：",
    "Username": "用户名",
    "Password": "密码",
    "Filters and controls": "筛选",
    "Apply filters": "应用筛选",
    "Clear all": "全部清除",
    "No data": "没有数据",
    "No results were returned for this query": "没有符合条件的数据",
    "Search %s records": "在 %s 条记录中查找",
}


def mend() -> int:
    """Writes the words into the installed pack; answers how many."""
    package = Path(importlib.util.find_spec("superset").origin).parent
    pack = package / "translations" / "zh" / "LC_MESSAGES" / "messages.json"
    words = json.loads(pack.read_text(encoding="utf-8"))
    words["locale_data"]["superset"].update({english: [chinese] for english, chinese in MENDED.items()})
    pack.write_text(json.dumps(words, ensure_ascii=False), encoding="utf-8")
    return len(MENDED)


if __name__ == "__main__":
    print(mend())
