# boards: virtual
# Two modules that import each other.
import _ping
print(_ping.name, _ping.other(), _ping._pong.name)
