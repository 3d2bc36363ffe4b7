/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "registry/ans-words-setting.h"

static const struct
{
  const char *name;
  AnsWordsFlags flag;
} settings[] = {
  { ANS_SETTING_WORDS_LINH, ANS_WORDS_LINH },
  { ANS_SETTING_WORDS_TU, ANS_WORDS_TU },
  { ANS_SETTING_WORDS_NGAN, ANS_WORDS_NGAN },
  { ANS_SETTING_WORDS_CHAN, ANS_WORDS_CHAN },
};

AnsWordsFlags
ans_words_setting_get (AnsBook *book)
{
  AnsWordsFlags flags = ANS_WORDS_DEFAULT;

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autofree char *value = ans_book_get_setting (book, settings[i].name);

      if (g_strcmp0 (value, "1") == 0)
        flags |= settings[i].flag;
    }
  return flags;
}

gboolean
ans_words_setting_set (AnsBook *book, AnsWordsFlags flags, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autofree char *old = ans_book_get_setting (book, settings[i].name);
      const char *value = (flags & settings[i].flag) != 0 ? "1" : NULL;

      if (g_strcmp0 (old, value) != 0 &&
          !ans_book_set_setting (book, settings[i].name, value, error))
        return FALSE;
    }
  return TRUE;
}
