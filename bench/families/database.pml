/* database.graphline in Promela. N managers, each one process that changes and one that is told. The branches of the
   `par` are an array, which starts afresh with the last thanks: that is where the `par` joins. */
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
#define branch(k) \
    :: atomic { at[k] == 0 && nfull(tell[toOther(_pid, k)]) -> tell[toOther(_pid, k)]!0; at[k] = 1 } \
    :: atomic { at[k] == 1 && nempty(thanks[fromOther(_pid, k)]) -> thanks[fromOther(_pid, k)]?0; at[k] = 2; joined++; \
           if \
           :: joined == OTHERS -> \
              joined = 0; \
              do :: joined < OTHERS -> at[joined] = 0; joined++ :: else -> break od; \
              joined = 0; goto all \
           :: else \
           fi \
       }

active [N] proctype Changes() {
    byte at[OTHERS];   /* of each other one: 0 not told, 1 told, 2 has thanked */
    byte joined;
again:
    take!0;
    do
    branch(0)
#if OTHERS > 1
    branch(1)
#endif
#if OTHERS > 2
    branch(2)
#endif
#if OTHERS > 3
    branch(3)
#endif
#if OTHERS > 4
    branch(4)
#endif
#if OTHERS > 5
    branch(5)
#endif
#if OTHERS > 6
    branch(6)
#endif
#if OTHERS > 7
    branch(7)
#endif
    od;
all:
    give!0;
    goto again
}

#define me (_pid - N)
#define answer(k) \
    :: tell[fromOther(me, k)]?0; thanks[toOther(me, k)]!0

active [N] proctype Told() {
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
    od
}

active proctype Lock() { do :: take?0; give?0 od }
