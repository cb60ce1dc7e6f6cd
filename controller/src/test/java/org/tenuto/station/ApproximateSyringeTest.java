package org.tenuto.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.dose.Finding;
import org.tenuto.dose.FourDigitPump;
import org.tenuto.dose.ReadBack;
import org.tenuto.infusion.InfusionState;
import org.tenuto.web.Catalogue;
import org.tenuto.web.OrderEntry;
import org.tenuto.web.Reply;
import picocli.CommandLine;

/**
 * A syringe whose inner diameter is from no sourced table stands in the library so that it has a
 * name; wherever it is ordered it is refused. It would give 18 % more or less than was ordered.
 */
class ApproximateSyringeTest {

  private static final String APPROXIMATE = "OMNIFIX-50";
  private static final String WHY = "one whose inner diameter is known from a source";

  @TempDir private Path dir;

  private static OrderEntry with(OrderEntry usual) {
    return new OrderEntry(
        usual.libraryHash(),
        usual.drugId(),
        usual.protocolId(),
        usual.patient(),
        usual.weightBasis(),
        usual.phases(),
        usual.concentrationNgPerMl(),
        APPROXIMATE,
        usual.loadedNl(),
        false,
        false,
        usual.declaredDoses());
  }

  /** What it was refused with. */
  private static <T> Reply.Refused<T> refused(
      SteppedDevice device, CompletableFuture<Reply<T>> request) {
    for (int ms = 0; ms < 3_000 && !request.isDone(); ms++) {
      device.pass(HandClock.MS);
    }
    if (request.join() instanceof Reply.Refused<T> refused) {
      return refused;
    }
    throw new AssertionError("accepted: " + request.join());
  }

  @Test
  void theLibraryHasOne() throws Exception {
    try (var device = new SteppedDevice(dir)) {
      assertThat(device.library.syringes())
          .anyMatch(syringe -> syringe.approximate() && syringe.id().equals(APPROXIMATE));
    }
  }

  @Test
  void thePageDoesNotOfferIt() throws Exception {
    try (var device = new SteppedDevice(dir)) {
      assertThat(Catalogues.of(device.library).syringes())
          .isNotEmpty()
          .extracting(Catalogue.Syringe::id)
          .doesNotContain(APPROXIMATE);
    }
  }

  /** Whoever proposes it all the same: the executor refuses, and what is refused can't start. */
  @Test
  void theExecutorRefusesTheOrderAndItsStart() throws Exception {
    try (var device = new SteppedDevice(dir)) {
      device.await(InfusionState.IDLE);
      StationRequests requests = device.work.requests();
      ReadBack readBack =
          device.accepted(requests.propose(with(device.shortOrder()))).readBack();
      assertThat(readBack.refused()).isTrue();
      assertThat(readBack.findings())
          .filteredOn(finding -> finding.code().equals("SYRINGE_APPROXIMATE"))
          .singleElement()
          .extracting(Finding::text)
          .asString()
          .isEqualTo("syringe B. Braun Omnifix 50 mL: expected " + WHY);

      assertThat(refused(device, requests.start(readBack.nonce(), readBack.hash())).code())
          .isEqualTo("NOTHING_READ_BACK");
      device.pass(5 * HandClock.S);
      assertThat(device.work.live().state()).isEqualTo(InfusionState.IDLE);
    }
  }

  @Test
  void theExecutorRefusesToPrimeIt() throws Exception {
    try (var device = new SteppedDevice(dir)) {
      device.await(InfusionState.IDLE);
      var why = refused(device, device.work.requests().proposePriming(APPROXIMATE, 1_000_000));
      assertThat(why.code()).isEqualTo("SYRINGE_APPROXIMATE");
      assertThat(why.text()).contains(WHY);
    }
  }

  @Test
  void theDoseCommandRefusesItAndSaysWhy() {
    StringWriter out = new StringWriter();
    int code =
        new CommandLine(new DoseCommand(_ -> new FourDigitPump()))
            .setOut(new PrintWriter(out))
            .execute(
                "--weight", "70kg", "--dose", "0.5mg/kg", "--duration", "40min",
                "--concentration", "1mg/mL", "--syringe", APPROXIMATE);
    assertThat(code).isEqualTo(1);
    assertThat(out.toString()).contains("SYRINGE_APPROXIMATE: ", WHY);
  }
}
