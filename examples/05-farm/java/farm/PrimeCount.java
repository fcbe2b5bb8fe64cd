package farm;

import com.acme.Part;
import com.acme.Result;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Does the work of `extern Work`: counts primes, 250 numbers a part.
public final class PrimeCount implements Work {
  private static final int NUMBERS = 250;
  private final AtomicInteger handedOut = new AtomicInteger();

  @Override
  public Part next() {
    int first = handedOut.getAndAdd(NUMBERS) + 1;
    return new Part(first, first + NUMBERS - 1);
  }

  @Override
  public Result run(Part part) {
    int primes = (int) IntStream.rangeClosed(part.first(), part.last()).filter(PrimeCount::isPrime).count();
    return new Result(primes, part.last() - part.first() + 1);
  }

  @Override
  public Result merge(Result a, Result b) {
    return new Result(a.primes() + b.primes(), a.numbers() + b.numbers());
  }

  @Override
  public void show(Result result) {
    System.out.println(result.primes() + " primes up to " + result.numbers());
  }

  @Override
  public Result zero() {
    return new Result(0, 0);
  }

  private static boolean isPrime(int n) {
    return n > 1 && IntStream.rangeClosed(2, (int) Math.sqrt(n)).noneMatch(d -> n % d == 0);
  }
}
