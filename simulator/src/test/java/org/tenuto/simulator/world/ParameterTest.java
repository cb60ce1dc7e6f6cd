package org.tenuto.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tenuto.simulator.parameter.Origin;
import org.tenuto.simulator.parameter.Parameter;

/** Every number of the world has a range, and is held to it. */
class ParameterTest {

  static Stream<Arguments> parts() {
    return Stream.of(
        Arguments.of(Drive.usual(212_600), Drive.PARAMETERS),
        Arguments.of(Barrel.usual(26_600), Barrel.PARAMETERS),
        Arguments.of(Line.USUAL, Line.PARAMETERS));
  }

  @ParameterizedTest
  @MethodSource("parts")
  void eachComponentHasAParameterWhoseUsualValueItHas(Record usual, List<Parameter> parameters)
      throws ReflectiveOperationException {
    RecordComponent[] components = usual.getClass().getRecordComponents();
    assertThat(parameters).hasSize(components.length);
    for (int i = 0; i < components.length; i++) {
      Number value = (Number) components[i].getAccessor().invoke(usual);
      assertThat(value.doubleValue())
          .as(components[i].getName())
          .isEqualTo(parameters.get(i).usual());
      assertThatCode(() -> parameters.forEach(p -> p.check(p.usual()))).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @MethodSource("parts")
  void aComponentOutOfItsRangeIsNamed(Record usual, List<Parameter> parameters)
      throws ReflectiveOperationException {
    RecordComponent[] components = usual.getClass().getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Constructor<?> constructor = usual.getClass().getDeclaredConstructor(types);
    for (int i = 0; i < components.length; i++) {
      Object[] values = new Object[components.length];
      for (int j = 0; j < components.length; j++) {
        values[j] = components[j].getAccessor().invoke(usual);
      }
      double tooHigh = parameters.get(i).highest() * 2 + 1;
      values[i] = types[i] == long.class ? (Object) Math.round(tooHigh) : (Object) tooHigh;
      String name = parameters.get(i).name();
      assertThatThrownBy(() -> constructor.newInstance(values))
          .isInstanceOf(InvocationTargetException.class)
          .cause()
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith(name + " ")
          .hasMessageContaining(": expected ")
          .hasMessageNotContaining("\n");
    }
  }

  @Test
  void whatDoesNotGoTogetherIsRefused() {
    assertThatThrownBy(() -> Turner.barrel().withFriction(5, 8))
        .hasMessage("friction 8.0 N: expected at most the stiction, 5.0 N");
    assertThatThrownBy(() -> Turner.barrel().withCompliance(0.2))
        .hasMessageStartingWith("syringe compliance 0.2 mL/bar: expected more than the rod's");
    assertThatThrownBy(() -> new Line(66.7, 0.05, 0.2, 0.3, 0))
        .hasMessage(
            "air sensor at 0.3 mL: expected within the line, at most its dead volume of 0.2 mL");
    assertThatThrownBy(
            () -> new DeliveryPath(Drive.ideal(212_600), Barrel.ideal(26_600), Line.USUAL, 0))
        .hasMessage(
            "line compliance 0.05 mL/bar: expected 0 with a syringe of which nothing gives way");
  }

  @Test
  void noneIsAValueOfItsOwn() {
    Parameter gap =
        Parameter.of("gap", "mm", 0.3, 0.02, 2, Origin.CHOSEN, "between").orNone(0);
    assertThatCode(() -> gap.check(0)).doesNotThrowAnyException();
    assertThatThrownBy(() -> gap.check(0.01))
        .hasMessage("gap 0.01: expected 0.02 to 2 mm, or 0 for none");
    assertThatThrownBy(() -> gap.check(Double.NaN)).hasMessageStartingWith("gap NaN: ");
  }
}
