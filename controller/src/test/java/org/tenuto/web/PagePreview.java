package org.tenuto.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Scanner;
import org.tenuto.alarm.AlarmPriority;

/**
 * Serves the page in front of a {@link ScriptedDesk} to look at it: {@code PagePreview PORT SPEED},
 * then one command a line on standard input ({@code high}, {@code medium}, {@code low}, {@code
 * clear}, {@code fault}, {@code lost}, {@code found}, {@code hard}, {@code soft}, {@code plain},
 * {@code recent}, {@code deaf}, {@code silent}, {@code restless}, {@code skip SECONDS}, {@code
 * quit}).
 */
final class PagePreview {

  private static final LiveView.Alarm STALLED =
      new LiveView.Alarm(
          "PUMP_STALLED", AlarmPriority.HIGH, "Pump motor stalled. Check line and syringe.", true, true);
  private static final LiveView.Alarm OVERRUN =
      new LiveView.Alarm(
          "CYCLE_OVERRUN", AlarmPriority.MEDIUM, "Control loop was late by over 100 ms.", false, true);
  private static final LiveView.Alarm NEAR =
      new LiveView.Alarm(
          "NEAR_COMPLETION", AlarmPriority.LOW, "Infusion complete in under 3 min.", true, true);

  private PagePreview() {}

  public static void main(String[] args) throws Exception {
    ScriptedDesk desk = new ScriptedDesk(Double.parseDouble(args[1]));
    try (DeviceServer server = DeviceServer.start(Integer.parseInt(args[0]), desk);
        Scanner commands = new Scanner(System.in, StandardCharsets.UTF_8)) {
      System.out.println(server.url());
      while (commands.hasNextLine()) {
        String[] command = commands.nextLine().split(" ", 2);
        if (command[0].equals("quit")) {
          return;
        }
        apply(desk, command);
      }
    }
  }

  private static void apply(ScriptedDesk desk, String[] command) {
    switch (command[0]) {
      case "high" -> desk.alarms = List.of(NEAR, OVERRUN, STALLED);
      case "medium" -> desk.alarms = List.of(OVERRUN);
      case "low" -> desk.alarms = List.of(NEAR);
      case "clear" -> desk.alarms = List.of();
      case "fault" -> desk.fault(STALLED);
      case "lost" -> desk.executorAlive = false;
      case "found" -> desk.executorAlive = true;
      case "hard" -> desk.hardFinding = true;
      case "soft" -> desk.softFinding = true;
      case "plain" -> {
        desk.hardFinding = false;
        desk.softFinding = false;
        desk.failing = false;
        desk.deafToStop = false;
        desk.delivery.restless = false;
      }
      case "recent" -> desk.recentDose = new LiveView.RecentDose(35_000_000, 7_500);
      case "deaf" -> desk.deafToStop = true;
      case "restless" -> desk.delivery.restless = true;
      case "silent" -> desk.failing = true;
      case "skip" -> desk.delivery.skip(Double.parseDouble(command[1]));
      default -> System.err.println("unknown command " + command[0]);
    }
  }
}
