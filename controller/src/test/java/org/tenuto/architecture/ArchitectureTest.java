package org.tenuto.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tenuto.alarm.planted.AlarmThatKnowsTheCycle;
import org.tenuto.control.check.planted.CheckThatKnowsTheCycle;
import org.tenuto.control.planted.CycleThatReadsTheClock;
import org.tenuto.control.planted.CycleThatStreams;
import org.tenuto.control.planted.PumpInTheWrongRoom;
import org.tenuto.doctor.planted.CheckThatDrivesThePump;
import org.tenuto.dose.planted.LibraryThatReadsFiles;
import org.tenuto.gpio.planted.PanelThatDrivesThePump;
import org.tenuto.journal.planted.JournalThatKnowsTheWeb;
import org.tenuto.linux.planted.MotorThroughPi4J;
import org.tenuto.pk.planted.ModelThatIsNotPure;
import org.tenuto.pk.planted.ModelThatKnowsTheOrder;
import org.tenuto.station.planted.DeskThatReadsTheClock;
import org.tenuto.station.planted.KeeperWithAThread;
import org.tenuto.telemetry.planted.TelemetryThatSubscribes;
import org.tenuto.web.planted.PageWithSql;

class ArchitectureTest {

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.tenuto");

  private static final ArchRule ONLY_JOURNAL = HouseRules.only("journal", "java.sql..");

  private static final ArchRule ONLY_GPIO = HouseRules.only("gpio", "com.pi4j..");

  private static final List<ArchRule> RULES =
      List.of(
          HouseRules.pureRoomsDoNoIo(),
          HouseRules.pureRoomsHaveNoClockThreadOrRandom(),
          HouseRules.aStationHasNoClockOrThreadOfItsOwn(),
          HouseRules.onlyDriversImplementPump(),
          HouseRules.onlyTheGuardrailPermits(),
          HouseRules.nobodySubscribes(),
          ONLY_JOURNAL,
          HouseRules.only("telemetry", "org.eclipse.paho.."),
          ONLY_GPIO,
          HouseRules.only("web", "io.javalin..", "org.eclipse.jetty.."),
          HouseRules.nativeCallsOnlyInLinuxAndLink(),
          HouseRules.theCycleDoesNotFormatOrStream(),
          HouseRules.quantitiesEndInTheirUnit());

  @TestFactory
  Stream<DynamicTest> theHouseKeepsItsRules() {
    return Stream.concat(RULES.stream(), HouseRules.floors().stream())
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(HOUSE)));
  }

  @Test
  void everyRoomHasARule() {
    assertThat(HOUSE.stream().map(c -> c.getPackageName()).distinct())
        .filteredOn(name -> !name.startsWith("org.tenuto.proto"))
        .allMatch(name -> HouseRules.ROOMS.containsKey(name.substring("org.tenuto.".length())));
  }

  @TestFactory
  Stream<DynamicTest> everyRuleBites() {
    return Stream.of(
        bites(HouseRules.pureRoomsDoNoIo(), LibraryThatReadsFiles.class),
        bites(HouseRules.pureRoomsHaveNoClockThreadOrRandom(), CycleThatReadsTheClock.class),
        bites(HouseRules.pureRoomsDoNoIo(), ModelThatIsNotPure.class),
        bites(HouseRules.pureRoomsHaveNoClockThreadOrRandom(), ModelThatIsNotPure.class),
        bites(HouseRules.aStationHasNoClockOrThreadOfItsOwn(), DeskThatReadsTheClock.class),
        bites(HouseRules.aStationHasNoClockOrThreadOfItsOwn(), KeeperWithAThread.class),
        bites(HouseRules.onlyDriversImplementPump(), PumpInTheWrongRoom.class),
        bites(HouseRules.onlyTheGuardrailPermits(), org.tenuto.dose.PermitWithoutGuardrail.class),
        bites(HouseRules.nobodySubscribes(), TelemetryThatSubscribes.class),
        bites(ONLY_JOURNAL, PageWithSql.class),
        bites(HouseRules.only("telemetry", "org.eclipse.paho.."), PageWithSql.class),
        bites(HouseRules.only("web", "io.javalin.."), JournalThatKnowsTheWeb.class),
        bites(ONLY_GPIO, MotorThroughPi4J.class),
        bites(HouseRules.nativeCallsOnlyInLinuxAndLink(), CycleThatReadsTheClock.class),
        bites(HouseRules.theCycleDoesNotFormatOrStream(), CycleThatStreams.class),
        bites(HouseRules.quantitiesEndInTheirUnit(), CycleThatStreams.class),
        bites(floor("alarm"), AlarmThatKnowsTheCycle.class),
        bites(floor("control.check"), CheckThatKnowsTheCycle.class),
        bites(floor("pk"), ModelThatKnowsTheOrder.class),
        bites(floor("doctor"), CheckThatDrivesThePump.class),
        bites(floor("linux"), MotorThroughPi4J.class),
        bites(floor("gpio"), PanelThatDrivesThePump.class),
        bites(floor("journal"), JournalThatKnowsTheWeb.class));
  }

  private static ArchRule floor(String room) {
    return HouseRules.floors().stream()
        .filter(rule -> rule.getDescription().startsWith(room + " "))
        .findFirst()
        .orElseThrow();
  }

  private static DynamicTest bites(ArchRule rule, Class<?> planted) {
    return DynamicTest.dynamicTest(
        rule.getDescription() + " / " + planted.getSimpleName(),
        () ->
            assertThat(
                    rule.allowEmptyShould(true)
                        .evaluate(new ClassFileImporter().importClasses(planted))
                        .hasViolation())
                .isTrue());
  }
}
