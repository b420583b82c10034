# Attributes that CPython sets on exceptions.
try:
    None.attribute
except AttributeError as e:
    print(e.args)
try:
    import nothing_of_this_name
except ImportError as e:
    print(type(e).__name__, e.args)
try:
    {}["key"]
except KeyError as e:
    print(e.args, e.args[0])
try:
    int("x")
except ValueError as e:
    print(e.args)
try:
    raise ValueError("with traceback")
except ValueError as e:
    print(e.__traceback__ is not None)
e2 = ValueError("new")
print(e2.__traceback__ is None, e2.__cause__, e2.__context__, e2.__class__.__name__)
print(e2.with_traceback(None) is e2)
