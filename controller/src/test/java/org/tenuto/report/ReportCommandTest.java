package org.tenuto.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tenuto.journal.JournalException;
import org.tenuto.journal.JournalReader;
import org.tenuto.journal.RecordStorage;
import org.tenuto.journal.RecordStore;
import picocli.CommandLine;

class ReportCommandTest {

  @TempDir private Path dir;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path journal = Path.of("");
  private Path html = Path.of("");

  @BeforeEach
  void writeJournal() throws Exception {
    html = dir.resolve("r.html");
    journal =
        HandRecord.booted()
            .started(10_000, 99)
            .completed(70_000, 99, 600_000)
            .started(100_000, 98)
            .completed(160_000, 98, 600_000)
            .write(dir.resolve("journal.db"));
  }

  private int run(Object... arguments) {
    return new CommandLine(new ReportCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
  }

  @Test
  void theLastOrderIsWrittenWhereNoneIsNamed() throws Exception {
    assertThat(run(journal, "--out", html)).as(err.toString()).isZero();
    assertThat(html).content().contains("Order 2 of this record", "Completed", "ward 3, pump-1");
    assertThat(run(journal, "--order", "1", "--out", html, "--force")).isZero();
    assertThat(html).content().contains("Order 1 of this record").doesNotContain("NOT verified");
    assertThat(out)
        .hasToString("order 2 of 2: " + html + "\norder 1 of 2: " + html + "\n");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void forProgramsItIsOneJsonObjectOnStandardOutputOrInAFile() throws Exception {
    assertThat(run(journal, "--json", "--order", "1")).as(err.toString()).isZero();
    JsonNode report = new ObjectMapper().readTree(out.toString());
    assertThat(report.path("shape").asText()).isEqualTo("tenuto-session-report-1");
    assertThat(report.path("order_number").asInt()).isEqualTo(1);
    assertThat(report.path("delivered").path("at_most_ml").asText()).isEqualTo("0.6");
    Path file = dir.resolve("r.json");
    assertThat(run(journal, "--json", "--order", "1", "--out", file)).isZero();
    assertThat(out).hasToString(Files.readString(file) + "order 1 of 2: " + file + "\n");
    refused("a file that is not there yet, or --force", journal, "--json", "--out", file);
    refused("--order \"3\": expected a number from 1 to 2", journal, "--json", "--order", "3");
    refused("--list", journal, "--list", "--json");
    refused("no such file", dir.resolve("none.db"), "--json");
    try (Stream<Path> left = Files.list(dir)) {
      assertThat(left.filter(one -> one.toString().endsWith(".html"))).isEmpty();
    }
  }

  @Test
  void theOrdersAreListed() {
    assertThat(run(journal, "--list")).isZero();
    assertThat(out.toString().lines())
        .containsExactly(
            "1  2026-01-02 03:04:15 UTC  records 1..9  ketAMINE, One minute"
                + "  Completed: the ordered volume was delivered.",
            "2  2026-01-02 03:05:45 UTC  records 10..16  ketAMINE, One minute"
                + "  Completed: the ordered volume was delivered.");
  }

  /** Of each way to ask the store for records. */
  private static RecordStorage counting(Path file, Map<String, Integer> asked) {
    RecordStorage storage = RecordStorage.in(file);
    return new RecordStorage() {
      @Override
      public RecordStore toWrite() throws JournalException {
        return storage.toWrite();
      }

      @Override
      public RecordStore toRead() throws JournalException {
        RecordStore store = storage.toRead();
        return (RecordStore)
            Proxy.newProxyInstance(
                RecordStore.class.getClassLoader(),
                new Class<?>[] {RecordStore.class},
                (_, method, arguments) -> {
                  asked.merge(method.getName(), 1, Integer::sum);
                  return method.invoke(store, arguments);
                });
      }
    };
  }

  @Test
  void aListOfManyOrdersReadsTheRecordNoOftenerThanOneOfAFew() throws Exception {
    HandRecord many = HandRecord.booted();
    for (int order = 1; order <= 40; order++) {
      many.started(order * 100_000L, order).completed(order * 100_000L + 60_000, order, 600_000);
    }
    Path file = many.write(dir.resolve("many.db"));
    Map<Path, Map<String, Integer>> asked = new HashMap<>();
    for (Path one : List.of(journal, file)) {
      Map<String, Integer> calls = asked.computeIfAbsent(one, _ -> new HashMap<>());
      try (JournalReader reader = JournalReader.open(counting(one, calls))) {
        RecordedSessions sessions = RecordedSessions.in(reader);
        assertThat(sessions.lines()).hasSize(sessions.count());
      }
    }
    assertThat(asked.get(file)).isEqualTo(asked.get(journal)).containsKey("after");
    assertThat(run(file, "--list")).isZero();
    assertThat(out.toString().lines()).hasSize(40).allMatch(line -> line.contains("Completed"));
  }

  @Test
  void nothingIsReplacedUnasked() throws Exception {
    Files.writeString(html, "mine");
    refused("expected a file that is not there yet, or --force", journal, "--out", html);
    assertThat(html).hasContent("mine");
  }

  @Test
  void badInputIsOneLineAndExitsWithTwo() throws Exception {
    Path none = dir.resolve("none.db");
    refused("journal " + none + ": no such file", none, "--out", html);
    assertThat(none).doesNotExist();
    Path text = Files.writeString(dir.resolve("text"), "no journal");
    refused("not an SQLite file", text, "--out", html);
    refused("--order \"3\": expected a number from 1 to 2", journal, "--order", "3");
    refused("--order \"0\"", journal, "--order", "0");
    refused("--order \"99999999999\"", journal, "--order", "99999999999");
    refused("--order \"x\"", journal, "--order", "x");
    refused("a file in a folder that exists", journal, "--out", dir.resolve("no/r.html"));
    refused("a file, not a folder or device", journal, "--out", dir);
    refused("--list", journal, "--list", "--order", "1");
    Path idle = HandRecord.booted().write(dir.resolve("idle.db"));
    refused("an order that was started", idle, "--out", html);
    refused("an order that was started", idle, "--list");
    assertThat(html).doesNotExist();
  }

  private void refused(String naming, Object... arguments) {
    err.getBuffer().setLength(0);
    assertThat(run(arguments)).as(naming).isEqualTo(2);
    assertThat(err.toString().lines()).singleElement().asString().contains(naming);
  }

  @Test
  void aTamperedJournalIsWrittenWithABannerAndExitsWithOne() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + journal);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("DROP TRIGGER record_is_never_changed");
      statement.executeUpdate("UPDATE record SET mono_ns = mono_ns + 1 WHERE seq = 8");
    }
    assertThat(run(journal, "--out", html)).isEqualTo(1);
    assertThat(err.toString().lines()).singleElement().asString().contains("CHANGED: record 8");
    assertThat(html)
        .content()
        .contains("Chain NOT verified: CHANGED: record 8 changed", "id=\"not-verified\"");
    assertThat(run(journal, "--list")).isEqualTo(1);
    out.getBuffer().setLength(0);
    assertThat(run(journal, "--json")).isEqualTo(1);
    JsonNode record = new ObjectMapper().readTree(out.toString()).path("record");
    assertThat(record.path("chain_verified").asBoolean(true)).isFalse();
    assertThat(record.path("broken").asText()).startsWith("CHANGED: record 8");
  }

  @Test
  void theSameRecordMakesTheSameReportInEveryLocale() throws Exception {
    Locale before = Locale.getDefault();
    try {
      for (Locale locale : List.of(Locale.ROOT, Locale.of("ar", "EG"), Locale.of("tr", "TR"))) {
        Locale.setDefault(locale);
        Path file = dir.resolve(locale.toLanguageTag() + ".html");
        assertThat(run(journal, "--out", file)).isZero();
      }
    } finally {
      Locale.setDefault(before);
    }
    String expected = Files.readString(dir.resolve("und.html"));
    assertThat(dir.resolve("ar-EG.html")).hasContent(expected);
    assertThat(dir.resolve("tr-TR.html")).hasContent(expected);
  }
}
