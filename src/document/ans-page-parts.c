/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Letterhead, title and signatures as NĐ 30/2020/NĐ-CP, Annex I, lays them down. */
#include "document/ans-page-parts.h"

#include <string.h>

#include "document/ans-page-table.h"

/* Sizes in points. Annex I allows 12–13 and 13–14; the smaller ones go well with a table. */
#define COUNTRY_SIZE    12.0
#define MOTTO_SIZE      13.0
#define AGENCY_SIZE     12.0
#define NUMBER_SIZE     13.0
#define PLACE_SIZE      13.0
#define TITLE_SIZE      14.0
#define SUBTITLE_SIZE   13.0
#define ATTACHMENT_SIZE 13.0
#define UNIT_SIZE       12.0
#define OPENING_SIZE    13.0
#define CLOSING_SIZE    12.0
#define SIGN_SIZE       13.0
#define NOTE_SIZE       12.0

#define HEAD_RULE   0.75
#define RULE_GAP    3.5  /* from the descent of a line to its rule */
#define RULE_SPACE  6.0  /* a rule and the air around it */
#define AGENCY_RULE 0.45 /* of the last agency line; Annex I: 1/3 to 1/2 */
#define SIGN_GAP    62.0 /* room to sign and stamp, about 22 mm */

/* Adds @text in as many lines as it needs, centred in a column; returns the height. @last is the
 * advance of its last line. */
static double
centred (const AnsPageParts *parts,
         AnsFace face,
         double size,
         const char *text,
         double x,
         double width,
         double top,
         double *last)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (AnsTextLine));
  double height = size * ANS_LINE_HEIGHT;
  double ascent = ans_text_shaper_get_ascent (parts->shaper);
  double descent = ans_text_shaper_get_descent (parts->shaper);
  double first = top + (height - (ascent + descent) * size) / 2 + ascent * size;

  ans_text_shaper_wrap_evenly (parts->shaper, face, text, width / size, lines);
  for (guint i = 0; i < lines->len; i++)
    {
      const AnsTextLine *line = &g_array_index (lines, AnsTextLine, i);
      double advance = line->width * size;

      if (parts->scene != NULL)
        ans_scene_add_text (parts->scene, face, size, x + (width - advance) / 2, first + i * height,
                            advance, text + line->start, line->length);
      if (last != NULL)
        *last = advance;
    }
  return lines->len * height;
}

static void
centred_rule (const AnsPageParts *parts, double x, double width, double y, double length)
{
  if (parts->scene != NULL)
    ans_scene_add_line (parts->scene, x + (width - length) / 2, y, length, 0, HEAD_RULE);
}

static double
letterhead_left (const AnsPageParts *parts, double x, double width, double top)
{
  AnsDocument *document = parts->document;
  double y = top, last = 0;

  if (document->parent_agency != NULL)
    y += centred (parts, ANS_FACE_REGULAR, AGENCY_SIZE, document->parent_agency, x, width, y, NULL);
  for (char **line = document->agency; *line != NULL; line++)
    y += centred (parts, ANS_FACE_BOLD, AGENCY_SIZE, *line, x, width, y, &last);
  centred_rule (parts, x, width, y + RULE_GAP - 1, last * AGENCY_RULE);
  return y + RULE_SPACE - top;
}

static double
letterhead_right (const AnsPageParts *parts, double x, double width, double top)
{
  double y = top, last = 0;

  y += centred (parts, ANS_FACE_BOLD, COUNTRY_SIZE, ANS_COUNTRY_LINE, x, width, y, NULL);
  y += centred (parts, ANS_FACE_BOLD, MOTTO_SIZE, ANS_MOTTO_LINE, x, width, y, &last);
  centred_rule (parts, x, width, y + RULE_GAP - 1, last);
  return y + RULE_SPACE + 2 - top;
}

/* The right half always has room for the country's line; a wide sheet leaves air between the
 * halves. */
static double
letterhead (const AnsPageParts *parts, double top)
{
  double country =
      COUNTRY_SIZE * ans_text_shaper_width (parts->shaper, ANS_FACE_BOLD, ANS_COUNTRY_LINE,
                                            strlen (ANS_COUNTRY_LINE));
  double right = MAX (country + 6, parts->width * 0.48);
  double left = MIN (parts->width - right - 6, parts->width * 0.38);
  double right_x = parts->left + parts->width - right;
  double one = letterhead_left (parts, parts->left, left, top);
  double two = letterhead_right (parts, right_x, right, top);
  AnsDocument *document = parts->document;

  /* Annex I: the number and the place with its date stand in one row. */
  if (document->number != NULL)
    one = two = MAX (one, two);
  if (document->number != NULL)
    one += centred (parts, ANS_FACE_REGULAR, NUMBER_SIZE, document->number, parts->left, left,
                    top + one, NULL);
  if (document->place_date != NULL)
    two += centred (parts, ANS_FACE_ITALIC, PLACE_SIZE, document->place_date, right_x, right,
                    top + two, NULL);
  return MAX (one, two);
}

/* Sentences from the left edge on, @size high. */
static double
sentences (const AnsPageParts *parts, const GArray *all, double size, double gap, double top)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (AnsTextLine));
  double y = top;

  for (guint i = 0; i < all->len; i++)
    {
      const AnsClosingLine *line = &g_array_index (all, AnsClosingLine, i);
      AnsFace face = line->italic ? ANS_FACE_ITALIC : ANS_FACE_REGULAR;

      ans_text_shaper_wrap (parts->shaper, face, line->text, parts->width / size, lines);
      for (guint j = 0; j < lines->len; j++)
        {
          const AnsTextLine *piece = &g_array_index (lines, AnsTextLine, j);

          if (parts->scene != NULL)
            ans_scene_add_text (parts->scene, face, size, parts->left, y + size,
                                piece->width * size, line->text + piece->start, piece->length);
          y += size * ANS_LINE_HEIGHT + gap;
        }
    }
  return y - top;
}

