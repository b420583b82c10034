# quick
# Every division by zero, and its message.
def attempt(f):
    try:
        print(f())
    except ZeroDivisionError as e:
        print("ZeroDivisionError")
attempt(lambda: 1 / 0)
attempt(lambda: 1 // 0)
attempt(lambda: 1 % 0)
attempt(lambda: 1.0 / 0)
attempt(lambda: 1.0 // 0.0)
attempt(lambda: 1.0 % 0.0)
attempt(lambda: divmod(1, 0))
attempt(lambda: divmod(1.5, 0))
attempt(lambda: 0 ** -1)
attempt(lambda: 0.0 ** -1)
attempt(lambda: True / False)
try:
    1 / 0
except ZeroDivisionError as e:
    print(e)
