/* readers.graphline in Promela. */
#ifndef READERS
#define READERS 3
#endif
#ifndef WRITERS
#define WRITERS 2
#endif

chan startReading[2] = [0] of { bit };   /* only the first of two is connected: a case is off when it asks the second */
chan stopReading[2]  = [0] of { bit };
chan startWriting[2] = [0] of { bit };
chan stopWriting = [0] of { bit };
chan note[READERS] = [0] of { bit };
chan shelf = [0] of { bit };

active [READERS] proctype Reader() { do :: startReading[0]!0; note[_pid]!0; stopReading[0]!0 od }
active [READERS] proctype Notebook() { do :: note[_pid - READERS]?0; shelf!0 od }
active [WRITERS] proctype Writer() { do :: startWriting[0]!0; stopWriting!0 od }
active proctype Shelf() { do :: shelf?0 od }

active proctype Lock() {
    byte reading;
    do
    :: atomic { startReading[(reading < READERS -> 0 : 1)]?0; reading++ }
    :: atomic { stopReading[(reading > 0 -> 0 : 1)]?0; reading-- }
    :: startWriting[(reading == 0 -> 0 : 1)]?0; stopWriting?0
    od
}
