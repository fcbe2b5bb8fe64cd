/* whiteboard.graphline in Promela. */
#ifndef TOPICS
#define TOPICS 1
#endif
#ifndef BUTTONS
#define BUTTONS 1
#endif

mtype = { stroke, clear, getimg, setimg, load, loadquiet, save, next, prev, checkpoint, new, drag, move };

chan events = [0] of { mtype };
chan moves  = [0] of { mtype };
chan paint  = [0] of { bit };
chan inbox  = [0] of { mtype };
chan button = [0] of { mtype };
chan turns  = [0] of { bit };
chan drawn  = [0] of { bit };
chan changed = [1] of { bit };
chan redraw  = [1] of { bit };
chan images  = [1] of { bit };
chan items   = [0] of { bit, mtype };   /* 1: our own */
chan toUs    = [0] of { bit, mtype };
chan toPeers = [0] of { bit, mtype };
chan passed  = [0] of { bit, mtype };
chan remote  = [0] of { mtype };

/* Where a page is turned: saved first if it is dirty. */
#define turn(from, saving, loading) \
    if \
    :: current == from && dirty -> current = 1 - from; dirty = 0; goto saving \
    :: current == from && !dirty -> current = 1 - from; goto loading \
    :: current != from -> goto rest \
    fi

#define overwrite(c) atomic { if :: nfull(c) -> c!0 :: full(c) fi }

active proctype Mouse() { do :: events!drag :: events!move od }

active proctype Pager() {
    do
    :: button!next
#if BUTTONS > 1
    :: button!prev
#endif
#if BUTTONS > 2
    :: button!checkpoint
#endif
#if BUTTONS > 3
    :: button!new
#endif
    od
}

active proctype Peers() {
    do
    :: items!0, stroke
#if TOPICS > 1
    :: items!0, getimg
#endif
#if TOPICS > 2
    :: items!0, next
#endif
#if TOPICS > 3
    :: items!0, prev
#endif
#if TOPICS > 4
    :: items!0, setimg
#endif
    od
}

active proctype PeersScreen() { do :: toPeers?_, _ od }
active proctype Display()     { do :: redraw?_ od }

active proctype Canvas() {
    do
    :: inbox?stroke; overwrite(redraw); overwrite(changed)
    :: inbox?setimg; overwrite(redraw)
    :: inbox?clear; overwrite(redraw)
    :: inbox?save
    :: inbox?loadquiet; overwrite(redraw)
    :: inbox?load; overwrite(redraw); overwrite(images)
    :: inbox?getimg; overwrite(images)
    od
}

active proctype EventForwarder() {
    do
    :: events?drag; moves!drag
    :: events?move; moves!move
    od
}

active proctype Painter() {
    do
    :: moves?drag; paint!0
    :: moves?move
    od
}

active proctype PaintSplitter() { do :: paint?0; inbox!stroke; drawn!0 od }

active proctype LocalPageEvents() {
    do
    :: remote?stroke; inbox!stroke
    :: remote?getimg; inbox!getimg
    :: remote?next; turns!1
    :: remote?prev; turns!0
    :: remote?setimg; inbox!setimg
    od
}

active proctype History() {
    bit current, dirty;
rest:
    if
    :: atomic { changed?_; dirty = 1; goto rest }
    :: atomic { button?next; turn(0, saveLoad, loads) }
    :: atomic { button?prev; turn(1, saveLoad, loads) }
    :: atomic { button?checkpoint; dirty = 0; goto keep }
    :: atomic { button?new; current = 1; dirty = 0; goto fresh }
    :: atomic { turns?1; turn(0, saveQuiet, quietly) }
    :: atomic { turns?0; turn(1, saveQuiet, quietly) }
    fi;
saveLoad:  inbox!save;
loads:     inbox!load; goto rest;
saveQuiet: inbox!save;
quietly:     inbox!loadquiet; goto rest;
keep:      inbox!save; goto rest;
fresh:     inbox!save; inbox!clear; inbox!save; goto rest
}

active proctype Tagger() {
    do
    :: drawn?0; items!1, stroke
    :: images?0; items!1, setimg
    od
}

#define copy(own, topic) \
    :: items?own, topic; toUs!own, topic; toPeers!own, topic

active proctype Bus() {
    do
    copy(0, stroke) copy(0, getimg) copy(0, next) copy(0, prev) copy(0, setimg) copy(1, stroke) copy(1, setimg)
    od
}

#define relay(own, topic) \
    :: toUs?own, topic; passed!own, topic

active proctype Pass() {
    do
    relay(0, stroke) relay(0, getimg) relay(0, next) relay(0, prev) relay(0, setimg) relay(1, stroke) relay(1, setimg)
    od
}

active proctype Filter() {
    do
    :: passed?0, stroke; remote!stroke
    :: passed?0, getimg; remote!getimg
    :: passed?0, next; remote!next
    :: passed?0, prev; remote!prev
    :: passed?0, setimg; remote!setimg
    :: passed?1, _
    od
}
