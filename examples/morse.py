"""Sends a text in Morse code on an LED, and prints it."""

import time

from machine import Pin

LETTERS = ".- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... -"
CODES = dict(zip("abcdefghijklmnopqrst", LETTERS.split()))
CODES.update({"u": "..-", "v": "...-", "w": ".--", "x": "-..-", "y": "-.--", "z": "--.."})
UNIT_MS = 20

led = Pin(13, Pin.OUT)


def send(text):
    for letter in text.lower():
        code = CODES.get(letter, "")
        print(letter, code)
        for mark in code:
            led.value(1)
            time.sleep(UNIT_MS * (3 if mark == "-" else 1) / 1000)
            led.value(0)
            time.sleep(UNIT_MS / 1000)
        time.sleep(UNIT_MS * 2 / 1000)


send("sos anthill")
