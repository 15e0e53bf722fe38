/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-bench-samples.h"

#include <sys/syscall.h>
#include <unistd.h>

/*
 * The engine's calls to make a file durable come here first, because a program's
 * own functions go before those of a library. So the time of the disk can be told
 * from the time of the program.
 */
static gint64 synced;

static int
sync_timed (long number,
            int  fd)
{
  gint64 before = desk_bench_now ();
  int result = (int) syscall (number, fd);

  __atomic_add_fetch (&synced, desk_bench_now () - before, __ATOMIC_RELAXED);
  return result;
}

int
fdatasync (int fd)
{
  return sync_timed (SYS_fdatasync, fd);
}

int
fsync (int fd)
{
  return sync_timed (SYS_fsync, fd);
}

gint64
desk_bench_get_synced (void)
{
  return __atomic_load_n (&synced, __ATOMIC_RELAXED);
}
