# Wrong arguments of str methods.
def attempt(f):
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__)
attempt(lambda: "a".upper(1))
attempt(lambda: str.upper(5))
attempt(lambda: "a".nothing())
attempt(lambda: str.join("x"))
attempt(lambda: "a".zfill("b"))
attempt(lambda: "a" + None)
attempt(lambda: "a" * 1.5)
attempt(lambda: str(1, 2, 3, 4))
attempt(lambda: "abc".find())
