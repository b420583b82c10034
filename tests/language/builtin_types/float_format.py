# quick
# Format specs of floats.
for x in (3.14159, -2.5, 0.0, 1234567.891, 0.000012345, 1e20):
    for spec in ("", "f", ".2f", ".0f", "e", ".3e", "g", ".3g", "G", "10.2f", "<10.1f", "^10.1f", "+.1f", "010.2f", "%", ".1%", ",.2f", "_.1f", "n", ".10g", "#.0f", "E", "+", " .1f", "*>9.1f"):
        print(spec, format(x, spec), end="; ")
    print()
inf = float("inf")
print(f"{inf:5} {-inf:f} {float('nan'):8.2f} {inf:05} {inf:F} {inf:+e}")
for spec in ("d", "x", "s", "c", ".2d"):
    try:
        print(format(1.5, spec))
    except ValueError as e:
        print(e)
print(f"{0.5:.0f} {1.5:.0f} {2.5:.0f} {0.125:.2f} {0.375:.2f} {2.675:.2f} {1e15:.1f} {9.995:.2f} {99.95:.1f}")
print(f"{100.0:g} {1e5:g} {1e6:g} {0.0001:g} {0.00001:g} {123456.0:g} {1234567.0:g} {1.0:#g} {5.0:.15g} {0.1:.17g} {0.1:.20f}")
