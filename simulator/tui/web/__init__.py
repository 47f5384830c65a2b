"""The screens in a browser: a page with a terminal in it, and one process for each page that is open.

    hosted.py     starts and ends the server, from the terminal that hosts
    serving.py    the server: its page, who may ask for it, how many
    guest.py      the process behind one page, and the packets between both
    entrance.py   what that process does: the screens, from the door on
    page/         what the browser loads, all of it from here

Textual Serve gives the terminal that runs in the page. Its server is not used: docs/decisions says why.
"""
