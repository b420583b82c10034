"""One half of a circle."""
print("ping starts")
import _pong
name = "ping"
def other(): return _pong.name
print("ping ends")
