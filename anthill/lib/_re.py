"""What few programs use of the module `re`."""

import re
from enum import IntFlag


class RegexFlag(IntFlag):
    """The flags by name."""

    NOFLAG = 0
    ASCII = A = re.A
    IGNORECASE = I = re.I  # noqa: E741
    LOCALE = L = re.L
    UNICODE = U = re.U
    MULTILINE = M = re.M
    DOTALL = S = re.S
    VERBOSE = X = re.X
    DEBUG = re.DEBUG


class Scanner:
    """Cuts a text into tokens: `lexicon` lists patterns with functions or values for them."""

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self._patterns = [(re.compile(pattern, flags), action) for pattern, action in lexicon]
        self.scanner = re.compile("|".join(f"(?:{pattern})" for pattern, _ in lexicon), flags)

    def scan(self, string):
        """The results of the functions for tokens, and the rest that is none."""
        result = []
        at = 0
        while True:
            match = None
            for pattern, action in self._patterns:  # noqa: B007
                match = pattern.match(string, at)
                if match is not None:
                    break
            if match is None or not match.group():
                return result, string[at:]
            at = match.end()
            if callable(action):
                self.match = match
                action = action(self, match.group())
            if action is not None:
                result.append(action)
