#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A year's work in five minutes, by keyboard: a household is found and reviewed, the Chairman decides,
the figure moves, its list is as long as it says, it is printed and shown at the meeting; undo."""
from drive import Program, words

CODE = "2.3.2"  # households that left poverty this year, against 65


def figure(program):
    """What the overview says of the figure."""
    row = program.find("list item", CODE)
    if row is None:
        return None
    return int(words(row).split("thực hiện ")[1].split(",")[0])


def go_to_tab(program, name):
    """By Ctrl+Page Down to the page that has the name."""
    for _ in range(12):
        if program.find("grouping", name) or program.find("panel", name):
            return
        program.press("ctrl+pagedown")
    raise AssertionError(f"No tab is called {name}.")


with Program(people=600, plan="hoang-phu-2022") as program:
    before = program.wait("the figure", lambda: figure(program))

    # The household is found by its head's name, without marks.
    program.press("ctrl+4")
    rows = program.wait("the poor households", program.rows)
    program.press("ctrl+f")
    program.wait("the search field", lambda: "Ctrl+F" in (program.focus() or ("", ""))[1])
    program.type("ngoc dung")
    program.wait("one row", lambda: program.rows() == ["Nguyễn Thị Ngọc Dung"])
    program.press("enter")
    program.wait("the page of the household", lambda: program.find("heading", "Members"))
    assert program.shows("HK-0003")

    # Form B1: more points than a poor household may have; the meeting and the result by itself.
    program.tab_to("button", "review form")
    program.press("enter")
    program.wait("the form", lambda: program.find("text", "Household *"))
    program.tab_to("text", "B1 points")
    program.type("180")
    program.wait("the result beside it", lambda: program.find("label", "B1 180 > 140"))
    program.tab_to("text", "Attendees")
    program.type("35")
    program.press("ctrl+s")
    program.wait("the page again", lambda: not program.find("text", "Household *"))

    # The round, and the Chairman's decision.
    program.press("ctrl+4")
    program.wait("the poor households", program.rows)
    go_to_tab(program, "Review rounds")
    program.wait("the rounds", program.rows)
    program.press("end")  # the newest is the last
    program.press("enter")
    program.wait("the round", lambda: program.find("text", "Number of the decision"))
    assert program.shows("Thường xuyên 09/2022")
    program.tab_to("text", "Number of the decision")
    program.type("300/QD-UBND")
    program.tab_to(None, "Recognise the Results")
    program.press("enter")
    program.wait("the list", lambda: not program.find("text", "Number of the decision"))

    # The figure has moved; the list behind it is as long.
    program.press("ctrl+1")
    program.wait("the new figure", lambda: figure(program) == before + 1)
    program.tab_to("list item", CODE)
    program.press("enter")
    program.wait("the figure's page", lambda: program.shows(f"Indicator {CODE}"))
    program.tab_to("button", f": {before + 1}")
    program.press("enter")
    program.wait("its list", lambda: len(program.rows()) == before + 1)
    assert "Nguyễn Thị Ngọc Dung" in program.rows(), program.rows()
    program.press("ctrl+p")
    program.wait("the pages", lambda: program.shows(f"{before + 1} rows on"))
    program.press("escape")
    program.wait("the list again", program.rows)
    program.press("alt+left")
    program.wait("the figure's page again", lambda: program.shows(f"Indicator {CODE}"))

    # Shown at the meeting: its slide, with the new number.
    program.press("f5")
    slide = program.wait("the slide", lambda: program.find("image", "Số hộ nghèo giảm trong năm"))
    text = slide.get_description().split("\n")
    assert f"{before + 1}" in text and any(CODE in line for line in text), text
    program.press("escape")
    program.wait("the window", lambda: not program.find("image", "Số hộ nghèo giảm trong năm"))

    # Two actions, taken back one after the other.
    program.press("ctrl+1")
    program.press("ctrl+z")
    program.wait("the figure as it was", lambda: figure(program) == before)
    program.press("ctrl+z")
    program.wait("the book as it was", lambda: program.shows("review form") or program.shows("Undone"))
    program.quit()
