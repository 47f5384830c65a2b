"""The door to PostgreSQL: terminals on several machines share one journal, and hear of each other's events.

Database(url)      what `simulator.journal.database` asks for, on a server
"""

from simulator.journal.postgres.server import Database

__all__ = ["Database"]
