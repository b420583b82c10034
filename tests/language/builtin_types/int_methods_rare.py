# boards: virtual
# What ints have because all numbers have it.
print((5).real, (5).imag, (5).numerator, (5).denominator, (5).conjugate(), (255).bit_count(), (-7).bit_count(), True.real)
