/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "registry/ans-relation.h"

#include "registry/ans-choices.h"

static gboolean
is_one_of (const char *code, const char *const *codes)
{
  return code != NULL && g_strv_contains (codes, code);
}

static const char *const spouses[] = { "VO", "CHONG", NULL };
static const char *const children[] = { "CON_DE", "CON_NUOI", NULL };
static const char *const parents[] = { "CHA", "ME", NULL };
static const char *const in_laws[] = { "CON_DAU", "CON_RE", NULL };
static const char *const siblings[] = { "ANH", "CHI", "EM", NULL };

static const char *
sibling (gboolean is_female, gboolean is_elder)
{
  return !is_elder ? "EM" : is_female ? "CHI" : "ANH";
}

const char *
ans_relation_to_new_head (const char *member, const char *new_head, gboolean is_female,
                          gboolean is_elder)
{
  gboolean was_head = g_strcmp0 (member, ANS_RELATION_HEAD) == 0;

  /* The head leaves with some of the members, and stays their head. */
  if (g_strcmp0 (new_head, ANS_RELATION_HEAD) == 0)
    return member != NULL ? member : "KHAC";
  if (is_one_of (new_head, spouses))
    {
      if (was_head)
        return is_female ? "VO" : "CHONG";
      if (is_one_of (member, children) || g_strcmp0 (member, "CON_DAU") == 0 ||
          g_strcmp0 (member, "CON_RE") == 0 || g_strcmp0 (member, "CHAU") == 0)
        return member;
      if (is_one_of (member, parents))
        return "CHA_ME_VO_CHONG";
      if (g_strcmp0 (member, "CHA_ME_VO_CHONG") == 0)
        return is_female ? "ME" : "CHA";
    }
  else if (is_one_of (new_head, children))
    {
      if (was_head || is_one_of (member, spouses))
        return is_female ? "ME" : "CHA";
      if (is_one_of (member, children))
        return sibling (is_female, is_elder);
      if (is_one_of (member, parents))
        return is_female ? "BA" : "ONG";
    }
  else if (is_one_of (new_head, parents))
    {
      if (was_head)
        return "CON_DE";
      if (is_one_of (member, parents))
        return is_female ? "VO" : "CHONG";
      if (is_one_of (member, siblings))
        return "CON_DE";
      if (is_one_of (member, spouses))
        return is_female ? "CON_DAU" : "CON_RE";
      if (is_one_of (member, children))
        return "CHAU";
    }
  else if (is_one_of (new_head, in_laws))
    {
      if (was_head || is_one_of (member, spouses))
        return "CHA_ME_VO_CHONG";
    }
  else if (is_one_of (new_head, siblings))
    {
      if (was_head || is_one_of (member, siblings))
        return sibling (is_female, is_elder);
      if (is_one_of (member, parents))
        return member;
      if (is_one_of (member, children))
        return "CHAU";
    }
  return "KHAC";
}
