#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the overview to a figure and back, and shares of villages typed as in a spreadsheet, by keyboard."""
import csv
import os

from drive import Program


def shares(program):
    """What the book has of the shares: the numbers, in the order of the list."""
    path = os.path.join(program.folder, "shares.csv")
    program.cli("list", program.book, "allocations", "--columns", "village,value", "-o", path)
    with open(path, encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file, delimiter=";"))
    os.remove(path)
    return sorted(line[-1] for line in lines[1:] if line)


with Program(plan="hoang-phu-2022") as program:
    given = shares(program)
    program.tab_to("list item", "2.3.2")
    program.press("enter")
    program.wait("the figure", lambda: program.shows("Indicator 2.3.2"))
    program.press("alt+left")
    program.wait("the overview", lambda: program.find("list item", "2.1.1"))

    program.press("ctrl+2")
    program.wait("the targets", lambda: program.shows("to be made clear"))
    program.press("ctrl+pagedown")
    program.press("ctrl+pagedown")
    program.wait("the shares", lambda: program.shows("Kế hoạch xã"))
    program.tab_to("text", "Số lao động được tuyển sinh")
    program.type("16")
    program.press("down")
    program.type("17")
    program.press("down")
    # What Escape takes back is not kept.
    program.type("99")
    program.press("escape")
    program.press("up")
    program.wait("the sum", lambda: program.shows("33"))
    assert len(shares(program)) == len(given) + 2, shares(program)
    program.press("escape")
    program.quit()
