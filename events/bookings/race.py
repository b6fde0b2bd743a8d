"""Fifty people for the last five seats, and workers killed in the middle: the proof, repeatable."""

import os
import random
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from threading import Barrier

from django.db import connection, connections
from django.db.models import Sum

from events.bookings import seats
from events.models import Booking, Occurrence


@dataclass
class Round:
    """What one round did: milliseconds of each booking, seats held, and faults."""

    milliseconds: list[float]
    confirmed: int
    waiting: int
    errors: int
    overbooked: int
    lost: int


def rush(occurrence: Occurrence, people: int) -> Round:
    """Everybody presses the button at the same moment, each with a connection of their own."""
    barrier = Barrier(people)
    with ThreadPoolExecutor(people) as pool:
        answers = list(pool.map(lambda n: _press(occurrence, n, barrier), range(people)))
    occurrence.refresh_from_db()
    held = _held(occurrence)
    return Round(
        milliseconds=[took for took, _status in answers],
        confirmed=held,
        waiting=occurrence.bookings.waiting().count(),
        errors=sum(status is None for _took, status in answers),
        overbooked=max(0, held - occurrence.capacity),
        lost=sum(status is not None for _took, status in answers) - occurrence.bookings.count(),
    )


def _press(occurrence: Occurrence, number: int, barrier: Barrier) -> tuple[float, str | None]:
    barrier.wait()
    start = time.perf_counter()
    try:
        booking = seats.book(occurrence, Booking(first_name=f"Nº {number}"))
    except Exception:
        return 0.0, None
    finally:
        connections.close_all()
    return (time.perf_counter() - start) * 1000, booking.status


def kill_workers(occurrence: Occurrence, people: int, kills: int) -> tuple[int, int, int]:
    """Workers book one person after the other while some are killed by -9.

    Answers: acknowledged bookings that are lost, seats held, seats counted on the date.
    """
    context = get_context("fork")
    connections.close_all()
    acknowledged: set[str] = set()
    todo = people
    while todo > 0:
        reader, writer = context.Pipe(duplex=False)
        worker = context.Process(target=_work, args=(occurrence.pk, todo, writer))
        worker.start()
        writer.close()
        if kills:
            time.sleep(random.uniform(0.05, 0.25))
            os.kill(worker.pid, signal.SIGKILL)
            kills -= 1
        try:
            while True:
                acknowledged.add(reader.recv())
        except EOFError:
            worker.join()
        todo = people - len(acknowledged)
    there = {reference.hex for reference in Booking.objects.values_list("reference", flat=True)}
    occurrence.refresh_from_db()
    return len(acknowledged - there), _held(occurrence), occurrence.taken


def _work(occurrence_id: int, people: int, writer) -> None:
    connection.close()
    occurrence = Occurrence.objects.get(pk=occurrence_id)
    for number in range(people):
        booking = seats.book(occurrence, Booking(first_name=f"Nº {number}"))
        writer.send(booking.reference.hex)


def _held(occurrence: Occurrence) -> int:
    return occurrence.bookings.seated().aggregate(total=Sum("seats"))["total"] or 0
