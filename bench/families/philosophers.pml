/* philosophers.graphline in Promela. N philosophers; the first LEFT of them take the right fork first. */
#ifndef N
#define N 6
#endif
#ifndef LEFT
#define LEFT 1
#endif
#define right(i) (((i) + 1) % N)

chan take0[N] = [0] of { bit };   /* from the philosopher whose left fork it is */
chan drop0[N] = [0] of { bit };
chan take1[N] = [0] of { bit };   /* from the philosopher whose right fork it is */
chan drop1[N] = [0] of { bit };

active [LEFT] proctype LeftHander() {
    do
    :: take1[right(_pid)]!0; take0[_pid]!0; drop1[right(_pid)]!0; drop0[_pid]!0
    od
}

active [N - LEFT] proctype Philosopher() {
    do
    :: take0[_pid]!0; take1[right(_pid)]!0; drop0[_pid]!0; drop1[right(_pid)]!0
    od
}

active [N] proctype Fork() {
    do
    :: take0[_pid - N]?0; drop0[_pid - N]?0
    :: take1[_pid - N]?0; drop1[_pid - N]?0
    od
}
