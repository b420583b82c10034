# Attributes deleted from instances that have grown.
class Plain:
    pass


def remaining(count, deleted):
    made = Plain()
    for index in range(count):
        setattr(made, "a%d" % index, index)
    delattr(made, "a%d" % deleted)
    rest = [getattr(made, "a%d" % index) for index in range(count) if index != deleted]
    made.more = "more"
    return rest, made.more, hasattr(made, "a%d" % deleted)


for count in range(1, 9):
    for deleted in range(count):
        print(count, deleted, remaining(count, deleted))
