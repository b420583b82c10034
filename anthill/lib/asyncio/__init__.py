"""asyncio: tasks that take turns. What few programs use is loaded when it is first asked for."""

import sys
from asyncio.core import (  # noqa: F401
    ALL_COMPLETED,
    FIRST_COMPLETED,
    FIRST_EXCEPTION,
    CancelledError,
    Future,
    Handle,
    InvalidStateError,
    Task,
    TimerHandle,
    all_tasks,
    create_task,
    current_task,
    ensure_future,
    gather,
    get_event_loop,
    get_event_loop_policy,
    get_running_loop,
    iscoroutine,
    iscoroutinefunction,
    isfuture,
    new_event_loop,
    run,
    set_event_loop,
    set_event_loop_policy,
    sleep,
    sleep_ms,
    wait,
    wait_for,
)

TimeoutError = TimeoutError

_PLACES = {
    "asyncio.locks": "Barrier BoundedSemaphore BrokenBarrierError Condition Event Lock Semaphore"
    " ThreadSafeFlag",
    "asyncio.queues": "LifoQueue PriorityQueue Queue QueueEmpty QueueFull QueueShutDown",
    "asyncio.more": "AbstractEventLoop BaseEventLoop Runner TaskGroup Timeout as_completed shield"
    " timeout timeout_at wait_for_ms",
    "asyncio.streams": "IncompleteReadError LimitOverrunError StreamReader StreamWriter"
    " open_connection start_server",
}


def __getattr__(name):
    for place, names in _PLACES.items():
        if name in names.split():
            __import__(place)
            value = getattr(sys.modules[place], name)
            globals()[name] = value
            return value
    raise AttributeError("module 'asyncio' has no attribute " + repr(name))
