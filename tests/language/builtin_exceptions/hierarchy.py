# quick
# Which exception is caught by which class.
names = [BaseException, Exception, ArithmeticError, ZeroDivisionError, OverflowError, LookupError, IndexError, KeyError,
         AssertionError, AttributeError, ImportError, ModuleNotFoundError, NameError, UnboundLocalError, OSError, RuntimeError,
         RecursionError, NotImplementedError, StopIteration, SyntaxError, IndentationError, TypeError, ValueError, UnicodeError,
         MemoryError, SystemExit, KeyboardInterrupt, GeneratorExit, EOFError]
for n in names:
    print(n.__name__, n.__bases__[0].__name__, issubclass(n, Exception), repr(n), repr(n()), n("m").args)
