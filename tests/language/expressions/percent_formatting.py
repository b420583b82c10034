# quick
# The % operator on str.
print("%d %s %r" % (1, "a", "b"), "%s" % 5, "%s" % (5,), "%%" % (), "100%%" % ())
print("[%5d] [%-5d] [%05d] [%+d] [% d] [%d]" % (42, 42, 42, 42, 42, -42))
print("%x %X %#x %o %#o %c %c" % (255, 255, 255, 8, 8, 65, "z"))
print("%f %.2f %8.3f %-8.1f| %08.2f %+.1f" % (1.5, 3.14159, 2.71828, 1.25, 3.14159, 2.0))
print("%e %.2e %E %g %g %g %G" % (12345.678, 12345.678, 0.00012, 100000.0, 1000000.0, 1e-5, 1e-10))
print("%10s|%-10s|%.2s|%10.3s|" % ("abc", "abc", "abcdef", "abcdef"))
print("%*d|%-*d|%.*f" % (5, 42, 5, 42, 2, 3.14159))
print("%(a)s-%(b)d-%(a)r" % {"a": "x", "b": 3})
print("%s %s" % ([1, 2], {"k": (1,)}), "%r" % "it's", "%a" % "é")
print("%d" % 3.99, "%d" % True, "%s" % None, "%i %u" % (7, 8))
def attempt(f):
    try:
        print(f())
    except (TypeError, ValueError, KeyError) as e:
        print(type(e).__name__, e)
attempt(lambda: "%d" % "a")
attempt(lambda: "%s %s" % (1,))
attempt(lambda: "%s" % (1, 2))
attempt(lambda: "%z" % 1)
attempt(lambda: "%" % 1)
attempt(lambda: "%(x)s" % {})
attempt(lambda: "%(x)s" % 5)
attempt(lambda: "%x" % 1.5)
attempt(lambda: "%c" % "ab")
attempt(lambda: "%f" % "a")
attempt(lambda: "abc" % 1)
