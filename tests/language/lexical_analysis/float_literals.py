# Float literals in every shape.
print(1.0, 1., .5, 0.5, 00.5, 0e0)
print(1e3, 1E3, 1e+3, 1e-3, 1.5e2, 1_0.0_1, 1_0e1_0)
print(1e16, 1e15, 123456789012345680.0, 1e-5, 1e-4)
print(3.14, 2.5e-8, 1e100, 1e-100, 5e-324, 1.7976931348623157e308)
print(1e999, -1e999, 1e-999)
print(1.0.__class__, 1..__class__)
