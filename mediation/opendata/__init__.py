"""Places in the national schema: read with their faults told, written so that machines agree."""

from mediation.opendata.incoming import FARTHEST_KM, from_cells
from mediation.opendata.limits import LONGEST, LONGEST_PROSE
from mediation.opendata.reading import FileError, read
from mediation.opendata.rows import PlaceRow, Problem, to_cells
from mediation.opendata.schema import CHOICES, FIELDS, KINDS, table_schema
from mediation.opendata.writing import write_csv, write_geojson, write_json

__all__ = [
    "CHOICES",
    "FARTHEST_KM",
    "FIELDS",
    "KINDS",
    "LONGEST",
    "LONGEST_PROSE",
    "FileError",
    "PlaceRow",
    "Problem",
    "from_cells",
    "read",
    "table_schema",
    "to_cells",
    "write_csv",
    "write_geojson",
    "write_json",
]
