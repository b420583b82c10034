# boards: virtual
# skip: vm fail
import os


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


here = os.getcwd()
top = "anthill-os-" + os.urandom(6).hex()
os.mkdir(top)
os.chdir(top)
print(os.getcwd() == os.path.realpath(top), os.listdir())
os.makedirs("a/b/c")
os.makedirs("a/b", exist_ok=True)
with open("a/one.txt", "w") as file:
    file.write("hello")
with open("a/b/two.txt", "wb") as file:
    file.write(bytes(1000))
print(sorted(os.listdir("a")), sorted(os.listdir("a/b")), os.path.getsize("a/one.txt"), os.stat("a/b/two.txt").st_size)
status = os.stat("a/one.txt")
print(oct(status.st_mode & 0o170000), status.st_nlink, status.st_mtime > 1e9, status[6], len(status) >= 10)
print(os.path.isfile("a/one.txt"), os.path.isdir("a"), os.path.exists("a/none"), os.path.isfile("a"), os.path.islink("a"))
for path, dirs, files in os.walk("."):
    print(path, sorted(dirs), sorted(files))
print([entry[0] for entry in os.walk("a", topdown=False)])
with os.scandir("a") as entries:
    print(sorted((entry.name, entry.is_dir(), entry.is_file(), entry.path) for entry in entries))
os.rename("a/one.txt", "a/uno.txt")
os.remove("a/b/two.txt")
os.rmdir("a/b/c")
print(sorted(os.listdir("a")), os.listdir("a/b"), os.access("a/uno.txt", os.R_OK), os.access("none", os.F_OK))
for action in (
    lambda: os.mkdir("a"),
    lambda: os.rmdir("a"),
    lambda: os.remove("none"),
    lambda: os.rmdir("none"),
    lambda: os.listdir("none"),
    lambda: os.stat("none"),
    lambda: os.chdir("none"),
    lambda: os.makedirs("a/b"),
):
    attempt(action)
os.remove("a/uno.txt")
os.removedirs("a/b")
os.chdir(here)
os.rmdir(top)
print(os.path.exists(top), os.sep, os.linesep == "\n", os.name, len(os.urandom(5)), type(os.urandom(1)).__name__)
print(os.getenv("NOT_THERE"), os.getenv("NOT_THERE", "x"), os.environ.get("PATH") is not None, os.getenv("HOME") == os.environ["HOME"])
os.environ["ANTHILL_X"] = "1"
print(os.getenv("ANTHILL_X"), os.fspath("a"), os.fsencode("é"), os.fsdecode(b"a"))
attempt(lambda: os.fspath(3))
attempt(lambda: os.urandom(-1))
