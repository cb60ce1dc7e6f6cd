"""Talks to an NE-1000 the way laboratory programs do, and says what it got.

usage: ne1000_client.py PTY

One line for each habit, "ok" or "WRONG" first; the exit code is 1 if any was wrong. Nothing is
decided by how fast anything comes: what has not come yet is waited for.
"""

import binascii
import re
import sys
import time

import serial

STX, ETX = b"\x02", b"\x03"
ATTEMPTS = 200
wrong = 0


def check(habit, got, expected):
    global wrong
    right = re.fullmatch(expected, got) is not None
    wrong += not right
    told = "" if right else f": {got!r}, expected {expected!r}"
    print(("ok    " if right else "WRONG ") + habit + told)


def text(frame):
    """What stands between STX and ETX; everything if they are not there."""
    whole = frame[:1] == STX and frame[-1:] == ETX
    return frame[1:-1].decode("ascii") if whole else repr(frame)


def by_line(port, command):
    """readline() on a protocol without newlines: every command costs the whole time-out."""
    port.write(command.encode("ascii"))
    frame = b""
    for _ in range(ATTEMPTS):
        frame += port.readline()
        if frame.endswith(ETX):
            break
    return text(frame)


def after_sleep(port, command):
    """Sleeps half a second, then takes what is there."""
    port.write(command.encode("ascii"))
    frame = b""
    for _ in range(ATTEMPTS):
        time.sleep(0.5)
        frame += port.read(port.inWaiting())
        if frame.endswith(ETX):
            break
    return text(frame)


def byte_wise(port):
    """One byte at a time and no time-out: a reply that is missing hangs for ever."""
    frame = port.read(1)
    while not frame.endswith(ETX):
        frame += port.read(1)
    return text(frame)


def ask(port, command):
    port.write(command.encode("ascii"))
    return byte_wise(port)


def packet(data):
    body = data.encode("ascii")
    check_sum = binascii.crc_hqx(body, 0).to_bytes(2, "big")
    return STX + bytes([len(body) + 4]) + body + check_sum + ETX


def ask_safe(port, data):
    port.write(packet(data))
    head = port.read(2)
    rest = port.read(head[1] - 1)
    body, sum_read = rest[:-3], rest[-3:-1]
    good = head[:1] == STX and rest[-1:] == ETX
    good = good and binascii.crc_hqx(body, 0).to_bytes(2, "big") == sum_read
    return body.decode("ascii") if good else repr(head + rest)


def wait_for(port, command, letter):
    """Polls twenty times a second until the status letter is this one."""
    for _ in range(ATTEMPTS * 10):
        if ask(port, command)[2] == letter:
            break
        time.sleep(0.05)


def lines_and_letters(port):
    check("first command after power-on is lost", by_line(port, "0ADR\r"), r"00A\?R")
    check("probe by nADR", by_line(port, "0ADR\r"), "00S00")
    port.write(b"1ADR\r2ADR\r9ADR\r")
    check("other addresses are silent", by_line(port, "0ADR\r"), "00S00")
    check("blind sleep", after_sleep(port, "VER\r"), r"00SNE\d+V\d+\.\d+")
    check("lower case", ask(port, "dia 26.59\r"), "00S")
    check("LF after CR", ask(port, "DIA\r\n"), r"00S26\.59")
    check("twenty LF after CR", ask(port, "DIR\r" + 20 * "\n"), "00SINF")
    check("spaces of %5g", ask(port, " VOL %5g \r" % 0.05), "00S")
    check("five characters, always a point", ask(port, "VOL\r"), r"00S[\d.]{5}ML")
    check("letter C in RAT", ask(port, "RAT C 500.0 MH\r"), "00S")
    check("fixed columns", ask(port, "RAT\r")[3:8], r"500\.0")
    check("not an argument", ask(port, "DIR STP\r"), r"00S\?")
    check("too many digits", ask(port, "VOL 10.000\r"), r"00S\?OOR")
    check("stop when stopped", ask(port, "STP\r"), r"00S\?NA")
    port.write(b"DIR\r")
    port.write(b"PHN\r")
    check("back to back, first", byte_wise(port), "00SINF")
    check("back to back, second", byte_wise(port), "00S01")


def motion(port):
    check("run", ask(port, "RUN\r"), "00I")
    wait_for(port, "DIS\r", "S")
    dispensed = ask(port, "DIS\r")
    check("phase 1 alone ends by itself", dispensed, r"00SI0\.050W0\.000ML")
    check("fixed columns of DIS", dispensed[4:9] + dispensed[10:15], r"[\d.]{10}")
    check("to run on", ask(port, "VOL 9999.\r") + ask(port, "RUN\r"), "00S00I")
    check("first stop pauses", ask(port, "STP\r"), "00P")
    check("second stop ends", ask(port, "STP\r"), "00S")
    check("burst", ask(port, "0RUN*1RUN*\r"), "00I")
    check("system stop", ask(port, "*STP\r") + ask(port, "*STP\r"), "00P00S")


def safe_mode(port):
    check("safe packet in basic mode", ask_safe(port, "SAF60"), "00S")
    check("safe mode", ask_safe(port, "0SAF"), "00S60")
    check("heartbeat", ask_safe(port, ""), "00S")
    port.write(STX + b"\x08SAFO\x55\x43" + ETX)
    head = port.read(2)
    check("letter O for the digit 0", port.read(head[1] - 1)[:-3].decode("ascii"), r"00S\?COM")
    port.write(packet("SAF0"))
    check("back to basic mode", byte_wise(port), "00S")


def main():
    port = serial.Serial(sys.argv[1], 19200, timeout=0.1)
    lines_and_letters(port)
    port.timeout = None
    motion(port)
    safe_mode(port)
    port.close()
    return 1 if wrong else 0


sys.exit(main())
