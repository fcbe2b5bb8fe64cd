package org.graphline.runtime;

import java.time.Duration;
import java.util.Optional;

/// What a component can do at one line of its source. [Desk#at(int)] gives one; use it at once.
///
/// Every statement that waits ends the component quietly when its default reaction says so (language.md 3.9).
public interface Step {
  /// `receive x from port;`
  <T> T receive(In<T> port);

  /// `receive x from port else …` : empty means that the line is finished.
  <T> Optional<T> receiveOrEnd(In<T> port);

  /// `send value to port;`
  <T> void send(T value, Out<T> port);

  /// `send to port;`
  default void send(Out<Signal> port) {
    send(Signal.SIGNAL, port);
  }

  /// `send value to port else …` : false means that nobody is there.
  <T> boolean sendOrRefused(T value, Out<T> port);

  /// `send to port else …`
  default boolean sendOrRefused(Out<Signal> port) {
    return sendOrRefused(Signal.SIGNAL, port);
  }

  /// `let r = call port(request);`
  <Q, R> R call(Client<Q, R> port, Q request);

  /// `call port();`
  default <R> R call(Client<Signal, R> port) {
    return call(port, Signal.SIGNAL);
  }

  /// `let r = call port(request) else …` : empty means that the call was refused.
  <Q, R> Optional<R> callOrRefused(Client<Q, R> port, Q request);

  /// `call port() else …`
  default <R> Optional<R> callOrRefused(Client<Signal, R> port) {
    return callOrRefused(port, Signal.SIGNAL);
  }

  /// `accept x from port { … }` : the block follows, with its [#reply] in it.
  <Q, R> Call<Q, R> accept(Server<Q, R> port);

  /// `reply value;`
  <R> void reply(Call<?, R> call, R value);

  /// `reply;`
  default void reply(Call<?, Signal> call) {
    reply(call, Signal.SIGNAL);
  }

  /// `sync phase;`
  void sync(Phase phase);

  /// `select { … }` : returns the number of the chosen case, counted from 0 as written; a `for` counts as
  /// one, and [#picked()] says more about it.
  int select(Case... cases);

  /// `select priority { … }`
  int selectPriority(Case... cases);

  /// Returns, for a chosen `for` of a `select`, the value of its variable, then (if its body has several
  /// cases) the number of the case, and so on inwards with nested `for`s. Each call goes one further.
  int picked();

  /// `wait delay;`
  void pause(Duration delay);

  /// `choose { … } or { … }` : returns the number of the branch to take.
  int choose(int branches);

  /// Returns a number from `low` to `high`, for `anything`. It is part of the answer that [#result] notes.
  int draw(int low, int high);

  /// `par { … }` : returns when every branch has ended.
  void par(Work... branches);

  /// `par for i in low..high { … }`
  void parFor(int low, int high, IndexedWork branch);

  /// `close port;`
  void close(Port port);

  /// `stop;` : written `throw at(line).stop();` so that javac knows nothing follows.
  Error stop();

  /// `mark name;`
  void mark(String name);

  /// Rests until closing time: all that `Never` does.
  void rest();

  /// What a split does all day: waits for a letter from `source`, then gives each reader still there a copy,
  /// in parallel. Ends the component if the line is finished or no reader is left.
  <T> void copy(In<T> source, Out<T>[] readers);

  /// Notes that Java answered `value` to `function` (`Audio.isSpeech`), or that `anything` is `value`, and returns it;
  /// for results of finite type.
  <T> T result(String function, T value);
}
