/* systolic.graphline in Promela. ROWS x COLS cells. */
#ifndef ROWS
#define ROWS 2
#endif
#ifndef COLS
#define COLS 3
#endif

chan h[ROWS * (COLS + 1)] = [0] of { bit };   /* row by row, from west to east */
chan v[(ROWS + 1) * COLS] = [0] of { bit };   /* row by row, from north to south */

#define west  h[(_pid / COLS) * (COLS + 1) + _pid % COLS]
#define east  h[(_pid / COLS) * (COLS + 1) + _pid % COLS + 1]
#define north v[_pid]
#define south v[_pid + COLS]

active [ROWS * COLS] proctype Cell() {
    do
    :: if
       :: west?0; north?0
       :: north?0; west?0
       fi;
       if
       :: east!0; south!0
       :: south!0; east!0
       fi
    od
}

#define CELLS (ROWS * COLS)
active [ROWS] proctype Left()   { do :: h[(_pid - CELLS) * (COLS + 1)]!0 od }
active [ROWS] proctype Right()  { do :: h[(_pid - CELLS - ROWS) * (COLS + 1) + COLS]?0 od }
active [COLS] proctype Top()    { do :: v[_pid - CELLS - 2 * ROWS]!0 od }
active [COLS] proctype Bottom() { do :: v[_pid - CELLS - 2 * ROWS - COLS + ROWS * COLS]?0 od }
