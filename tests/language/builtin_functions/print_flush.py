# boards: virtual
"""`print(flush=True)` calls the file's method."""


class File:
    def __init__(self):
        self.texts, self.flushed = [], 0

    def write(self, text):
        self.texts.append(text)

    def flush(self):
        self.flushed += 1


class Plain:
    def write(self, text):
        pass


file = File()
print(1, 2, file=file, flush=True)
print(3, file=file)
print(4, file=file, flush=0)
print("".join(file.texts), file.flushed)
print(1, file=Plain())
try:
    print(1, file=Plain(), flush=True)
except AttributeError as error:
    print(error)
print("out", flush=True)
for source in ("x = 5\\", "\\", "x = 5 \\ 6", "x = \\\n5"):
    try:
        exec(source)
        print(x)
    except SyntaxError as error:
        print(error)
