#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A workbook comes into the book through its page, by keyboard."""
import os
import shutil

from drive import Program

with Program() as program:
    sample = os.path.join(program.folder, "sample.xlsx")
    shutil.copy(os.path.join(os.environ["ANS_SOURCE_ROOT"], "tests", "data",
                             "nhan-khau-theo-thon.xlsx"), sample)
    before = program.people("full_name")

    program.press("ctrl+i")
    program.choose_file(sample, "the workbook")
    program.wait("the rows of the workbook", lambda: program.find("button", "Import 1"))
    assert program.people("full_name") == before, "Looking at a workbook has changed the book."
    program.press("ctrl+enter")
    program.wait("more people in the book", lambda: len(program.people("full_name")) > len(before))
    program.wait("the list", lambda: program.find("table row"))

    program.press("ctrl+z")
    program.wait("the book as it was", lambda: program.people("full_name") == before)
    program.quit()
