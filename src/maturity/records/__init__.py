"""What a file may hold: records declared once, and read quickly where they are sound."""

from maturity.records.reading import After, Before, Bounds, first_fault, read
from maturity.records.record import Record, given

__all__ = ["After", "Before", "Bounds", "Record", "first_fault", "given", "read"]
