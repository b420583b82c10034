# Indexing sequences and its errors.
a = [10, 20, 30]
print(a[0], a[-1], a[-3], a[True], (1, 2, 3)[1], "abc"[-1], b"abc"[0], range(5, 50, 5)[3], range(5)[-1])
def attempt(f):
    try:
        print(f())
    except (IndexError, TypeError, KeyError) as e:
        print(type(e).__name__, e)
attempt(lambda: a[3])
attempt(lambda: a[-4])
attempt(lambda: a["0"])
attempt(lambda: a[1.0])
attempt(lambda: a[None])
attempt(lambda: ()[0])
attempt(lambda: ""[0])
attempt(lambda: "abc"["a"])
attempt(lambda: b""[0])
attempt(lambda: range(3)[3])
attempt(lambda: {}["missing"])
attempt(lambda: {}[1, 2])
attempt(lambda: 5[0])
attempt(lambda: None[0])
attempt(lambda: {}[[]])
def store(target, index):
    target[index] = 0
attempt(lambda: store(a, 5))
attempt(lambda: store((1,), 0))
attempt(lambda: store("abc", 0))
attempt(lambda: store(b"abc", 0))
attempt(lambda: store(5, 0))
attempt(lambda: store(range(4), 0))
