"""What of the module `time` concerns texts; there are no time zones but UTC."""

import time

timezone = altzone = daylight = 0
tzname = ("UTC", "UTC")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_COMPOSED = {
    "c": "%a %b %e %H:%M:%S %Y",
    "D": "%m/%d/%y",
    "F": "%Y-%m-%d",
    "R": "%H:%M",
    "r": "%I:%M:%S %p",
    "T": "%H:%M:%S",
    "X": "%H:%M:%S",
    "x": "%m/%d/%y",
}


def _week(yday, wday, first):
    """The week of the year, whose first one has the first day of this kind."""
    return (yday + 6 - (wday - first) % 7) // 7


def _iso(year, yday, wday):
    """Year and week of ISO 8601: the week belongs to the year of its Thursday."""
    week = (yday - wday + 9) // 7
    if week < 1:
        return _iso(year - 1, yday + 365 + _is_leap(year - 1), wday)
    if week == 53 and yday - wday + 3 > 365 + _is_leap(year):
        return year + 1, 1
    return year, week


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _part(letter, t):
    """What a letter behind a per cent sign stands for; None for nothing."""
    year, month, day, hour, minute, second, wday, yday = t[:8]
    match letter:
        case "Y":
            return f"{year}"
        case "C":
            return f"{year // 100:02}"
        case "y":
            return f"{year % 100:02}"
        case "m":
            return f"{month:02}"
        case "d":
            return f"{day:02}"
        case "e":
            return f"{day:2}"
        case "H":
            return f"{hour:02}"
        case "k":
            return f"{hour:2}"
        case "I":
            return f"{(hour - 1) % 12 + 1:02}"
        case "l":
            return f"{(hour - 1) % 12 + 1:2}"
        case "M":
            return f"{minute:02}"
        case "S":
            return f"{second:02}"
        case "p":
            return "AM" if hour < 12 else "PM"
        case "P":
            return "am" if hour < 12 else "pm"
        case "j":
            return f"{yday:03}"
        case "a":
            return _DAYS[wday][:3]
        case "A":
            return _DAYS[wday]
        case "b" | "h":
            return _MONTHS[month - 1][:3]
        case "B":
            return _MONTHS[month - 1]
        case "w":
            return f"{(wday + 1) % 7}"
        case "u":
            return f"{wday + 1}"
        case "U":
            return f"{_week(yday, wday, 6):02}"
        case "W":
            return f"{_week(yday, wday, 0):02}"
        case "G":
            return f"{_iso(year, yday, wday)[0]}"
        case "g":
            return f"{_iso(year, yday, wday)[0] % 100:02}"
        case "V":
            return f"{_iso(year, yday, wday)[1]:02}"
        case "s":
            return f"{int(time.mktime(t))}"
        case "z":
            return "+0000"
        case "Z":
            return "UTC"
        case "n":
            return "\n"
        case "t":
            return "\t"
        case "%":
            return "%"
    composed = _COMPOSED.get(letter)
    return composed and strftime(composed, t)


def _checked(t):
    """The fields of a moment, checked and with what 0 means filled in."""
    if t is None:
        return time.localtime()
    if not isinstance(t, tuple):
        raise TypeError("Tuple or struct_time argument required")
    if len(t) != 9:
        raise TypeError("strftime(): illegal time tuple argument")
    year, month, day, hour, minute, second, wday, yday, isdst = t
    if not 0 <= month <= 12:
        raise ValueError("month out of range")
    if not 0 <= day <= 31:
        raise ValueError("day of month out of range")
    if not 0 <= hour <= 23:
        raise ValueError("hour out of range")
    if not 0 <= minute <= 59:
        raise ValueError("minute out of range")
    if not 0 <= second <= 61:
        raise ValueError("seconds out of range")
    if wday < -1:
        raise ValueError("day of week out of range")
    if not 0 <= yday <= 366:
        raise ValueError("day of year out of range")
    return year, month or 1, day or 1, hour, minute, second, wday % 7, yday or 1, isdst


