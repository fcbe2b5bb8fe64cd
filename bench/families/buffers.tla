------------------------------ MODULE buffers ------------------------------
\* buffers.graphline in TLA+: N buffers of one place; a source of zeros and one of ones; a sink.
EXTENDS Integers
CONSTANT N
VARIABLE held \* what each buffer holds: 2 if nothing

Init == held = [i \in 1..N |-> 2]

Take(bit) == held[1] = 2 /\ held' = [held EXCEPT ![1] = bit]
Pass(i) == held[i] # 2 /\ held[i + 1] = 2 /\ held' = [held EXCEPT ![i] = 2, ![i + 1] = held[i]]
Give == held[N] # 2 /\ held' = [held EXCEPT ![N] = 2]

Next == (\E bit \in 0..1 : Take(bit)) \/ (\E i \in 1..N-1 : Pass(i)) \/ Give
=============================================================================
