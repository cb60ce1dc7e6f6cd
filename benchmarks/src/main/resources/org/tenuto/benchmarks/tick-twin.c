/*
 * The twin of a tick's line work for "bench tick": 1 kHz, absolute deadlines, in each tick one read
 * of the line and one write of a poll; how long the two took, ns, one figure a line, at the end.
 *
 * Arguments: line, processor, ticks before those that count, ticks that count.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum { PERIOD_NS = 1000000, SECOND_NS = 1000000000, PRIORITY = 80, MOST = 512 };

static const char POLL[] = "\002\005DIS\3Z\003";

static int fail(const char *what) {
  fprintf(stderr, "tick-twin: %s: %s\n", what, strerror(errno));
  return 1;
}

static int64_t now_ns(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t) now.tv_sec * SECOND_NS + now.tv_nsec;
}

int main(int count, char **arguments) {
  if (count != 5) {
    fprintf(stderr, "tick-twin: expected LINE CPU WARM-UP TICKS\n");
    return 2;
  }
  int line = open(arguments[1], O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
  struct termios raw;
  if (line < 0 || tcgetattr(line, &raw) != 0) return fail(arguments[1]);
  cfmakeraw(&raw);
  cfsetspeed(&raw, B19200);
  if (tcsetattr(line, TCSANOW, &raw) != 0) return fail(arguments[1]);
  int warm_up = atoi(arguments[3]), ticks = atoi(arguments[4]);
  int64_t *took = calloc((size_t) ticks + 1, sizeof *took);
  if (took == NULL) return fail("memory");

  int locked = mlockall(MCL_CURRENT | MCL_FUTURE) == 0;
  cpu_set_t cpus;
  CPU_ZERO(&cpus);
  CPU_SET(atoi(arguments[2]), &cpus);
  int bound = sched_setaffinity(0, sizeof cpus, &cpus) == 0;
  int latency = open("/dev/cpu_dma_latency", O_WRONLY | O_CLOEXEC);
  int32_t none = 0;
  int awake = latency >= 0 && write(latency, &none, sizeof none) == sizeof none;
  struct sched_param priority = {.sched_priority = PRIORITY};
  int fifo = sched_setscheduler(0, SCHED_FIFO, &priority) == 0;
  if (!fifo) prctl(PR_SET_TIMERSLACK, 1);
  printf("twin ready, timing: SCHED_FIFO %s, locked memory %s, CPU affinity %s, C-state latency 0 %s\n",
         fifo ? "yes" : "no", locked ? "yes" : "no", bound ? "yes" : "no", awake ? "yes" : "no");
  fflush(stdout);

  char heard[MOST];
  struct timespec deadline;
  clock_gettime(CLOCK_MONOTONIC, &deadline);
  for (int i = -warm_up; i < ticks; i++) {
    deadline.tv_nsec += PERIOD_NS;
    if (deadline.tv_nsec >= SECOND_NS) {
      deadline.tv_nsec -= SECOND_NS;
      deadline.tv_sec++;
    }
    while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &deadline, NULL) == EINTR) {
    }
    int64_t began = now_ns();
    ssize_t got = read(line, heard, sizeof heard);
    ssize_t put = write(line, POLL, sizeof POLL - 1);
    int64_t ended = now_ns();
    if ((got < 0 && errno != EAGAIN) || (put < 0 && errno != EAGAIN)) return fail("line");
    if (i >= 0) took[i] = ended - began;
  }
  for (int i = 0; i < ticks; i++) printf("%lld\n", (long long) took[i]);
  return 0;
}
