# quick
# bin, oct, hex.
print(bin(0), bin(5), bin(-5), oct(0), oct(8), oct(-8), hex(0), hex(255), hex(-255), hex(True), bin(1023))
for f in (lambda: bin(1.5), lambda: hex("a"), lambda: oct(None)):
    try:
        f()
    except TypeError as e:
        print(e)
