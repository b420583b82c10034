"""Shifts, products and the truth of integers where machine words end."""

EDGES = [0, 1, -1, 2, 3, -3, 255, 32767, 32768, -32768, -32769, 65535, 65536, -65536, 65537]
EDGES += [(1 << bit) + delta for bit in (29, 30, 31, 61, 62, 63) for delta in (-1, 0, 1)]
EDGES += [-edge for edge in EDGES[-18:]]


def products():
    total = 0
    for a in EDGES:
        for b in EDGES:
            product = a * b
            total = (total * 31 + product) % 1000000007
            a_again = product // b if b else a
            if a_again != a:
                print("product", a, b, product)
    return total


def shifts():
    total = 0
    for a in EDGES:
        for distance in (0, 1, 2, 13, 14, 15, 16, 29, 30, 31, 32, 33, 62, 63, 64):
            up = a << distance
            if up >> distance != a or up != a * 2**distance:
                print("shift", a, distance, up)
            again = a
            again <<= distance
            if again != up:
                print("in place", a, distance)
            total = (total * 31 + up + (a >> distance)) % 1000000007
    return total


def quotients():
    total = 0
    for a in EDGES:
        for b in (1, 2, 3, 4, 64, 1 << 20, 1 << 29, 1 << 30, 65537):
            quotient = a // b
            rest = a % b
            if quotient * b + rest != a or not 0 <= rest < b:
                print("quotient", a, b, quotient, rest)
            total = (total * 31 + quotient + rest) % 1000000007
    return total


def truths():
    seen = []
    for value in (0, 1, -1, 5, 1 << 40, True, False, 7 & 8, 12 & 4):
        if value:
            seen.append(value)
        if not value:
            seen.append(-100)
        seen.append(value or "empty")
        seen.append(value and "full")
    while value:
        seen.append(value)
        value -= 1
    return seen


print(products())
print(shifts())
print(quotients())
print(truths())
for distance in (-1, -(1 << 40)):
    try:
        print(1 << distance)
    except ValueError as error:
        print(error)
