# quick
# A hierarchy of the user's own.
class AppError(Exception):
    """Base."""
    def __init__(self, message, code=0):
        super().__init__(message)
        self.code = code
class NotFound(AppError):
    def __init__(self, what): super().__init__(what + " not found", 404)
class Denied(AppError): pass
def act(n):
    if n == 0: raise NotFound("page")
    if n == 1: raise Denied("no", 403)
    if n == 2: raise AppError("general")
    return "fine"
for i in range(4):
    try:
        print(act(i))
    except NotFound as e:
        print("NotFound", e, e.code)
    except AppError as e:
        print(type(e).__name__, e, e.code, e.args)
class Quiet(BaseException): pass
try:
    try:
        raise Quiet("q")
    except Exception:
        print("never")
except BaseException as e:
    print(repr(e))
