"""How much of a file is read before it is taken for a trap; rosters are far below all of it."""

FILE_BYTES = 100 * 2**20
TEXT_BYTES = 48 * 2**20
UNPACKED_BYTES = 256 * 2**20
PARTS = 2_000
# A sheet is held as a full rectangle of 32 bytes a cell, so this is 320 MB.
CELLS = 10_000_000
FILLED_ROWS = 300_000
COLUMNS = 1_000
MERGED = 50_000
# All texts of a workbook written out at each cell that shows them.
TEXT_IN_CELLS = 512 * 2**20
LINE = 1_000_000
