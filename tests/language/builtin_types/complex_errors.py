# boards: virtual
# quick
# What complex numbers cannot do.
for f in (lambda: 1j < 2, lambda: 1j // 1, lambda: 1j % 2, lambda: divmod(1j, 2), lambda: int(1j), lambda: float(1j), lambda: 1j / 0, lambda: 0j ** -1, lambda: 0j ** 1j, lambda: complex("1", 2), lambda: complex(1, "2"), lambda: complex([]), lambda: complex(1, []), lambda: ~1j, lambda: round(1j), lambda: (1e300+1e300j)**2, lambda: abs(1e308+1.7e308j), lambda: pow(1j, 2, 3), lambda: 10**400 + 1j, lambda: format(1j, "05"), lambda: format(1j, "=5"), lambda: format(1j, "d"), lambda: format(1j, "%"), lambda: "%d" % 1j, lambda: "%f" % 1j):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
