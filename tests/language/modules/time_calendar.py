# boards: virtual
import time


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


for moment in (0, 1, 86399, 86400, 951782400, 951868800, 1582934400, 1709251199, 1700000000.9, -1, -86401, 4102444800, 253402300799):
    print(moment, tuple(time.gmtime(moment)), time.asctime(time.gmtime(moment)))
t = time.gmtime(1700000000)
print(t, t.tm_year, t.tm_mon, t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec, t.tm_wday, t.tm_yday, t.tm_isdst, t[0], len(t), t[:3])
print(isinstance(t, tuple), t == tuple(t), time.struct_time(range(9)), type(t).__name__)
for letter in "YymdHIMSpjaAbBwuUWGVgFTDRrCehnt%":
    print(letter, [time.strftime("%" + letter, time.gmtime(n)) for n in (0, 1700000000, 1704067199, 1704067200, 1609459200, 1230768000)])
print(time.strftime("%Y-%m-%d %H:%M:%S é", t), time.strftime("", t), time.strftime("%c|%x|%X", t))
for text, format in (
    ("2023-11-14 22:13:20", "%Y-%m-%d %H:%M:%S"),
    ("14 Nov 99", "%d %b %y"),
    ("January 5, 2020", "%B %d, %Y"),
    ("12:05 AM", "%I:%M %p"),
    ("1:05 pm", "%I:%M %p"),
    ("2024 366", "%Y %j"),
    ("Tue Nov 14 22:13:20 2023", "%a %b %d %H:%M:%S %Y"),
    ("x", "%Y"),
    ("2023z", "%Y"),
    ("1", "%Q"),
):
    attempt(lambda: tuple(time.strptime(text, format)))
attempt(lambda: time.gmtime("x"))
attempt(lambda: time.strftime("%Y", (1, 2)))
attempt(lambda: time.strftime("%Y", (2000, 13, 1, 0, 0, 0, 0, 1, 0)))
attempt(lambda: time.struct_time((1, 2)))
print(type(time.time_ns()).__name__, time.monotonic() <= time.monotonic(), time.perf_counter_ns() > 0, time.process_time() >= 0)
print(abs(time.time_ns() / 1e9 - time.time()) < 5, time.mktime(time.localtime(1000)) == 1000.0, len(time.ctime(0)))
