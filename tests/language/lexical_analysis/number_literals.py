# quick
# Integer literals in all bases, with underscores.
print(0, 00, 7, 1_000, 1_0_0)
print(0x1F, 0Xff, 0x_f, 0xdead_b)
print(0o17, 0O7, 0o_1)
print(0b101, 0B1, 0b_1111_0000)
print(536870911, -536870912)
print(1 .__class__, (1).__class__ is int)
print(1if 1else 2)
