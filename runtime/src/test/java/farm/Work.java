package farm;

/// `extern Work` of farm.graphline, with its opaque types as type variables of nobody's concern here.
public interface Work {
  Integer next();

  Integer run(Integer p);

  Integer merge(Integer a, Integer b);

  void show(Integer r);

  Integer zero();
}
