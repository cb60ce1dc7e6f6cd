package org.tenuto.seeded;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The random values of one case, and a note of what they were. One thread. */
public final class Draw {

  /** One number in so many is an end of its range or a neighbour of one: there most faults are. */
  private static final int EDGE_IN = 8;

  private final SplittableRandom random;
  private final List<Object> drawn = new ArrayList<>();

  Draw(long seed) {
    random = new SplittableRandom(seed);
  }

  /** A number in the range, both ends included; small, large and outermost ones come often. */
  public long number(long lowest, long highest) {
    if (lowest > highest) {
      throw new IllegalArgumentException(
          "range " + lowest + " to " + highest + ": expected the lowest first");
    }
    return noted(random.nextInt(EDGE_IN) == 0 ? edge(lowest, highest) : inside(lowest, highest));
  }

  /** As {@link #number(long, long)}, for an {@code int}. */
  public int number(int lowest, int highest) {
    return (int) number((long) lowest, (long) highest);
  }

  private long edge(long lowest, long highest) {
    boolean wide = lowest < highest;
    return switch (random.nextInt(4)) {
      case 0 -> lowest;
      case 1 -> highest;
      case 2 -> wide ? lowest + 1 : lowest;
      default -> wide ? highest - 1 : highest;
    };
  }

  /** Half of them even over the range, half even over their number of digits from the lowest. */
  private long inside(long lowest, long highest) {
    long width = highest - lowest; // of any sign: 64 bits taken as unsigned
    int bits = Long.SIZE - Long.numberOfLeadingZeros(width);
    long offset = random.nextLong();
    if (random.nextBoolean()) {
      int kept = random.nextInt(bits + 1);
      offset = kept == 0 ? 0 : offset >>> (Long.SIZE - kept);
    }
    return lowest + (width == -1 ? offset : Long.remainderUnsigned(offset, width + 1));
  }

  public boolean flag() {
    return noted(random.nextBoolean());
  }

  /** One of the values, each as often. */
  @SafeVarargs
  public final <T> T oneOf(T... values) {
    return noted(values[random.nextInt(values.length)]);
  }

  /** One of the values, each as often. */
  public <T> T oneOf(List<T> values) {
    return noted(values.get(random.nextInt(values.size())));
  }

  /** Up to so many characters of that alphabet. */
  public String text(String alphabet, int longest) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(longest + 1); left > 0; left--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return noted(text.toString());
  }

  private <T> T noted(T value) {
    drawn.add(value);
    return value;
  }

  /** What was drawn so far. */
  @Override
  public String toString() {
    return drawn.toString();
  }
}
