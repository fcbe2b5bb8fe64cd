/* farm.graphline in Promela. WORKERS workers, BATCH parts of each kind in a batch. The farmer's counters are moved by
   whoever takes the part or, of the results, by the farmer, so that a hand-over stays one step; they start afresh with
   the last result of a batch. */
#ifndef WORKERS
#define WORKERS 3
#endif
#ifndef BATCH
#define BATCH 4
#endif

chan parts[3] = [0] of { bit };   /* by kind; nobody reads the last one */
chan results  = [0] of { bit };
byte handed[2];

active [WORKERS] proctype Worker() {
    do
    :: atomic { parts[0]?0; handed[0]++ }; results!0
    :: atomic { parts[1]?1; handed[1]++ }; results!1
    od
}

active proctype Farmer() {
    byte collected;
    do
    :: parts[(handed[0] < BATCH -> 0 : 2)]!0
    :: parts[(handed[1] < BATCH -> 1 : 2)]!1
    :: atomic {
           results?_;
           collected++;
           if
           :: collected == 2 * BATCH -> collected = 0; handed[0] = 0; handed[1] = 0
           :: else
           fi
       }
    od
}
