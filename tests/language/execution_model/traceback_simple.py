# compare: traceback
# The traceback of an uncaught error: functions and lines.
def inner(x):
    return 1 / x


def outer(n):
    for i in range(3):
        if i == n:
            inner(0)


print("before")
outer(1)
print("never")
