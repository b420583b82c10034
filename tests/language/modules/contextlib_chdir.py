# boards: virtual
"""`contextlib.chdir`."""
import contextlib
import os

start = os.getcwd()
away = contextlib.chdir("/")
with away:
    print(os.getcwd() == "/")
    with contextlib.chdir("/tmp"), away:
        print(os.getcwd() == "/")
    print(os.getcwd() == "/")
print(os.getcwd() == start)
try:
    with contextlib.chdir("/"):
        raise ValueError("x")
except ValueError:
    print(os.getcwd() == start)
