# boards: virtual
# unittest: fixtures, results and what the runner writes
import sys
import unittest


class Out:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)

    def flush(self):
        pass

    def show(self):
        for line in "".join(self.parts).splitlines():
            if line.startswith("Ran "):
                line = line[: line.rindex(" in ")]
            if not line.startswith("  ") and "Traceback" not in line:
                print(line)


def setUpModule():
    print("setUpModule")


def tearDownModule():
    print("tearDownModule")


class First(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("setUpClass")
        cls.addClassCleanup(print, "class cleanup")

    @classmethod
    def tearDownClass(cls):
        print("tearDownClass")

    def setUp(self):
        print("setUp", self._testMethodName)
        self.addCleanup(print, "cleanup 1")
        self.addCleanup(print, "cleanup", 2)

    def tearDown(self):
        print("tearDown")

    def test_a(self):
        self.assertEqual(1 + 1, 2)

    def test_b(self):
        self.assertEqual(1 + 1, 3, "sums")

    def test_c(self):
        raise ValueError("broken")

    @unittest.skip("not now")
    def test_d(self):
        print("never")

    def test_e(self):
        self.skipTest("in the middle")

    @unittest.expectedFailure
    def test_f(self):
        self.assertTrue(False)

    @unittest.expectedFailure
    def test_g(self):
        self.assertTrue(True)

    def test_h(self):
        for i in range(4):
            with self.subTest("parts", i=i):
                if i == 3:
                    self.skipTest("three")
                self.assertNotEqual(i % 2, 1)


@unittest.skipIf(sys.maxsize > 0, "always")
class Second(unittest.TestCase):
    def test_x(self):
        print("never")


@unittest.skipUnless(sys.maxsize > 0, "never")
class Third(unittest.TestCase):
    test_first = First.test_a

    def runTest(self):
        print("never")


class Fourth(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise OSError("no class")

    def test_x(self):
        print("never")


loader = unittest.defaultTestLoader
print(loader.getTestCaseNames(First))
for verbosity in 0, 1, 2:
    suite = unittest.TestSuite()
    for cls in First, Second, Third, Fourth:
        suite.addTest(loader.loadTestsFromTestCase(cls))
    print(suite.countTestCases())
    out = Out()
    result = unittest.TextTestRunner(stream=out, verbosity=verbosity).run(suite)
    out.show()
    print(result.testsRun, len(result.failures), len(result.errors), len(result.skipped))
    print(len(result.expectedFailures), len(result.unexpectedSuccesses), result.wasSuccessful())
    print([reason for test, reason in result.skipped])

out = Out()
unittest.TextTestRunner(stream=out, failfast=True).run(loader.loadTestsFromTestCase(First))
out.show()
