package org.tenuto.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tenuto.driver.newera.NewEraModel;
import org.tenuto.driver.newera.NewEraPump;
import org.tenuto.driver.newera.SerialLine;
import org.tenuto.driver.stepper.StepperBuild;
import org.tenuto.pump.Pump;
import org.tenuto.replay.Recording;
import org.tenuto.replay.TracedLine;
import org.tenuto.simulator.firmware.Ne1000;
import org.tenuto.simulator.firmware.PumpModel;
import org.tenuto.simulator.world.Line;
import org.tenuto.simulator.world.Syringe;

/**
 * An NE-1000 at the other end of an in-memory line: the simulator's firmware until it is {@link
 * #settle settled}, from then on a pump that answers polls with a rising counter and takes nothing
 * else. Settled it allocates nothing. One thread.
 */
final class SteadyPump implements SteadyPlant, SerialLine {

  /** 19,200 baud, ten bits a byte. */
  private static final int BYTES_PER_MS = 2;

  private static final int BUFFER_BYTES = 256;
  private static final long NS_PER_MS = 1_000_000;
  private static final long MS_PER_H = 3_600_000;
  private static final int BD_PLASTIPAK_50_UM = 26_600;
  private static final byte[] POLL_TEXT = "DIS".getBytes(StandardCharsets.US_ASCII);
  private static final int POLL_TEXT_AT = 2;
  private static final int POLL_BYTES = 8;

  private final Syringe syringe =
      new Syringe(BD_PLASTIPAK_50_UM, PumpModel.NE1000.microstepPm(), Line.USUAL);
  private final Ne1000 firmware;
  private final CounterReply reply = new CounterReply();
  private final byte[] toPump = new byte[BUFFER_BYTES];
  private final byte[] toDriver = new byte[BUFFER_BYTES];
  private int toPumpLength;
  private int toDriverAt;
  private int toDriverLength;
  private boolean settled;
  private char prompt;
  private long rateNlPerH;
  private long settledNl;
  private long settledNs;

  SteadyPump(long nowNs) {
    firmware = new Ne1000(PumpModel.NE1000, syringe, nowNs);
  }

  @Override
  public Pump driver(Recording recording) {
    return new NewEraPump(new TracedLine(this, recording), NewEraModel.NE_1000);
  }

  @Override
  public @Nullable StepperBuild build() {
    return null;
  }

  @Override
  public void live(long nowNs) {
    if (!settled) {
      byte[] answer = firmware.step(Arrays.copyOf(toPump, toPumpLength), nowNs);
      toPumpLength = 0;
      say(answer);
    } else if (toPumpLength > 0) {
      requirePoll();
      toPumpLength = 0;
      reply.tell(prompt, counterNl(nowNs));
      toDriverAt = 0;
      toDriverLength = reply.copyTo(toDriver);
    }
  }

  private void say(byte[] answer) {
    int left = toDriverLength - toDriverAt;
    System.arraycopy(toDriver, toDriverAt, toDriver, 0, left);
    System.arraycopy(answer, 0, toDriver, left, answer.length);
    toDriverAt = 0;
    toDriverLength = left + answer.length;
  }

  @Override
  public boolean moving() {
    return syringe.moving();
  }

  @Override
  public boolean lineIsQuiet() {
    return toPumpLength == 0 && toDriverAt == toDriverLength;
  }

  /** From here on nothing changes but the counter, and nothing but the poll is taken. */
  @Override
  public void settle(long flowNlPerH, long nowNs) {
    settled = true;
    prompt = flowNlPerH == 0 ? 'S' : 'I';
    rateNlPerH = flowNlPerH;
    settledNl = syringe.deliveredNl();
    settledNs = nowNs;
  }

  private long counterNl(long nowNs) {
    return settledNl + rateNlPerH * ((nowNs - settledNs) / NS_PER_MS) / MS_PER_H;
  }

  private void requirePoll() {
    boolean poll =
        toPumpLength == POLL_BYTES
            && Arrays.equals(
                toPump,
                POLL_TEXT_AT,
                POLL_TEXT_AT + POLL_TEXT.length,
                POLL_TEXT,
                0,
                POLL_TEXT.length);
    if (!poll) {
      String heard = new String(toPump, 0, toPumpLength, StandardCharsets.ISO_8859_1);
      throw new IllegalStateException(
          "the driver wrote "
              + heard.replaceAll("[^A-Z0-9]", "")
              + ": expected nothing but DIS while it is measured");
    }
  }

  @Override
  public int read(byte[] into) {
    int count = Math.min(BYTES_PER_MS, toDriverLength - toDriverAt);
    for (int i = 0; i < count; i++) {
      into[i] = toDriver[toDriverAt++];
    }
    return count;
  }

  @Override
  public int write(byte[] from, int length) {
    System.arraycopy(from, 0, toPump, toPumpLength, length);
    toPumpLength += length;
    return length;
  }

  @Override
  public int queued() {
    return 0;
  }

  @Override
  public void discardOutput() {
    // What was written is with the pump already.
  }
}
