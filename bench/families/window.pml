/* window.graphline in Promela. SPIN resets variables that are not read any more, as Graphline does. */
#ifndef WINDOW
#define WINDOW 2
#endif
#ifndef PLACES
#define PLACES 1
#endif
#define M (WINDOW + 1)

chan letters[2] = [0] of { bit };   /* nobody writes the second */
chan dataIn     = [PLACES] of { byte };
chan dataOut    = [0] of { byte };
chan acksIn     = [PLACES] of { byte };
chan acksOut    = [1] of { byte };
chan received   = [0] of { bit };

byte there;   /* global, so that whoever takes it from hand to hand can clear it in the same step */

active proctype Work() { do :: letters[0]!0 od }

active proctype Sender() {
    xs dataIn; xr acksOut;
    byte oldest, open, next;
    do
    :: atomic { letters[(open < WINDOW -> 0 : 1)]?0; open++ }; dataIn!((oldest + open - 1) % M)
    :: atomic {
           acksOut?next;
           if
           :: (next - oldest + M) % M <= open -> open = open - (next - oldest + M) % M; oldest = next
           :: else
           fi;
           next = 0
       }
    :: open > 0; dataIn!oldest
    od
}

active proctype There() {
    xr dataIn;
    do
    :: dataIn?there;
       if
       :: true; dataOut!there
       :: there = 0   /* lost */
       fi
    od
}

active proctype Receiver() {
    xs acksIn;
    byte expected, number;
    do
    :: atomic {
           dataOut?number;
           there = 0;
           if
           :: number == expected -> expected = (expected + 1) % M; goto deliver
           :: else -> goto acknowledge
           fi
       };
deliver:
       received!0;
acknowledge:
       atomic { acksIn!expected; number = 0 }
    od
}

active proctype Back() {
    xr acksIn;
    byte x;
    do
    :: acksIn?x;
       if
       :: true;
          atomic {
              if
              :: full(acksOut) -> acksOut?_
              :: nfull(acksOut)
              fi;
              acksOut!x;
              x = 0
          }
       :: x = 0   /* lost */
       fi
    od
}

active proctype Sink() { do :: received?_ od }
