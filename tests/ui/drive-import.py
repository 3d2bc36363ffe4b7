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
    program.wait("the offer to take it back", lambda: program.find("button", "Undo"))
    program.wait("the list", lambda: program.find("table row"))
    after = program.people("full_name")
    assert len(after) > len(before), (len(before), len(after))

    program.press("ctrl+z")
    program.wait("the news that it was taken back", lambda: program.shows("Taken back"))
    assert program.people("full_name") == before
    program.quit()
