# quick
# Expressions in f-strings.
x, name, d, xs = 5, "Ann", {"k": 1}, [1, 2, 3]
print(f"{x}", f"a{x}b{x + 1}c", f"{{}}", f"{{{x}}}", f"", f"{name!r} {name!s} {name!a}")
print(f"{d['k']} {xs[0]} {xs[-1]} {len(xs)} {name.upper()}")
print(f"{(lambda y: y * 2)(x)} {x if x else 0} {[i for i in xs]} {(1, 2)}")
print(f"{x=} {x = } {name=} {x + 1=} {name=!s}")
print(f'{x}' f"{x}" "{x}")
print(f"{x:d}|{x:5}|{x:<5}|{x:>5}|{x:^5}|{x:05}|{x:+}|{x:x}|{x:#b}")
print(f"{name:10}|{name:>10}|{name:*^10}|{name:.2}|{name!r:>8}")
w = 8
print(f"{name:{w}}|{x:{w}d}|{3.14159:{w}.{2}f}|{x:>{w - 2}}")
print(f"""{
    x
    + 1
}""")
print(rf"\n{x}", fr"\{x}", F"{x}")
print(f"{x!r:^{w}}|{None}|{True}|{1.0}")
print(f"\x41\n{x}\t|")
