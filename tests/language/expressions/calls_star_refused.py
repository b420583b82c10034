# boards: virtual
# Which of several bad arguments of a call is told, and in what words.
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def f(*a, **k):
    return a, k


attempt(lambda: f(*5))
attempt(lambda: f(*5, b=0))
attempt(lambda: f(*5, **7))
attempt(lambda: f(*5, b=0, **7))
attempt(lambda: f(1, *5, **7))
attempt(lambda: f(*5, **{"a": 1}, **7))
attempt(lambda: f(*5, *6, **7))


def odd_class():
    class A(*5):
        pass


attempt(odd_class)
attempt(lambda: f(*5, **{1: 2}))
attempt(lambda: f(1, **{1: 2, "a": 3}))
attempt(lambda: dict(**{1: 2}))
