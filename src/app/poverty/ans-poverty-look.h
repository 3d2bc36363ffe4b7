/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "registry/ans-register.h"

G_BEGIN_DECLS

/** AnsPovertyLook: how a status or a movement looks: with its word always an icon and a colour. */
typedef struct
{
  const char *code;
  const char *icon;
  const char *css_class;
} AnsPovertyLook;

/** ans_poverty_look_find: Returns: (transfer none) (nullable): how @code (nullable) of @choices
 * looks, which are statuses or movements; %NULL for other choices */
const AnsPovertyLook *ans_poverty_look_find (const AnsChoice *choices, const char *code);

G_END_DECLS
