/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/ans-syllable.h"

#include <string.h>

#include "text/ans-letter.h"

/* Spelled with A for ă, B for â, D for đ, E for ê, O for ô, P for ơ, U for ư; each between spaces.
 */
static const char onsets[] = "  b c ch d D g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x ";
static const char rhymes[] =
    " a ac ach ai am an ang anh ao ap at au ay Ac Am An Ang Ap At Bc Bm Bn Bng Bp Bt Bu By"
    " e ec em en eng eo ep et E Ech Em En Enh Ep Et Eu"
    " i ia ich im in inh ip it iu iEc iEm iEn iEng iEp iEt iEu"
    " o oa oac oach oai oam oan oang oanh oao oap oat oay oAc oAm oAn oAng oAt oc oe oem oen oeo"
    " oet oi om on ong ooc oong op ot O Oc Oi Om On Ong Op Ot P Pi Pm Pn Pp Pt"
    " u ua uBn uBng uBt uBy uc uE uEch uEnh ui um un ung uOc uOi uOm uOn uOng uOt up uP ut"
    " uy uya uych uyn uynh uyp uyt uyu uyEn uyEt"
    " U Ua Uc Ui Um Un Ung Ut Uu UPc UPi UPm UPn UPng UPp UPt UPu"
    " y yEm yEn yEng yEt yEu ";

/* Longer than any syllable (nghiêng). */
#define LETTERS_MAX 7

static gboolean
is_listed (const char *list, const char *part, gsize n)
{
  char key[LETTERS_MAX + 3];

  key[0] = ' ';
  memcpy (key + 1, part, n);
  key[n + 1] = ' ';
  key[n + 2] = '\0';
  return strstr (list, key) != NULL;
}

static char
spell (AnsLetter letter)
{
  switch (letter.shape)
    {
    case ANS_SHAPE_NONE:
      return (char) letter.base;
    case ANS_SHAPE_BREVE:
      return 'A';
    case ANS_SHAPE_CIRCUMFLEX:
      return letter.base == 'a' ? 'B' : g_ascii_toupper ((char) letter.base);
    case ANS_SHAPE_HORN:
      return letter.base == 'o' ? 'P' : 'U';
    case ANS_SHAPE_STROKE:
      return 'D';
    default:
      return '\0';
    }
}

gboolean
ans_syllable_is_valid (const char *word, gsize length)
{
  const AnsLetterTable *table = ans_letter_table ();
  char letters[LETTERS_MAX + 1] = { 0 };
  AnsTone tone = ANS_TONE_NONE;
  gsize n = 0;

  for (const char *p = word; p < word + length; p = g_utf8_next_char (p))
    {
      AnsLetter letter = ans_letter_get (table, g_utf8_get_char (p));

      if (letter.base == 0 || n == LETTERS_MAX || spell (letter) == '\0')
        return FALSE;
      if (letter.tone != ANS_TONE_NONE)
        {
          if (tone != ANS_TONE_NONE || !ans_letter_is_vowel (letter))
            return FALSE;
          tone = letter.tone;
        }
      letters[n++] = spell (letter);
    }
  if (n == 0)
    return FALSE;
  if (tone != ANS_TONE_SAC && tone != ANS_TONE_NANG &&
      (strchr ("cpt", letters[n - 1]) != NULL || (n > 1 && strcmp (letters + n - 2, "ch") == 0)))
    return FALSE;

  for (gsize onset = 0; onset <= 3 && onset < n; onset++)
    {
      if (is_listed (onsets, letters, onset) && is_listed (rhymes, letters + onset, n - onset))
        return TRUE;
    }
  return FALSE;
}
