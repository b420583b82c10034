# quick
# assert with and without message.
assert True
assert 1, "not shown"
for f in (lambda: 0, lambda: []):
    try:
        assert f(), "message"
    except AssertionError as e:
        print("AssertionError", e, e.args)
try:
    assert 0
except AssertionError as e:
    print(repr(e), e.args)
try:
    assert False, (1, 2)
except AssertionError as e:
    print(e.args)
def v(x):
    print("v", x)
    return x
assert v(1), v("message")
