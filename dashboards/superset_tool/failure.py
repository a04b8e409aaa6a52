"""What goes wrong and is told: a message of messages.yaml with its values, and the exit code."""

MACHINERY = 1
USAGE = 2
CHECK = 4


class Failure(Exception):
    """Ends the command with a told reason."""

    def __init__(self, code: int, message: str, **values):
        super().__init__(message)
        self.code = code
        self.message = message
        self.values = values
