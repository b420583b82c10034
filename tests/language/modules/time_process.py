# boards: virtual
import time

begin = time.process_time(), time.monotonic()
time.sleep(0.05)
print(time.process_time() - begin[0] < 0.04 < time.monotonic() - begin[1])
begin = time.process_time_ns()
while time.process_time_ns() - begin < 1_000_000:
    pass
print(type(begin).__name__, time.process_time() * 1e9 >= begin)
