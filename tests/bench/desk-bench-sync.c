/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-bench-samples.h"

#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

/*
 * The engine's calls to make a file durable come here first, because a program's
 * own functions go before those of a library. So the time of the disk can be told
 * from the time of the program. What it writes is counted in the same way.
 */
static gint64 synced;
static gint64 n_syncs;
static gint64 written;

static int
sync_timed (long number,
            int  fd)
{
  gint64 before = desk_bench_now ();
  int result = (int) syscall (number, fd);

  __atomic_add_fetch (&synced, desk_bench_now () - before, __ATOMIC_RELAXED);
  __atomic_add_fetch (&n_syncs, 1, __ATOMIC_RELAXED);
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

/* Pages, to the file and before that to its journal. */
ssize_t
pwrite64 (int         fd,
          const void *bytes,
          size_t      length,
          off64_t     offset)
{
  __atomic_add_fetch (&written, (gint64) length, __ATOMIC_RELAXED);
  return syscall (SYS_pwrite64, fd, bytes, length, offset);
}

gint64
desk_bench_get_n_syncs (void)
{
  return __atomic_load_n (&n_syncs, __ATOMIC_RELAXED);
}

gint64
desk_bench_get_written (void)
{
  return __atomic_load_n (&written, __ATOMIC_RELAXED);
}

gint64
desk_bench_get_synced (void)
{
  return __atomic_load_n (&synced, __ATOMIC_RELAXED);
}
