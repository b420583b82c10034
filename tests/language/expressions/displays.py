# quick
# List, tuple and dict displays, with unpacking inside.
print([], [1], [1, ], [1, [2, []]], (), (1,), (1, 2), ((),), {}, {1: 2, }, {"a": {}})
a = [1, 2]
print([*a, 3, *a], (*a,), (0, *a, *"xy"), [*range(3)], [*{"k": 1}], (*(),))
d = {"x": 1}
print({**d, "y": 2}, {"x": 0, **d}, {**d, "x": 9}, {**d, **{"z": 3}}, {**{}})
def v(x):
    print("v", x)
    return x
print([v(1), v(2)], {v("k"): v("w"), v("k2"): v("w2")})
t = 1, 2, 3
print(t, type(t).__name__, len((None,)))
print({1: "a", 1.0: "b", True: "c"})
x = *a, 5
print(x)
