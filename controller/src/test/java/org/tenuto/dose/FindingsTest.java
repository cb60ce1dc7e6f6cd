package org.tenuto.dose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingsTest {

  @ParameterizedTest
  @EnumSource(ReasonCode.class)
  void aFindingIsNamedAfterItsCode(ReasonCode code) {
    Findings findings = new Findings();
    findings.add(code, "weight 20 kg", "25 kg or more");
    assertThat(findings.list())
        .containsExactly(
            new Finding(code.name(), code.severity(), "weight 20 kg: expected 25 kg or more"));
  }

  @Test
  void comeInTheOrderTheyWereFound() {
    Findings findings = new Findings();
    List<Finding> before = findings.list();
    ReasonCode[] codes = ReasonCode.values();
    findings.add(codes[1], "a", "b");
    findings.add(codes[0], "c", "d");
    assertThat(findings.list())
        .extracting(Finding::code)
        .containsExactly(codes[1].name(), codes[0].name());
    assertThat(before).isEmpty();
  }
}
