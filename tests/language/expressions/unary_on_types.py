# Unary operators on bools and on what does not have them.
print(-True, +True, ~False, not True, -False)
print(-0.0, +0.0, -(-3.5))
def attempt(f):
    try:
        print(f())
    except TypeError as e:
        print(e)
attempt(lambda: -"a")
attempt(lambda: +[])
attempt(lambda: ~1.5)
attempt(lambda: -None)
attempt(lambda: ~"x")
attempt(lambda: -())
