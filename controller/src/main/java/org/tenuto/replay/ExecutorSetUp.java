package org.tenuto.replay;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.tenuto.control.BootRecord;
import org.tenuto.control.check.CheckThresholds;
import org.tenuto.control.check.Threshold;
import org.tenuto.driver.newera.NewEraModel;
import org.tenuto.driver.stepper.StepperBuild;
import org.tenuto.pump.PumpCapability;

/**
 * What one boot of the executor was made of: the beginning of its recording. With the drug library
 * of that hash it can be made again.
 *
 * @param boot what it says of itself
 * @param thresholds what its checks go by
 * @param capability what its pump has
 * @param panelPresent whether it has a lamp and a buzzer
 * @param model the pump of the New Era family it drives, if it drives no motor
 * @param build the motor's build; null if it drives a pump of the New Era family
 */
public record ExecutorSetUp(
    BootRecord boot,
    CheckThresholds thresholds,
    PumpCapability capability,
    boolean panelPresent,
    NewEraModel model,
    @Nullable StepperBuild build) {

  /** Raised with every change of what is written here, of {@link Input} and of their order. */
  static final int FORMAT = 1;

  /** As the recording begins. */
  byte[] toBytes() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeShort(FORMAT);
      writeBoot(out);
      for (Threshold threshold : Threshold.values()) {
        out.writeInt(thresholds.get(threshold));
      }
      writeCapability(out);
      out.writeBoolean(panelPresent);
      out.writeUTF(model.code());
      out.writeBoolean(build != null);
      if (build != null) {
        writeBuild(out, build);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return bytes.toByteArray();
  }

  private void writeBoot(DataOutputStream out) throws IOException {
    out.writeLong(boot.bootId());
    out.writeUTF(boot.build());
    out.writeUTF(boot.timing());
    out.writeLong(boot.timingBits());
    out.writeUTF(boot.libraryHash());
    out.writeBoolean(boot.eStopLine());
  }

  private void writeCapability(DataOutputStream out) throws IOException {
    out.writeUTF(capability.model());
    out.writeBoolean(capability.ownVolumeTarget());
    out.writeBoolean(capability.ownWatchdog());
    out.writeBoolean(capability.pressure());
    out.writeBoolean(capability.air());
    out.writeBoolean(capability.plunger());
    out.writeBoolean(capability.power());
  }

  private static void writeBuild(DataOutputStream out, StepperBuild build) throws IOException {
    out.writeInt(build.leadUm());
    out.writeInt(build.fullStepsPerTurn());
    out.writeInt(build.microsteps());
    out.writeInt(build.encoderCountsPerMm());
    out.writeInt(build.fastestStepsPerS());
    out.writeInt(build.accelerationStepsPerS2());
    out.writeInt(build.slipUm());
    out.writeBoolean(build.forwardStop());
    out.writeBoolean(build.backStop());
  }

  /**
   * Reads it back.
   *
   * @throws IllegalArgumentException in one line, if it is not one of this version
   */
  static ExecutorSetUp of(byte[] bytes) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int format = in.readUnsignedShort();
      if (format != FORMAT) {
        throw new IllegalArgumentException(
            "recording of format " + format + ": expected " + FORMAT);
      }
      return read(in);
    } catch (IOException e) {
      throw new IllegalArgumentException("the recording does not begin with a set-up", e);
    }
  }

  private static ExecutorSetUp read(DataInputStream in) throws IOException {
    var boot =
        new BootRecord(
            in.readLong(),
            in.readUTF(),
            in.readUTF(),
            in.readLong(),
            in.readUTF(),
            in.readBoolean());
    int[] values = new int[Threshold.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readInt();
    }
    var thresholds = CheckThresholds.of(threshold -> values[threshold.ordinal()]);
    var capability = readCapability(in);
    boolean panelPresent = in.readBoolean();
    var model = NewEraModel.of(in.readUTF());
    return new ExecutorSetUp(
        boot, thresholds, capability, panelPresent, model, in.readBoolean() ? readBuild(in) : null);
  }

  private static PumpCapability readCapability(DataInputStream in) throws IOException {
    return new PumpCapability(
        in.readUTF(),
        in.readBoolean(),
        in.readBoolean(),
        in.readBoolean(),
        in.readBoolean(),
        in.readBoolean(),
        in.readBoolean());
  }

  private static StepperBuild readBuild(DataInputStream in) throws IOException {
    return new StepperBuild(
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readBoolean(),
        in.readBoolean());
  }
}
