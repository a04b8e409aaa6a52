"""What the command says, in Chinese or English."""

from pathlib import Path

import yaml


class Words:
    """The messages of messages.yaml in one language."""

    def __init__(self, language: str):
        self.language = language
        self._messages = yaml.safe_load(Path(__file__).with_name("messages.yaml").read_text(encoding="utf-8"))

    def say(self, message: str, **values) -> str:
        return self._messages[message][self.language].format(**values)
