# boards: virtual
# What floats have because all numbers have it, and their exact ratio.
print((1.5).real, (1.5).imag, (1.5).conjugate(), (0.5).as_integer_ratio(), (1.5).as_integer_ratio(), (3.0).as_integer_ratio())
