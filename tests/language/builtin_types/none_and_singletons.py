# None, NotImplemented and Ellipsis.
print(None, repr(None), str(None), bool(None), None is None, None == None, None != 0, [None], type(None)())
print(..., repr(...), Ellipsis, bool(...), NotImplemented, {None: 1}[None], hash(None) == hash(None))
print(type(None).__name__, type(...).__name__, type(NotImplemented).__name__)
for f in (lambda: None + 1, lambda: None.x, lambda: None[0], lambda: None(), lambda: len(None), lambda: iter(None), lambda: None < None, lambda: -None):
    try:
        f()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
