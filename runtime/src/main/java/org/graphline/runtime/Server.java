package org.graphline.runtime;

/// The answering end of calls, shared by any number of clients.
public final class Server<Q, R> extends Port implements Replier<Q, R> {
  private Call<Q, R> accepted;

  Server(Desk desk, String name) {
    super(desk, name);
  }

  /// Returns the call that the `select` which has just chosen this port accepted.
  public Call<Q, R> accepted() {
    return accepted;
  }

  /// Notes the call a `select` accepted. For backends only.
  public void took(Call<Q, R> call) {
    accepted = call;
  }
}
