/* The time of day as one process sees it, moved by as many seconds as a file says. What measures lengths of time is left alone. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>

static const volatile long *offset;
static int (*truth)(clockid_t, struct timespec *);

__attribute__((constructor)) static void begin(void)
{
    const char *file = getenv("TELESERVICES_FAULTS_CLOCK");
    int opened = file ? open(file, O_RDONLY) : -1;
    void *mapped = opened < 0 ? MAP_FAILED : mmap(NULL, sizeof(long), PROT_READ, MAP_SHARED, opened, 0);
    truth = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
    offset = mapped == MAP_FAILED ? NULL : mapped;
}

int clock_gettime(clockid_t which, struct timespec *time)
{
    int result = truth(which, time);
    if (result == 0 && offset && (which == CLOCK_REALTIME || which == CLOCK_REALTIME_COARSE))
    {
        time->tv_sec += *offset;
    }

    return result;
}
