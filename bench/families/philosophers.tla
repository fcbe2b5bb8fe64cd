--------------------------- MODULE philosophers ----------------------------
\* philosophers.graphline in TLA+: N philosophers; the first LEFT of them take the right fork first.
EXTENDS Integers
CONSTANTS N, LEFT
VARIABLE place \* how many of its four steps each philosopher has made

Seats == 0..N-1
Right(p) == (p + 1) % N
First(p) == IF p < LEFT THEN Right(p) ELSE p
Second(p) == IF p < LEFT THEN p ELSE Right(p)

\* Who has taken first its first fork, then its second, holds: after 1 step the first, after 2 both, after 3 the second.
Holds(p, fork) == (fork = First(p) /\ place[p] \in {1, 2}) \/ (fork = Second(p) /\ place[p] \in {2, 3})
Free(fork) == \A p \in Seats : ~Holds(p, fork)

Init == place = [p \in Seats |-> 0]

Takes(p) == CASE place[p] = 0 -> Free(First(p)) [] place[p] = 1 -> Free(Second(p)) [] OTHER -> TRUE
Step(p) == Takes(p) /\ place' = [place EXCEPT ![p] = (@ + 1) % 4]

Next == \E p \in Seats : Step(p)
=============================================================================
