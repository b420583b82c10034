# boards: virtual
# Format strings that end too early.
for p in ('{x', '{x.y', '{x[0', '{', '{x!r', '{0', '{x:', '{x}}'):
    try: print(p.format(x=[1]))
    except Exception as e: print(p, type(e).__name__, e)
