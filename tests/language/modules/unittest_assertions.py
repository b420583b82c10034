# boards: virtual
# unittest: every assertion, passing and failing, and its message
import unittest


class Test(unittest.TestCase):
    def runTest(self):
        pass


def show(name, *args, **keywords):
    test = Test()
    try:
        print(name, getattr(test, name)(*args, **keywords))
    except AssertionError as error:
        print(name, "fails:", str(error).split("\n- ")[0].rstrip())
    except TypeError as error:
        print(name, "TypeError:", error)


show("assertTrue", 1)
show("assertTrue", [])
show("assertTrue", [], "a message")
show("assertFalse", 0)
show("assertFalse", "x")
show("assertEqual", 1, 1.0)
show("assertEqual", 1, 2)
show("assertEqual", "a", "b")
show("assertEqual", [1, 2], [1, 2])
show("assertEqual", [1, 2], [1, 3])
show("assertEqual", (1, 2), (1, 2, 3))
show("assertEqual", {1, 2}, {2, 3})
show("assertEqual", {1: 2}, {1: 3})
show("assertNotEqual", 1, 2)
show("assertNotEqual", 1, 1)
show("assertAlmostEqual", 1.0, 1.00000001)
show("assertAlmostEqual", 1.0, 1.0001)
show("assertAlmostEqual", 1.0, 1.0001, places=3)
show("assertAlmostEqual", 1.0, 1.5, delta=0.5)
show("assertAlmostEqual", 1.0, 1.75, delta=0.5)
show("assertAlmostEqual", 1.0, 1.75, delta=0.5, places=3)
show("assertNotAlmostEqual", 1.0, 1.1)
show("assertNotAlmostEqual", 1.0, 1.0)
show("assertNotAlmostEqual", 1.0, 1.25, delta=0.5)
show("assertSequenceEqual", [1, 2], (1, 2))
show("assertSequenceEqual", [1], 3)
show("assertListEqual", [1], (1,))
show("assertSetEqual", {1}, frozenset([1]))
show("assertSetEqual", {1}, [1])
show("assertCountEqual", [1, 2, 3], [3, 2, 1])
show("assertCountEqual", [1, 2, 2], [2, 1, 1])
show("assertCountEqual", [[1], [2]], [[2], [3]])
show("assertLess", 1, 2)
show("assertLess", 2, 1)
show("assertLessEqual", 2, 1)
show("assertGreater", 1, 1)
show("assertGreaterEqual", 0, 1)
show("assertIs", None, None)
show("assertIs", 1, 2)
show("assertIsNot", 1, 2)
show("assertIsNot", None, None)
show("assertIsNone", None)
show("assertIsNone", 0)
show("assertIsNotNone", 0)
show("assertIsNotNone", None)
show("assertIn", 1, [1])
show("assertIn", 2, [1])
show("assertNotIn", 2, [1])
show("assertNotIn", 1, [1])
show("assertIsInstance", 1, int)
show("assertIsInstance", 1, str)
show("assertNotIsInstance", 1, str)
show("assertNotIsInstance", 1, int)
show("fail", "on purpose")
show("assertRaises", ValueError, int, "x")
show("assertRaises", ValueError, int, "3")
show("assertRaises", (ValueError, TypeError), int, [])
show("assertRaises", 3, int)
try:
    show("assertRaises", KeyError, int, "x")
except ValueError as error:
    print("passes on", error)

test = Test()
with test.assertRaises(ZeroDivisionError) as context:
    1 / 0
print(type(context.exception), context.exception)
try:
    with test.assertRaises(KeyError, msg="no key"):
        pass
except AssertionError as error:
    print(error)
test.longMessage = False
try:
    test.assertEqual(1, 2, "only this")
except AssertionError as error:
    print(error)
print(test.id(), str(test), test.countTestCases(), test == Test(), test != Test())
try:
    Test("missing")
except ValueError as error:
    print(error)
