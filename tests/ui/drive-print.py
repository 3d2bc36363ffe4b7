#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The list becomes a PDF file, by keyboard."""
import os

from drive import Program

with Program() as program:
    target = os.path.join(program.folder, "list.pdf")
    program.press("ctrl+p")
    program.wait("the pages", lambda: program.shows("rows on"))
    program.press("ctrl+s")
    program.choose_file(target, "the name of the file")
    # It gets its name when it is whole.
    program.wait("the file", lambda: os.path.exists(target) and os.path.getsize(target) > 0)
    with open(target, "rb") as file:
        data = file.read()
    assert data.startswith(b"%PDF-") and b"%%EOF" in data[-32:], data[:16]
    program.press("escape")
    program.wait("the list", lambda: program.find("table row"))
    program.quit()
