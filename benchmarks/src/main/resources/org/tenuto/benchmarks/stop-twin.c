/*
 * The twin of the control loop for "bench stop": 1 kHz, absolute deadlines, one look at the e-stop in
 * shared memory and one read of the line in each cycle; when the e-stop opens, the stop is written.
 *
 * Arguments: line, file of the e-stop, bytes of the stop in hex, processor.
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

enum { PERIOD_NS = 1000000, SECOND_NS = 1000000000, PRIORITY = 80, MOST = 64 };

static int fail(const char *what) {
  fprintf(stderr, "stop-twin: %s: %s\n", what, strerror(errno));
  return 1;
}

int main(int count, char **arguments) {
  if (count != 5) {
    fprintf(stderr, "stop-twin: expected LINE FLAG HEX CPU\n");
    return 2;
  }
  int line = open(arguments[1], O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
  struct termios raw;
  if (line < 0 || tcgetattr(line, &raw) != 0) return fail(arguments[1]);
  cfmakeraw(&raw);
  cfsetspeed(&raw, B19200);
  if (tcsetattr(line, TCSANOW, &raw) != 0) return fail(arguments[1]);
  int file = open(arguments[2], O_RDONLY | O_CLOEXEC);
  int *flag = mmap(NULL, 4096, PROT_READ, MAP_SHARED, file, 0);
  if (file < 0 || flag == MAP_FAILED) return fail(arguments[2]);
  unsigned char stop[MOST], heard[MOST];
  size_t length = strlen(arguments[3]) / 2;
  for (size_t i = 0; i < length && i < MOST; i++) {
    unsigned value = 0;
    if (sscanf(arguments[3] + 2 * i, "%2x", &value) != 1) return fail(arguments[3]);
    stop[i] = (unsigned char) value;
  }

  int locked = mlockall(MCL_CURRENT | MCL_FUTURE) == 0;
  cpu_set_t cpus;
  CPU_ZERO(&cpus);
  CPU_SET(atoi(arguments[4]), &cpus);
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

  struct timespec deadline;
  clock_gettime(CLOCK_MONOTONIC, &deadline);
  for (int open_before = 0;;) {
    deadline.tv_nsec += PERIOD_NS;
    if (deadline.tv_nsec >= SECOND_NS) {
      deadline.tv_nsec -= SECOND_NS;
      deadline.tv_sec++;
    }
    while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &deadline, NULL) == EINTR) {
    }
    while (read(line, heard, sizeof heard) > 0) {
    }
    int open_now = __atomic_load_n(flag, __ATOMIC_ACQUIRE);
    if (open_now && !open_before && write(line, stop, length) != (ssize_t) length) {
      return fail("write");
    }
    open_before = open_now;
  }
}
