package store;

/// `extern Jobs` of store.graphline.
public interface Jobs {
  String make();

  void use(String j);
}
