/* buffers.graphline in Promela. N buffers. */
#ifndef N
#define N 6
#endif

chan line[N + 1] = [0] of { bit };

active [N] proctype Buffer() {
    do
    :: line[_pid]?0; line[_pid + 1]!0
    :: line[_pid]?1; line[_pid + 1]!1
    od
}

active proctype Zeros() { do :: line[0]!0 od }
active proctype Ones()  { do :: line[0]!1 od }
active proctype Sink()  { do :: line[N]?_ od }
