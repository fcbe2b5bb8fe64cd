/* database.graphline in Promela. N managers, each one process that changes and one that is told. */
#ifndef N
#define N 3
#endif
#define OTHERS (N - 1)
#define other(i, k) (((i) + 1 + (k)) % N)

chan take = [0] of { bit };
chan give = [0] of { bit };
chan tell[N * OTHERS]   = [1] of { bit };   /* OTHERS * from + k, to its k-th other one */
chan thanks[N * OTHERS] = [1] of { bit };

#define toOther(i, k)   (OTHERS * (i) + (k))
#define fromOther(i, k) (OTHERS * other(i, k) + OTHERS - 1 - (k))

#define send(k)    tell[toOther(_pid, k)]!0;
#define collect(k) thanks[fromOther(_pid, k)]?0;

active [N] proctype Teller() {
again:
    take!0;
    send(0)
#if OTHERS > 1
    send(1)
#endif
#if OTHERS > 2
    send(2)
#endif
#if OTHERS > 3
    send(3)
#endif
#if OTHERS > 4
    send(4)
#endif
#if OTHERS > 5
    send(5)
#endif
#if OTHERS > 6
    send(6)
#endif
#if OTHERS > 7
    send(7)
#endif
#if OTHERS > 8
    send(8)
#endif
#if OTHERS > 9
    send(9)
#endif
#if OTHERS > 10
    send(10)
#endif
#if OTHERS > 11
    send(11)
#endif
#if OTHERS > 12
    send(12)
#endif
    collect(0)
#if OTHERS > 1
    collect(1)
#endif
#if OTHERS > 2
    collect(2)
#endif
#if OTHERS > 3
    collect(3)
#endif
#if OTHERS > 4
    collect(4)
#endif
#if OTHERS > 5
    collect(5)
#endif
#if OTHERS > 6
    collect(6)
#endif
#if OTHERS > 7
    collect(7)
#endif
#if OTHERS > 8
    collect(8)
#endif
#if OTHERS > 9
    collect(9)
#endif
#if OTHERS > 10
    collect(10)
#endif
#if OTHERS > 11
    collect(11)
#endif
#if OTHERS > 12
    collect(12)
#endif
    give!0;
    goto again
}

#define me        (_pid - N)
#define answer(k) :: tell[fromOther(me, k)]?0; thanks[toOther(me, k)]!0

active [N] proctype Listener() {
    do
    answer(0)
#if OTHERS > 1
    answer(1)
#endif
#if OTHERS > 2
    answer(2)
#endif
#if OTHERS > 3
    answer(3)
#endif
#if OTHERS > 4
    answer(4)
#endif
#if OTHERS > 5
    answer(5)
#endif
#if OTHERS > 6
    answer(6)
#endif
#if OTHERS > 7
    answer(7)
#endif
#if OTHERS > 8
    answer(8)
#endif
#if OTHERS > 9
    answer(9)
#endif
#if OTHERS > 10
    answer(10)
#endif
#if OTHERS > 11
    answer(11)
#endif
#if OTHERS > 12
    answer(12)
#endif
    od
}

active proctype Lock() { do :: take?0; give?0 od }
