/* milner.graphline in Promela. N cells. */
#ifndef N
#define N 6
#endif

chan turn[N] = [0] of { bit };
chan go[N]   = [0] of { bit };
chan done[N] = [0] of { bit };

#define working \
    do \
    :: go[_pid]!0; \
       turn[(_pid + 1) % N]!0; \
       if \
       :: done[_pid]?0; turn[_pid]?0 \
       :: turn[_pid]?0; done[_pid]?0 \
       fi \
    od

active proctype First() { working }
active [N - 1] proctype Cell() { turn[_pid]?0; working }
active [N] proctype Task() { do :: go[_pid - N]?0; done[_pid - N]!0 od }