/**
 * ans_page_parts_head:
 * @top: its top edge
 *
 * Letterhead, title, subtitle, "(Kèm theo …)", opening lines and "ĐVT: …".
 *
 * Returns: its height, with the space to the table; 0 if there is nothing
 */
double
ans_page_parts_head (const AnsPageParts *parts, double top)
{
  AnsDocument *document = parts->document;
  double x = parts->left, width = parts->width, y = top;

  if (document->agency != NULL && document->agency[0] != NULL)
    y += letterhead (parts, y) + 8;
  if (document->title != NULL)
    y += centred (parts, ANS_FACE_BOLD, TITLE_SIZE, document->title, x, width, y, NULL);
  if (document->subtitle != NULL)
    y += centred (parts, ANS_FACE_BOLD, SUBTITLE_SIZE, document->subtitle, x, width, y, NULL);
  if (document->attachment != NULL)
    y += centred (parts, ANS_FACE_ITALIC, ATTACHMENT_SIZE, document->attachment, x, width, y, NULL);
  if (document->opening->len > 0)
    y += 8 + sentences (parts, document->opening, OPENING_SIZE, 3, y + 8);
  if (document->unit_note != NULL)
    {
      double advance =
          UNIT_SIZE * ans_text_shaper_width (parts->shaper, ANS_FACE_ITALIC, document->unit_note,
                                             strlen (document->unit_note));

      y += 2;
      centred (parts, ANS_FACE_ITALIC, UNIT_SIZE, document->unit_note, x + width - advance,
               advance + 1e-6, y, NULL);
      return y + UNIT_SIZE * ANS_LINE_HEIGHT + 3 - top;
    }
  return y > top ? y + 8 - top : 0;
}

static double
signature_wish (const AnsPageParts *parts, const AnsSignature *signature)
{
  double wish = 0;

  for (char **line = signature->heading; *line != NULL; line++)
    wish = MAX (wish, ans_text_shaper_width (parts->shaper, ANS_FACE_BOLD, *line, strlen (*line)));
  if (signature->signer != NULL)
    wish = MAX (wish, ans_text_shaper_width (parts->shaper, ANS_FACE_BOLD, signature->signer,
                                             strlen (signature->signer)));
  return wish * SIGN_SIZE + 8;
}

/* Equal columns where every heading fits, else columns by need, else headings wrap. */
static void
signature_columns (const AnsPageParts *parts, double *x, double *width)
{
  const GArray *signatures = parts->document->signatures;
  double share = parts->width / MAX (signatures->len, 2);
  double wishes[3] = { 0 }, sum = 0, at = parts->left;
  gboolean equal = TRUE;

  for (guint i = 0; i < signatures->len; i++)
    {
      wishes[i] = signature_wish (parts, &g_array_index (signatures, AnsSignature, i));
      sum += wishes[i];
      equal &= wishes[i] <= share;
    }
  for (guint i = 0; i < signatures->len; i++)
    {
      if (equal || sum > parts->width)
        width[i] = share;
      else
        width[i] = wishes[i] + (parts->width - sum) / signatures->len;
      x[i] = at;
      at += width[i];
    }
  if (signatures->len == 1)
    {
      width[0] = MIN (MAX (share, wishes[0]), parts->width);
      x[0] = parts->left + parts->width - width[0];
    }
}

static double
signatures (const AnsPageParts *parts, double top)
{
  const GArray *all = parts->document->signatures;
  double x[3] = { 0 }, width[3] = { 0 }, deepest = 0, names = 0;

  signature_columns (parts, x, width);
  for (guint i = 0; i < all->len; i++)
    {
      const AnsSignature *signature = &g_array_index (all, AnsSignature, i);
      double y = top;

      for (char **line = signature->heading; *line != NULL; line++)
        y += centred (parts, ANS_FACE_BOLD, SIGN_SIZE, *line, x[i], width[i], y, NULL);
      if (signature->note != NULL)
        y += centred (parts, ANS_FACE_ITALIC, NOTE_SIZE, signature->note, x[i], width[i], y, NULL);
      deepest = MAX (deepest, y);
    }
  for (guint i = 0; i < all->len; i++)
    {
      const AnsSignature *signature = &g_array_index (all, AnsSignature, i);
      double height = 0;

      if (signature->signer != NULL)
        height = centred (parts, ANS_FACE_BOLD, SIGN_SIZE, signature->signer, x[i], width[i],
                          deepest + SIGN_GAP, NULL);
      names = MAX (names, height);
    }
  return deepest + SIGN_GAP + names - top;
}

/**
 * ans_page_parts_tail:
 * @top: the table's bottom edge
 *
 * Closing lines and signatures.
 *
 * Returns: its height; 0 if there is nothing
 */
double
ans_page_parts_tail (const AnsPageParts *parts, double top)
{
  double y = top;

  if (parts->document->closing->len > 0)
    y += 5 + sentences (parts, parts->document->closing, CLOSING_SIZE, 1.5, y + 5);
  if (parts->document->signatures->len > 0)
    y += 9 + signatures (parts, y + 9);
  return y - top;
}
