/* polite.graphline in Promela. N philosophers. */
#ifndef N
#define N 3
#endif
#define left  _pid
#define right ((_pid + 1) % N)
#define fork  (_pid - N)

chan ask0[N] = [0] of { bit };   /* asked by the philosopher whose left fork it is */
chan ask1[N] = [0] of { bit };   /* asked by the philosopher whose right fork it is */
chan say0[N] = [0] of { bit };   /* 1: take it, 0: it is taken */
chan say1[N] = [0] of { bit };
chan put[N]  = [0] of { bit };

active [N] proctype Philosopher() {
    do
    :: ask0[left]!0;
       if
       :: say0[left]?0
       :: say0[left]?1;
          ask1[right]!0;
          if
          :: say1[right]?0; put[left]!0
          :: say1[right]?1; put[right]!0; put[left]!0
          fi
       fi
    od
}

active [N] proctype Fork() {
free:
    if
    :: ask0[fork]?0; say0[fork]!1
    :: ask1[fork]?0; say1[fork]!1
    :: put[fork]?0; goto free
    fi;
taken:
    if
    :: ask0[fork]?0; say0[fork]!0; goto taken
    :: ask1[fork]?0; say1[fork]!0; goto taken
    :: put[fork]?0; goto free
    fi
}