def strftime(format, t=None):
    """A moment as text."""
    t = _checked(t)
    result = []
    pieces = iter(format)
    for char in pieces:
        if char == "%":
            letter = next(pieces, "")
            char = _part(letter, t)
            if char is None:
                char = "%" + letter
        result.append(char)
    return "".join(result)


def asctime(t=None):
    """A moment as in `Sun Jun  9 04:26:40 1993`."""
    t = _checked(t)
    return (
        f"{_DAYS[t[6]][:3]} {_MONTHS[t[1] - 1][:3]} {t[2]:2} {t[3]:02}:{t[4]:02}:{t[5]:02} {t[0]}"
    )


def ctime(secs=None):
    """The seconds since the epoch as in `Sun Jun  9 04:26:40 1993`."""
    return asctime(time.localtime(secs))


_PATTERNS = {
    "Y": "(?P<Y>[0-9]{4})",
    "y": "(?P<y>[0-9]{2})",
    "m": "(?P<m>1[0-2]|0?[1-9])",
    "d": "(?P<d>3[01]|[12][0-9]|0?[1-9]| [1-9])",
    "H": "(?P<H>2[0-3]|[01]?[0-9])",
    "I": "(?P<I>1[0-2]|0?[1-9])",
    "M": "(?P<M>[0-5]?[0-9])",
    "S": "(?P<S>6[01]|[0-5]?[0-9])",
    "j": "(?P<j>[0-3]?[0-9]?[0-9])",
    "p": "(?P<p>am|pm)",
    "Z": "(?P<Z>utc|gmt)",
    "z": "(?P<z>[+-][0-9]{2}:?[0-9]{2}|Z)",
    "w": "(?P<w>[0-6])",
    "f": "(?P<f>[0-9]{1,6})",
    "%": "%",
}


def _pattern_of(format):
    import re

    names = {
        "a": [day[:3] for day in _DAYS],
        "A": _DAYS,
        "b": [month[:3] for month in _MONTHS],
        "B": _MONTHS,
    }
    result = []
    pieces = iter(format)
    for char in pieces:
        if char.isspace():
            result.append(r"\s+")
        elif char != "%":
            result.append(re.escape(char))
        else:
            letter = next(pieces, "")
            if letter in _COMPOSED:
                result.append(_pattern_of(_COMPOSED[letter].replace("%e", "%d")))
            elif letter in names:
                result.append(f"(?P<{letter}>{'|'.join(names[letter])})")
            elif letter in _PATTERNS:
                result.append(_PATTERNS[letter])
            elif letter:
                raise ValueError(f"'{letter}' is a bad directive in format '{format}'")
            else:
                raise ValueError(f"stray % in format '{format}'")
    return "".join(result)


def strptime(string, format="%a %b %d %H:%M:%S %Y"):
    """The moment in a text."""
    import re

    match = re.match(_pattern_of(format), string, re.I)
    if match is None:
        raise ValueError(f"time data {string!r} does not match format {format!r}")
    if match.end() != len(string):
        raise ValueError(f"unconverted data remains: {string[match.end() :]}")
    found = match.groupdict()

    def number(letter, default):
        return int(found.get(letter) or default)

    year = number("Y", 1900)
    if "y" in found:
        year = number("y", 0) + (2000 if number("y", 0) < 69 else 1900)
    month = number("m", 1)
    if "b" in found:
        month = [name[:3].lower() for name in _MONTHS].index(found["b"].lower()) + 1
    if "B" in found:
        month = [name.lower() for name in _MONTHS].index(found["B"].lower()) + 1
    hour = number("H", 0)
    if "I" in found:
        hour = number("I", 0) % 12 + (12 if (found.get("p") or "").lower() == "pm" else 0)
    day = number("d", 1)
    if "j" in found and "d" not in found:
        start = time.mktime((year, 1, 1, 0, 0, 0, 0, 0, 0))
        month, day = time.gmtime(start + 86400 * (number("j", 1) - 1))[1:3]
    full = time.gmtime(time.mktime((year, month, day, 0, 0, 0, 0, 0, 0)))
    isdst = 0 if "Z" in found else -1
    return time.struct_time(
        (year, month, day, hour, number("M", 0), number("S", 0), full[6], full[7], isdst)
    )
