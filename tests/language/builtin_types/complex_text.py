# boards: virtual
# quick
# Complex numbers from text and formatted.
for s in "1 1j 1+2j -1-2j (1+2j) ( 1+2j ) 1e5+1e-5j j +j -j 1+j infinity+nanj 1_0j 1+ 1+2 1j+2 () jj 1+2jj".split(" ") + ["", " 1 ", " ( 1-j ) ", "( 1 - j)"]:
    try: print(repr(s), complex(s))
    except ValueError as e: print(repr(s), e)
print(f"{1+2j:.2f} {1j:.3} {1+2j:>20}| {1234567.5+2j:,} {1-2j:e} {1+2j:+.1f} {1+2j} {1.0j!r} {-0j:g} {1+2j:<20}| {1+2j:^20}|{1+2j:#.3g} {1e20+1j:n}")
