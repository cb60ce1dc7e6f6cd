/*
 * The twin of the control loop for "bench jitter": 1 kHz, absolute deadlines, a deadline that went by
 * is skipped; every wake-up is written into a file in memory: at 0 how many there are, from 64 on
 * deadline and error of each, ns.
 *
 * Arguments: file, processor.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { PERIOD_NS = 1000000, SECOND_NS = 1000000000, PRIORITY = 80, FIRST = 8 };

static int fail(const char *what) {
  fprintf(stderr, "jitter-twin: %s: %s\n", what, strerror(errno));
  return 1;
}

static int64_t now_ns(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * (int64_t) SECOND_NS + now.tv_nsec;
}

int main(int count, char **arguments) {
  if (count != 3) {
    fprintf(stderr, "jitter-twin: expected FILE CPU\n");
    return 2;
  }
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  int file = open(arguments[1], O_RDWR | O_CLOEXEC);
  struct stat status;
  if (file < 0 || fstat(file, &status) != 0) return fail(arguments[1]);
  int64_t *log =
      mmap(NULL, status.st_size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_POPULATE, file, 0);
  if (log == MAP_FAILED) return fail(arguments[1]);
  int64_t capacity = (status.st_size / (int64_t) sizeof *log - FIRST) / 2;

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

  int64_t deadline_ns = now_ns() + PERIOD_NS;
  for (int64_t wakes = 0; wakes < capacity;) {
    struct timespec deadline = {deadline_ns / SECOND_NS, deadline_ns % SECOND_NS};
    while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &deadline, NULL) == EINTR) {
    }
    int64_t error_ns = now_ns() - deadline_ns;
    int64_t present_ns = deadline_ns + error_ns / PERIOD_NS * PERIOD_NS;
    log[FIRST + 2 * wakes] = present_ns;
    log[FIRST + 2 * wakes + 1] = error_ns;
    __atomic_store_n(log, ++wakes, __ATOMIC_RELEASE);
    deadline_ns = present_ns + PERIOD_NS;
  }
  return 0;
}
