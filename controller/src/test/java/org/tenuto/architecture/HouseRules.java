package org.tenuto.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tenuto.dose.Guardrail;
import org.tenuto.dose.PermittedRate;
import org.tenuto.pump.Pump;

/** The rules: who may know whom, and what a room may touch. */
final class HouseRules {

  private static final String HOUSE = "org.tenuto.";

  private static final String[] PURE = {
    "org.tenuto.quantity..",
    "org.tenuto.pk..",
    "org.tenuto.dose..",
    "org.tenuto.observation..",
    "org.tenuto.session..",
    "org.tenuto.alarm..",
    "org.tenuto.pump..",
    "org.tenuto.infusion..",
    "org.tenuto.control.."
  };

  /** Each room and the rooms it may use. Floors only point down; adapters are strangers. */
  static final Map<String, Set<String>> ROOMS = new LinkedHashMap<>();

  static {
    ROOMS.put("quantity", Set.of());
    ROOMS.put("pk", Set.of("quantity"));
    ROOMS.put("dose", Set.of("quantity", "pk"));
    ROOMS.put("observation", Set.of("quantity", "dose"));
    ROOMS.put("session", Set.of("quantity", "dose"));
    ROOMS.put("alarm", Set.of("quantity"));
    ROOMS.put("pump", Set.of("quantity", "dose"));
    ROOMS.put("infusion", Set.of("quantity", "pk", "dose", "alarm", "pump"));
    ROOMS.put("control", Set.of("quantity", "pk", "dose", "alarm", "pump", "infusion"));
    ROOMS.put("control.check", Set.of("quantity", "pk", "dose", "alarm", "pump", "infusion"));
    ROOMS.put("driver.newera", Set.of("quantity", "dose", "pump"));
    ROOMS.put("driver.stepper", Set.of("quantity", "dose", "pump"));
    ROOMS.put("linux", Set.of("control", "driver.newera", "driver.stepper"));
    ROOMS.put("gpio", Set.of("alarm", "control", "linux"));
    ROOMS.put("link", Set.of("quantity", "pk", "dose", "alarm", "pump", "infusion", "control"));
    ROOMS.put(
        "replay",
        Set.of(
            "quantity",
            "dose",
            "alarm",
            "pump",
            "infusion",
            "control",
            "driver.newera",
            "driver.stepper",
            "link"));
    ROOMS.put("journal", Set.of("proto"));
    ROOMS.put("telemetry", Set.of("proto"));
    ROOMS.put("staff", Set.of("config"));
    ROOMS.put(
        "web",
        Set.of(
            "quantity", "pk", "dose", "observation", "session", "alarm", "pump", "infusion", "staff"));
    ROOMS.put("config", Set.of("dose"));
    ROOMS.put("library", Set.of("quantity", "pk", "dose", "config"));
    ROOMS.put(
        "report",
        Set.of(
            "quantity",
            "pk",
            "dose",
            "observation",
            "session",
            "alarm",
            "journal",
            "library",
            "config",
            "proto",
            "station"));
    ROOMS.put(
        "executor",
        except(
            "observation", "session", "staff", "web", "journal", "telemetry", "station", "proto"));
    ROOMS.put("station", except("linux", "gpio", "executor"));
    ROOMS.put("doctor", Set.of("control", "linux", "config", "executor", "station"));
  }

  private HouseRules() {}

  private static Set<String> except(String... strangers) {
    Set<String> all =
        new java.util.HashSet<>(
            Set.of(
                "quantity",
                "pk",
                "dose",
                "observation",
                "session",
                "alarm",
                "pump",
                "infusion",
                "control",
                "driver.newera",
                "driver.stepper",
                "linux",
                "gpio",
                "link",
                "replay",
                "journal",
                "telemetry",
                "staff",
                "web",
                "config",
                "library",
                "executor",
                "station",
                "proto"));
    List.of(strangers).forEach(all::remove);
    return all;
  }

  /** One rule for each room. */
  static List<ArchRule> floors() {
    List<ArchRule> rules = new ArrayList<>();
    ROOMS.forEach(
        (room, allowed) -> {
          String[] packages =
              Stream.concat(Stream.of(room), allowed.stream())
                  .map(name -> HOUSE + name + "..")
                  .toArray(String[]::new);
          DescribedPredicate<JavaClass> strangers =
              resideInAnyPackage("org.tenuto..").and(resideOutsideOfPackages(packages));
          rules.add(
              noClasses()
                  .that()
                  .resideInAPackage(HOUSE + room + "..")
                  .should()
                  .dependOnClassesThat(strangers)
                  .as(room + " may use only " + allowed));
        });
    return rules;
  }

