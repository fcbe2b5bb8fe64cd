/* leader.graphline in Promela. `m` and `kind` are cleared where Graphline's scope ends. */
#ifndef N
#define N 3
#endif
#ifndef PLACES
#define PLACES 1
#endif

mtype = { one, two, won };
chan ring[N] = [PLACES] of { mtype, byte };   /* into the node of that number */

active [N] proctype Node() {
    chan in = ring[_pid], next = ring[(_pid + 1) % N];
    xr in;
    xs next;
    mtype kind;
    bit passive;
    byte highest = (N - _pid + 3) % N, neighbor, m;
    next!one, highest;
again:
    atomic {
        in?kind, m;
        if
        :: passive -> goto pass
        :: !passive && kind == one && m != highest -> neighbor = m; goto second
        :: !passive && kind == one && m == highest -> goto crown
        :: !passive && kind == two && neighbor > m && neighbor > highest -> highest = neighbor; goto first
        :: !passive && kind == two && !(neighbor > m && neighbor > highest) -> passive = 1; kind = 0; m = 0; goto again
        :: !passive && kind == won -> goto pass
        fi
    };
pass:
    atomic { next!kind, m; kind = 0; m = 0; goto again };
second:
    atomic { next!two, m; kind = 0; m = 0; goto again };
crown:
    atomic { next!won, m; kind = 0; m = 0; goto again };
first:
    atomic { next!one, neighbor; kind = 0; m = 0; goto again }
}
