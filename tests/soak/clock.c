/* The clock that tells the time of day goes wrong by CLOCK_SHIFT seconds; the one that measures time stays right. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>

static time_t shift(void) {
  const char *text = getenv("CLOCK_SHIFT");
  return text ? atoll(text) : 0;
}

int clock_gettime(clockid_t clock, struct timespec *spec) {
  static int (*usual)(clockid_t, struct timespec *);
  if (!usual) usual = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
  int result = usual(clock, spec);
  if (result == 0 && clock == CLOCK_REALTIME) spec->tv_sec += shift();
  return result;
}

time_t time(time_t *out) {
  struct timespec spec;
  clock_gettime(CLOCK_REALTIME, &spec);
  if (out) *out = spec.tv_sec;
  return spec.tv_sec;
}

int gettimeofday(struct timeval *value, void *zone) {
  struct timespec spec;
  clock_gettime(CLOCK_REALTIME, &spec);
  value->tv_sec = spec.tv_sec;
  value->tv_usec = spec.tv_nsec / 1000;
  return 0;
}
