"""Other people's formats: what a session holds, for spreadsheets, statistics, record stores and course platforms.

exported(session, record, wish)       everything that was asked for, in memory
written(files, folder) -> paths        each of them whole or not at all
"""

from simulator.exchange.files import FORMATS, USUAL, Export, File, Wish, exported
from simulator.exchange.writing import written

__all__ = ["FORMATS", "USUAL", "Export", "File", "Wish", "exported", "written"]
