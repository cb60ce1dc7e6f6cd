package org.tenuto.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tenuto.web.DeviceClient.Answer;

/** Bodies that are no command: refused by their field, and nothing is asked of the desk. */
class MalformedCommandTest {

  private final ScriptedDesk desk = new ScriptedDesk(1);
  private DeviceServer server;
  private DeviceClient client;

  @BeforeEach
  void serve() throws Exception {
    server = DeviceServer.start(0, desk);
    client = new DeviceClient(server);
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /api/start  | {"nonce":"1"}                                  | hash
          /api/start  | {"nonce":"1","hash":"xyz"}                     | hash
          /api/start  | {"hash":"HASH"}                                | nonce
          /api/start  | {"nonce":5,"hash":"HASH"}                      | nonce
          /api/start  | {"nonce":"99999999999999999999","hash":"HASH"} | nonce
          /api/start  | {"nonce":"9999999999999999999","hash":"HASH"}  | nonce
          /api/resume | {"nonce":"0x1"}                                | nonce
          /api/resume | {"nonce":"1","more":"1"}                       | ''
          /api/resume | {"nonce":"1","nonce":"2"}                      | ''
          /api/resume | {"nonce":"1"} {}                               | ''
          /api/resume | ["nonce"]                                      | ''
          /api/resume | nonsense                                       | ''
          /api/seen   | {"boot":"","cycle":"1"}                        | boot
          /api/seen   | {"boot":"E1","cycle":"1"}                      | boot
          /api/seen   | {"boot":"e1","cycle":"-1"}                     | cycle
          /api/seen   | {"boot":"e1","cycle":"9999999999999999999"}    | cycle
          /api/seen   | {"boot":"e1"}                                  | cycle
          /api/change | {"nonce":"1","phase":1}                        | doseRate
          /api/change | {"nonce":"1","phase":1,"doseRate":0.9}         | doseRate
          /api/change | {"nonce":"1","phase":1,"doseRate":""}          | doseRate
          /api/change | {"nonce":"1","phase":1,"doseRate":"0"}         | doseRate
          /api/change | {"nonce":"1","phase":1,"doseRate":"-0.9"}      | doseRate
          /api/change | {"nonce":"1","phase":1,"doseRate":"fast"}      | doseRate
          /api/change | {"nonce":"1","phase":1,"doseRate":"0.9 mg/h"}  | doseRate
          /api/change | {"nonce":"1","phase":1,"doseRate":"1e9"}       | doseRate
          /api/change | {"nonce":"1","phase":1,"doseRate":"9999999999999999999"} | doseRate
          /api/change | {"nonce":"1","phase":0,"doseRate":"0.9"}       | phase
          /api/change | {"nonce":"1","phase":9,"doseRate":"0.9"}       | phase
          /api/change | {"nonce":"1","phase":1.5,"doseRate":"0.9"}     | phase
          /api/change | {"nonce":"1","phase":"1","doseRate":"0.9"}     | phase
          /api/change | {"nonce":"1","doseRate":"0.9"}                 | phase
          /api/change | {"phase":1,"doseRate":"0.9"}                   | nonce
          /api/change | {"nonce":1,"phase":1,"doseRate":"0.9"}         | nonce
          /api/change | {"nonce":"1","phase":1,"doseRate":"0.9","flowRate":"63"} | ''
          /api/change | {"nonce":"1","phase":1,"doseRate":"0.9","intensiveMonitoring":"yes"} | intensiveMonitoring
          /api/prime  | {"volume":"1"}                                 | syringe
          /api/prime  | {"syringe":"SPOON","volume":"1"}               | syringe
          /api/prime  | {"syringe":"BD-PLASTIPAK-50"}                  | volume
          /api/prime  | {"syringe":"BD-PLASTIPAK-50","volume":1}       | volume
          /api/prime  | {"syringe":"BD-PLASTIPAK-50","volume":"-1"}    | volume
          /api/prime  | {"syringe":"BD-PLASTIPAK-50","volume":".5"}    | volume
          /api/prime  | {"syringe":"BD-PLASTIPAK-50","volume":"1","rate":"200"} | ''
          /api/prime/start | {"nonce":"77","hash":"HASH"}              | line
          /api/prime/start | {"nonce":"77","hash":"HASH","line":""}    | line
          /api/prime/start | {"nonce":"77","hash":"HASH","line":"CONNECTED"} | line
          /api/prime/start | {"nonce":"77","hash":"HASH","line":true}  | line
          /api/prime/start | {"nonce":"77","hash":"0","line":"NOT_CONNECTED"} | hash
          /api/prime/start | {"nonce":"x","hash":"HASH","line":"NOT_CONNECTED"} | nonce
          """)
  void aMalformedCommandNamesTheField(String path, String body, String field) throws Exception {
    Answer answer = client.post(path, body.replace("HASH", ScriptedDesk.HASH));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("/error/field")).isEqualTo(field);
    assertThat(answer.text("/error/text")).isNotBlank().doesNotContain("\n");
    assertThat(desk.proposedChange).isNull();
    assertThat(client.get("/api/status").text("/state/code")).isEqualTo("IDLE");
  }
}
