// Mini: processes and a line from hand to hand, in some sixty lines. Its story: docs/mini.md.
//   java Mini.java line       three letters go from one clerk to another
//   java Mini.java cycle      two clerks wait for each other, for ever
//   java Mini.java repaired   the same two, and both get home

/// A line from hand to hand, for one sender and one receiver.
static class Line<T> {
    private T letter;

    /// Hands `letter` over; waits until it is taken.
    synchronized void send(T letter) throws InterruptedException {
        this.letter = letter;
        notify();
        while (this.letter != null) { wait(); }
    }

    /// Takes a letter; waits until there is one.
    synchronized T receive() throws InterruptedException {
        while (letter == null) { wait(); }
        T taken = letter;
        letter = null;
        notify();
        return taken;
    }
}

/// What somebody does, from coming in to going home.
interface Process { void run() throws InterruptedException; }

/// Starts all of them, and waits until each has gone home.
static void par(Process... processes) throws InterruptedException {
    var threads = new ArrayList<Thread>();
    for (Process process : processes) {
        threads.add(Thread.ofPlatform().start(() -> {
            try { process.run(); } catch (InterruptedException stopped) { /* go home */ }
        }));
    }
    for (Thread thread : threads) { thread.join(); }
}

/// Hands three letters over.
record Writer(Line<String> out) implements Process {
    public void run() throws InterruptedException {
        for (int i = 1; i <= 3; i++) { out.send("letter " + i); }
    }
}

/// Takes three letters and prints them.
record Reader(Line<String> in) implements Process {
    public void run() throws InterruptedException {
        for (int i = 1; i <= 3; i++) { IO.println(in.receive()); }
    }
}

/// First hands a letter over, then takes one.
record Giver(String name, Line<String> mine, Line<String> yours) implements Process {
    public void run() throws InterruptedException {
        mine.send("a letter from " + name);
        IO.println(name + " takes " + yours.receive());
    }
}

/// First takes a letter, then hands one over.
record Taker(String name, Line<String> mine, Line<String> yours) implements Process {
    public void run() throws InterruptedException {
        IO.println(name + " takes " + yours.receive());
        mine.send("a letter from " + name);
    }
}

void main(String[] what) throws InterruptedException {
    Line<String> toAnn = new Line<>(), toBob = new Line<>();
    switch (what.length == 0 ? "" : what[0]) {
        case "line" -> par(new Writer(toBob), new Reader(toBob));
        case "cycle" -> par(new Giver("Ann", toBob, toAnn), new Giver("Bob", toAnn, toBob));
        case "repaired" -> par(new Giver("Ann", toBob, toAnn), new Taker("Bob", toAnn, toBob));
        default -> IO.println("line, cycle or repaired?");
    }
}
