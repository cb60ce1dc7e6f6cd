/*
 * Preloaded into a process: counts its writes and syncs of one file and of the files beside it whose
 * names begin the same, and lets one of them go wrong.
 *
 *   TENUTO_CRASH_FILE   the file, an absolute path
 *   TENUTO_CRASH_AT     which call, from 1; 0 for none; or the name, from /, of a file that says so
 *   TENUTO_CRASH_HOW    before: killed before it;  torn: killed after half of it;
 *                       after: killed after it;    fail: it fails, no space or an input/output error
 *   TENUTO_CRASH_COUNT  a file that always says how many there were, in decimal
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static long calls;

static int is_ours(int fd) {
  const char *file = getenv("TENUTO_CRASH_FILE");
  char link[64];
  char path[PATH_MAX];
  if (file == NULL) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  size_t lock = strlen(".lock");
  if ((size_t)length > lock && strcmp(path + length - lock, ".lock") == 0) return 0;
  return strncmp(path, file, strlen(file)) == 0;
}

static ssize_t (*real_pwrite(void))(int, const void *, size_t, off64_t) {
  static ssize_t (*real)(int, const void *, size_t, off64_t);
  if (real == NULL) real = dlsym(RTLD_NEXT, "pwrite64");
  return real;
}

/* Which call is to go wrong; 0 while nobody has said. */
static long chosen(const char *at) {
  char text[32] = {0};
  if (at == NULL) return 0;
  if (at[0] != '/') return atol(at);
  int fd = open(at, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return 0;
  ssize_t length = read(fd, text, sizeof text - 1);
  close(fd);
  return length > 0 ? atol(text) : 0;
}

/* How this call ends: 0 as ever, else the first letter of TENUTO_CRASH_HOW. */
static char ends(void) {
  const char *at = getenv("TENUTO_CRASH_AT");
  const char *how = getenv("TENUTO_CRASH_HOW");
  const char *count = getenv("TENUTO_CRASH_COUNT");
  pthread_mutex_lock(&turn);
  long call = ++calls;
  if (count != NULL) {
    char text[32];
    int fd = open(count, O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
    int length = snprintf(text, sizeof text, "%ld\n", call);
    if (fd < 0 || real_pwrite()(fd, text, length, 0) != length) abort();
    close(fd);
  }
  pthread_mutex_unlock(&turn);
  return how != NULL && chosen(at) == call ? how[0] : 0;
}

static void die(void) {
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

#define WRITING(call, half)                                   \
  if (!is_ours(fd)) return call;                              \
  switch (ends()) {                                           \
    case 'b': die();                                          \
    case 't': half; die();                                    \
    case 'f': errno = ENOSPC; return -1;                      \
    case 'a': { ssize_t done = call; die(); return done; }    \
    default: return call;                                     \
  }

ssize_t write(int fd, const void *bytes, size_t size) {
  static ssize_t (*real)(int, const void *, size_t);
  if (real == NULL) real = dlsym(RTLD_NEXT, "write");
  WRITING(real(fd, bytes, size), if (real(fd, bytes, size / 2) < 0) abort())
}

ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t at) {
  ssize_t (*real)(int, const void *, size_t, off64_t) = real_pwrite();
  WRITING(real(fd, bytes, size, at), if (real(fd, bytes, size / 2, at) < 0) abort())
}

ssize_t pwrite(int fd, const void *bytes, size_t size, off_t at) {
  return pwrite64(fd, bytes, size, at);
}

static int syncing(int fd, int (*real)(int)) {
  if (!is_ours(fd)) return real(fd);
  switch (ends()) {
    case 'b':
    case 't': die();
    case 'f': errno = EIO; return -1;
    case 'a': { int done = real(fd); die(); return done; }
    default: return real(fd);
  }
}

int fsync(int fd) {
  static int (*real)(int);
  if (real == NULL) real = dlsym(RTLD_NEXT, "fsync");
  return syncing(fd, real);
}

int fdatasync(int fd) {
  static int (*real)(int);
  if (real == NULL) real = dlsym(RTLD_NEXT, "fdatasync");
  return syncing(fd, real);
}
