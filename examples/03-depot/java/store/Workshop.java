package store;

import com.acme.Job;
import java.util.concurrent.atomic.AtomicInteger;

/// Does the work of `extern Jobs`. Several producers and consumers use it at once.
public final class Workshop implements Jobs {
  private final AtomicInteger made = new AtomicInteger();

  @Override
  public Job make() {
    return new Job(made.incrementAndGet());
  }

  @Override
  public void use(Job job) {
    System.out.println("job " + job.number() + " is done");
  }
}
