package org.tenuto.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tenuto.pump.PumpFault;

/** No condition without a cause in the code, and no fault of a pump that no driver finds. */
class AlarmCausesTest {

  /** Acts on conditions; raises none of its own accord. */
  private static final String DESK = "org.tenuto.control.AlarmDesk";

  private static <E extends Enum<E>> Set<E> named(Class<E> kind, String room) {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(room);
    Set<E> named = EnumSet.noneOf(kind);
    classes.stream()
        .filter(type -> !type.getFullName().equals(DESK))
        .flatMap(type -> type.getFieldAccessesFromSelf().stream())
        .filter(access -> isConstantOf(kind, access))
        .forEach(access -> named.add(Enum.valueOf(kind, access.getTarget().getName())));
    return named;
  }

  /** Not what a switch over the constants reads to build its table. */
  private static boolean isConstantOf(Class<?> kind, JavaFieldAccess access) {
    return access.getTargetOwner().isEquivalentTo(kind)
        && access.getTarget().getRawType().isEquivalentTo(kind)
        && !access.getOriginOwner().getSimpleName().matches("\\d+");
  }

  @Test
  void everyConditionIsRaisedSomewhere() {
    assertThat(named(AlarmCondition.class, "org.tenuto.control"))
        .containsExactlyInAnyOrder(AlarmCondition.values());
  }

  @Test
  void everyFaultIsFoundByADriver() {
    assertThat(named(PumpFault.class, "org.tenuto.driver"))
        .containsExactlyInAnyOrder(PumpFault.values());
  }

  @Test
  void aRoomThatRaisesNoneIsSeenToRaiseNone() {
    assertThat(named(AlarmCondition.class, "org.tenuto.pump")).isEmpty();
  }
}
