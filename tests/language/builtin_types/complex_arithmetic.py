# boards: virtual
# quick
# Literals and arithmetic of complex numbers.
print(1j, -1j, 1+2j, 1-2j, complex(1, -0.0), complex(-0.0, 0.0), 3.5j, 1e100j, complex("inf"), complex("nan"), complex("-infj"), 0j, -0j, 1_0.5j, 012j, 5J)
print((1+2j)*(3-4j), (1+2j)/(3-4j), (1+2j)+1, 1-(1+2j), 2*(1j), (1+2j)**2, (1+2j)**0.5, (1+2j)**(1+1j), 2**(1j), (1+2j)**-3, 1j**2, 0j**0)
print(abs(3+4j), (3+4j).conjugate(), (3+4j).real, (3+4j).imag, bool(0j), bool(1j), 1+0j == 1, 1+0j == True, 1j != 1j, hash(1+0j) == hash(1), {1: 2}[1+0j], -(1+2j), +(1j))
print((-8) ** (1/3), (-2) ** 0.5, (-8.0) ** 0.5)
