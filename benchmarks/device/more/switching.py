async def producer(queue, count):
    for i in range(count):
        queue.append(i)
        await Switch()


async def consumer(queue, count):
    total = 0
    while count:
        while queue:
            total += queue.pop()
            count -= 1
        await Switch()
    return total


class Switch:
    def __await__(self):
        yield


def run():
    queue = []
    total = 0
    tasks = [producer(queue, 150), producer(queue, 150), consumer(queue, 300)]
    while tasks:
        task = tasks.pop(0)
        try:
            task.send(None)
            tasks.append(task)
        except StopIteration as done:
            total += done.value or 0
    return total
