/* ring.graphline in Promela. N nodes in a ring, or in a chain if CHAIN is defined. */
#ifndef N
#define N 6
#endif

chan request[N] = [0] of { bit };   /* to the node of that number */
chan answer[N]  = [0] of { bit };   /* from the node of that number */

#ifdef CHAIN
#define NODES (N - 2)
#define me    (_pid + 1)
#else
#define NODES N
#define me    _pid
#endif
#define next  ((me + 1) % N)

active [NODES] proctype Node() {
    do
    :: request[me]?0; request[next]!0; answer[next]?0; answer[me]!0
    :: true; request[next]!0; answer[next]?0
    od
}

#ifdef CHAIN
active proctype First() { do :: true; request[1]!0; answer[1]?0 od }
active proctype Last()  { do :: request[N - 1]?0; answer[N - 1]!0 od }
#endif
