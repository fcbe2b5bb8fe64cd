/* relay.graphline in Promela. 2 N + 1 stations. */
#ifndef N
#define N 3
#endif
#define STATIONS (2 * N + 1)

chan line[STATIONS + 1] = [0] of { bit };

active [STATIONS] proctype Station() { do :: line[_pid]?0; line[_pid + 1]!0 od }
active proctype Source() { do :: line[0]!0 od }
active proctype Sink()   { do :: line[STATIONS]?0 od }
