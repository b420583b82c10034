# boards: virtual
# warnings: filters, recording, errors
import warnings

with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    warnings.warn("first")
    warnings.warn("second", DeprecationWarning)
    warnings.warn(RuntimeWarning("third"))
print([(w.category.__name__, str(w.message)) for w in log])

with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("ignore")
    warnings.warn("nothing")
    warnings.simplefilter("always", UserWarning)
    warnings.warn("something")
    warnings.warn("nothing", DeprecationWarning)
print([str(w.message) for w in log])

with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("raised", FutureWarning)
    except FutureWarning as e:
        print(type(e).__name__, e)
try:
    warnings.warn("x", int)
except TypeError as e:
    print(e)
try:
    warnings.simplefilter("nonsense")
except (ValueError, AssertionError) as e:
    print(type(e).__name__)
print(issubclass(BytesWarning, Warning), Warning.__bases__)
