package org.tenuto.simulator.system;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.tenuto.alarm.AlarmPriority;
import org.tenuto.alarm.AlarmSignal;
import org.tenuto.alarm.BurstPattern;

/** Listens to what a page hands to its sound card: every source, its samples and its loudness. */
final class Ear {

  /** Wraps the browser's own audio nodes before the page loads; changes nothing of what they do. */
  static final String SCRIPT =
      """
      window.playing = new Map();
      const start = AudioBufferSourceNode.prototype.start;
      const stop = AudioBufferSourceNode.prototype.stop;
      const onsetsMs = (buffer) => {
        const onsets = [];
        let last = -Infinity;
        buffer.getChannelData(0).forEach((sample, i) => {
          if (sample !== 0) {
            if (i - last > buffer.sampleRate * 0.03) {
              onsets.push(Math.round(i * 1000 / buffer.sampleRate));
            }
            last = i;
          }
        });
        return onsets;
      };
      AudioBufferSourceNode.prototype.start = function (...when) {
        const analyser = new AnalyserNode(this.context, { fftSize: 2048 });
        this.connect(analyser);
        playing.set(this, { analyser, pattern: [this.loop ? 'again after' : 'once',
          Math.round(this.buffer.duration * 1000), ...onsetsMs(this.buffer)].join(' ') });
        return start.apply(this, when);
      };
      AudioBufferSourceNode.prototype.stop = function (...when) {
        playing.delete(this);
        return stop.apply(this, when);
      };
      window.loudness = () => Math.max(0, ...[...playing.values()].flatMap(({ analyser }) => {
        const samples = new Float32Array(analyser.fftSize);
        analyser.getFloatTimeDomainData(samples);
        return [...samples].map(Math.abs);
      }));
      """;

  private final Page page;

  Ear(Page page) {
    this.page = page;
  }

  /** Waits until this burst, and nothing else, is being played, and is really loud. */
  void awaitBurst(BurstPattern burst) {
    page.waitForFunction(
        "wanted => playing.size === 1 && [...playing.values()][0].pattern === wanted",
        pattern(burst));
    page.waitForFunction("() => loudness() > 0.2");
  }

  /**
   * Waits until the burst of the alarm that is shown is being played. Which that is may be the
   * machine's doing: one that is late has an alarm of its own.
   */
  void awaitBurstOfTheAlarmShown() {
    Map<String, String> patterns =
        Stream.of(AlarmPriority.values())
            .collect(
                Collectors.toMap(
                    AlarmPriority::name, one -> pattern(AlarmSignal.of(one).burst())));
    page.waitForFunction(
        "patterns => playing.size === 1 && [...playing.values()][0].pattern"
            + " === patterns[document.getElementById('alarm').dataset.priority]",
        patterns);
    page.waitForFunction("() => loudness() > 0.2");
  }

  /** Whether nothing sounds any more within a second, while the page says that it is paused. */
  boolean fallsSilentWhilePaused() {
    try {
      page.waitForFunction(
          "() => playing.size === 0 && /^\\d+ s$/.test("
              + "document.getElementById('pause-left').textContent)",
          null,
          new Page.WaitForFunctionOptions().setTimeout(1_000));
      return true;
    } catch (TimeoutError e) {
      return false;
    }
  }

  private static String pattern(BurstPattern burst) {
    LongStream onsetsMs =
        LongStream.range(0, burst.pulses()).map(i -> burst.onsetNs((int) i) / 1_000_000);
    List<String> words = onsetsMs.mapToObj(Long::toString).toList();
    return "again after " + burst.repeatNs() / 1_000_000 + " " + String.join(" ", words);
  }
}