  static ArchRule pureRoomsDoNoIo() {
    return noClasses()
        .that()
        .resideInAnyPackage(PURE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.io..",
            "java.net..",
            "java.nio.file..",
            "java.nio.channels..",
            "java.lang.foreign..",
            "java.util.concurrent..",
            "java.util.logging..",
            "java.sql..",
            "org.slf4j..",
            "com.pi4j..",
            "org.eclipse.paho..",
            "com.google.protobuf..",
            "io.javalin..");
  }

  static ArchRule pureRoomsHaveNoClockThreadOrRandom() {
    return noClasses()
        .that()
        .resideInAnyPackage(PURE)
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.lang\\.Thread.*|java\\.util\\.(Random|SplittableRandom|UUID|Timer.*)"
                + "|java\\.security\\.SecureRandom|java\\.time\\.(Clock|Instant)")
        .orShould()
        .callMethodWhere(
            target(owner(nameMatching("java\\.lang\\.System")))
                .and(target(nameMatching("nanoTime|currentTimeMillis|getenv|getProperty|exit"))));
  }

  /**
   * So that one thread can step a whole station under a clock that is not the board's. Excepted are
   * the four classes that make it a process, and the command that follows a record for people.
   */
  static ArchRule aStationHasNoClockOrThreadOfItsOwn() {
    return noClasses()
        .that()
        .resideInAnyPackage(
            "org.tenuto.station..", "org.tenuto.journal..", "org.tenuto.telemetry..")
        .and()
        .haveNameNotMatching(
            ".*\\.(BoardClock|StationThreads|StationMain|TelemetryThread|JournalCommand)(\\$.*)?")
        .should()
        .callMethodWhere(
            target(owner(nameMatching("java\\.lang\\.System|java\\.time\\..*")))
                .and(target(nameMatching("nanoTime|currentTimeMillis|now|system.*"))))
        .orShould()
        .callConstructorWhere(
            target(
                owner(nameMatching("java\\.lang\\.Thread|java\\.util\\.concurrent\\..*Executor"))))
        .orShould()
        .callMethodWhere(
            target(owner(nameMatching("java\\.lang\\.Thread|java\\.util\\.concurrent\\.Executors")))
                .and(target(nameMatching("ofPlatform|ofVirtual|start.*|sleep|new.*"))));
  }

  static ArchRule onlyDriversImplementPump() {
    return classes()
        .that()
        .implement(Pump.class)
        .should()
        .resideInAnyPackage("org.tenuto.driver..", "org.tenuto.simulator..", "org.tenuto.replay..");
  }

  static ArchRule onlyTheGuardrailPermits() {
    return noClasses()
        .that()
        .doNotBelongToAnyOf(Guardrail.class)
        .should()
        .callConstructorWhere(target(owner(nameMatching(PermittedRate.class.getName()))));
  }

  static ArchRule nobodySubscribes() {
    return noClasses()
        .should()
        .callMethodWhere(
            target(nameMatching("subscribe")).and(target(owner(inPackage("org.eclipse.paho")))));
  }

  private static DescribedPredicate<JavaClass> inPackage(String start) {
    return describe("in " + start, owner -> owner.getPackageName().startsWith(start));
  }

  static ArchRule only(String room, String... packages) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(HOUSE + room + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages)
        .as("only " + room + " uses " + String.join(", ", packages));
  }

  static ArchRule nativeCallsOnlyInLinuxAndLink() {
    return noClasses()
        .that()
        .resideOutsideOfPackages("org.tenuto.linux..", "org.tenuto.link..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.lang.foreign..");
  }

  static ArchRule theCycleDoesNotFormatOrStream() {
    return noClasses()
        .that()
        .resideInAnyPackage("org.tenuto.control..", "org.tenuto.infusion..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.stream..", "java.text..")
        .orShould()
        .callMethodWhere(
            target(nameMatching("format|formatted")).and(target(owner(nameMatching(".*String")))))
        .orShould()
        .callMethodWhere(
            target(nameMatching("valueOf"))
                .and(target(owner(nameMatching("java\\.lang\\.(Long|Integer|Double|Boolean)")))));
  }

  /** A number that holds a quantity says in which unit. */
  static ArchRule quantitiesEndInTheirUnit() {
    return fields()
        .that(
            describe(
                "are numbers",
                (JavaField field) ->
                    Set.of("long", "int", "double").contains(field.getRawType().getName())))
        .and()
        .areNotStatic()
        .should()
        .haveNameNotMatching(
            "(?i).*(rate|volume|weight|pressure|dose|duration|delivered|lateness|diameter)");
  }
}
