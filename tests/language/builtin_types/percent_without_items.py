# boards: virtual
# A pattern without items takes any mapping.
class L(list): pass
class S(str): pass
class T(tuple): pass
class I(int):
    def __getitem__(s, i): return 1
for v in ([], [1], L(), S('x'), T(), T((1,)), I(3), {}, 'x', b'x', bytearray(b'x'), range(3), {1}):
    for p in ('', b''):
        try: print(repr(p % v))
        except Exception as e: print(type(v).__name__, e)
