/* alternating.graphline in Promela. What a process holds is global, so that whoever takes it from hand to hand can clear
  it in the same step: variables are cleared where Graphline's scopes end. */
#ifndef KINDS
#define KINDS 2
#endif
#ifndef PLACES
#define PLACES 1
#endif

chan letters  = [0] of { byte };
chan dataIn   = [PLACES] of { bit, byte };
chan dataOut  = [0] of { bit, byte };
chan acksIn   = [PLACES] of { bit };
chan acksOut  = [1] of { bit };
chan received = [0] of { byte };

byte sending, there, receiving;
bit  thereBit, backBit;

active [KINDS] proctype Source() { do :: letters!_pid od }

#define send(mine, other) \
    letters?sending; \
    dataIn!mine, sending; \
    do \
    :: atomic { acksOut?mine; sending = 0; break } \
    :: acksOut?other \
    :: true; dataIn!mine, sending \
    od

active proctype Sender() {
    xs dataIn; xr acksOut;
    do
    :: send(0, 1);
       send(1, 0)
    od
}

active proctype There() {
    xr dataIn;
    do
    :: dataIn?thereBit, there;
       if
       :: true; dataOut!thereBit, there
       :: d_step { thereBit = 0; there = 0 }   /* lost */
       fi
    od
}

#define take(mine, other) \
    do \
    :: atomic { dataOut?mine, receiving; thereBit = 0; there = 0 }; received!receiving; atomic { acksIn!mine; receiving = 0; break } \
    :: atomic { dataOut?other, receiving; thereBit = 0; there = 0 }; atomic { acksIn!other; receiving = 0 } \
    od

active proctype Receiver() {
    xs acksIn;
    do
    :: take(0, 1);
       take(1, 0)
    od
}

active proctype Back() {
    xr acksIn;
    do
    :: acksIn?backBit;
       if
       :: true;
          atomic {
              if
              :: full(acksOut) -> acksOut?_
              :: nfull(acksOut)
              fi;
              acksOut!backBit;
              backBit = 0
          }
       :: backBit = 0   /* lost */
       fi
    od
}

active proctype Sink() { do :: received?_ od }
