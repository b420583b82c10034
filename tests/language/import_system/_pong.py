"""The other half of a circle."""
print("pong starts")
import _ping
name = "pong"
print("pong sees", hasattr(_ping, "name"))
