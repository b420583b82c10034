"""`recursive_repr`: the decorator, without the shortening of long values."""


def recursive_repr(fillvalue="..."):
    """Show an object inside itself as `fillvalue`."""

    def decorate(function):
        running = set()

        def wrapper(self):
            key = id(self)
            if key in running:
                return fillvalue
            running.add(key)
            try:
                return function(self)
            finally:
                running.discard(key)

        wrapper.__name__ = getattr(function, "__name__", "__repr__")
        wrapper.__wrapped__ = function
        return wrapper

    return decorate
