/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-message.h"

G_BEGIN_DECLS

void desk_test_assert_said (const DeskMessage *message);

G_END_DECLS
