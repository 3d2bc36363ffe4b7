/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A PangoLayout for each of 80,000 cells takes seconds; a list uses few different words. So each
 * word is shaped once, at 1000 units without hinting, and only scaled afterwards. Digits are taken
 * one by one: distinct numbers would fill the store, and kerning between digits would break the
 * columns of figures. */
#include "scene/ans-text-shaper.h"

#include <pango/pangocairo.h>
#include <string.h>

#define UNITS (1000.0 * PANGO_SCALE) /* Pango units in one em */
/* The letters of the desktop, then those with every Vietnamese letter that others have. */
#define SANS_FAMILIES "Adwaita Sans, Inter, Noto Sans, Liberation Sans, sans-serif"
#define MAX_WORDS     50000 /* then the store is emptied: it bounds memory, not results */

static const char *sans_families = SANS_FAMILIES;

struct _AnsTextShaper
{
  PangoFontMap *map;
  PangoContext *context;
  PangoAttrList *attributes[ANS_N_FACES];
  char *family;
  double ascent, descent;
  GPtrArray *fonts;  /* PangoFont; index is AnsShapedGlyph.font */
  GHashTable *words; /* AnsShapedWord, its own key */
  AnsShapedWord *ascii[ANS_N_FACES][128];
};

static guint
word_hash (gconstpointer key)
{
  const AnsShapedWord *word = key;
  guint hash = 2166136261u ^ (guint) word->face;

  for (guint i = 0; i < word->length; i++)
    hash = (hash ^ (guchar) word->text[i]) * 16777619u;
  return hash;
}

static gboolean
word_equal (gconstpointer a, gconstpointer b)
{
  const AnsShapedWord *one = a, *two = b;

  return one->length == two->length && one->face == two->face &&
         memcmp (one->text, two->text, one->length) == 0;
}

static void
word_free (gpointer data)
{
  AnsShapedWord *word = data;

  if (word == NULL)
    return;
  g_free ((char *) word->text);
  g_free (word->glyphs);
  g_free (word->clusters);
  g_free (word);
}

/**
 * ans_text_shaper_new:
 * @families: comma-separated family names, best first
 *
 * Has a font map of its own, so that it may be used in any one thread.
 *
 * Returns: (transfer full): a shaper
 */
AnsTextShaper *
ans_text_shaper_new (const char *families)
{
  static const struct
  {
    PangoWeight weight;
    PangoStyle style;
  } faces[ANS_N_FACES] = {
    [ANS_FACE_REGULAR] = { PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL },
    [ANS_FACE_BOLD] = { PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL },
    [ANS_FACE_ITALIC] = { PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC },
    [ANS_FACE_BOLD_ITALIC] = { PANGO_WEIGHT_BOLD, PANGO_STYLE_ITALIC },
    [ANS_FACE_SANS] = { PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL },
    [ANS_FACE_SANS_BOLD] = { PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL },
  };
  AnsTextShaper *self = g_atomic_rc_box_new0 (AnsTextShaper);
  cairo_font_options_t *options = cairo_font_options_create ();

  self->map = pango_cairo_font_map_new ();
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (self->map), 72);
  self->context = pango_font_map_create_context (self->map);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_language (self->context, pango_language_from_string ("vi"));

  self->fonts = g_ptr_array_new_with_free_func (g_object_unref);
  self->words = g_hash_table_new_full (word_hash, word_equal, word_free, NULL);

  for (guint i = 0; i < ANS_N_FACES; i++)
    {
      g_autoptr (PangoFontDescription) description = pango_font_description_new ();

      gboolean sans = i == ANS_FACE_SANS || i == ANS_FACE_SANS_BOLD;

      pango_font_description_set_family (description, sans ? sans_families : families);
      pango_font_description_set_weight (description, faces[i].weight);
      pango_font_description_set_style (description, faces[i].style);
      pango_font_description_set_absolute_size (description, UNITS);
      self->attributes[i] = pango_attr_list_new ();
      pango_attr_list_insert (self->attributes[i], pango_attr_font_desc_new (description));
      /* Ligatures would join letters that a search looks for one by one. */
      pango_attr_list_insert (self->attributes[i],
                              pango_attr_font_features_new ("liga=0,clig=0,tnum=1"));
      if (i == ANS_FACE_REGULAR)
        {
          g_autoptr (PangoFont) font =
              pango_font_map_load_font (self->map, self->context, description);

          if (font != NULL)
            {
              g_autoptr (PangoFontDescription) found = pango_font_describe (font);
              PangoFontMetrics *metrics = pango_font_get_metrics (font, NULL);

              self->family = g_strdup (pango_font_description_get_family (found));
              self->ascent = pango_font_metrics_get_ascent (metrics) / UNITS;
              self->descent = pango_font_metrics_get_descent (metrics) / UNITS;
              pango_font_metrics_unref (metrics);
            }
        }
    }
  return self;
}

/** ans_text_shaper_ref: Returns: (transfer full): @self */
AnsTextShaper *
ans_text_shaper_ref (AnsTextShaper *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  AnsTextShaper *self = data;

  for (guint i = 0; i < ANS_N_FACES; i++)
    {
      pango_attr_list_unref (self->attributes[i]);
      for (guint j = 0; j < G_N_ELEMENTS (self->ascii[i]); j++)
        word_free (self->ascii[i][j]);
    }
  g_hash_table_unref (self->words);
  g_ptr_array_unref (self->fonts);
  g_object_unref (self->context);
  g_object_unref (self->map);
  g_free (self->family);
}

/**
 * ans_text_shaper_unref:
 * @self: (nullable): given back
 */
void
ans_text_shaper_unref (AnsTextShaper *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear);
}

AnsTextShaper *
ans_text_shaper_get_default (void)
{
  static GPrivate key = G_PRIVATE_INIT ((GDestroyNotify) ans_text_shaper_unref);
  AnsTextShaper *self = g_private_get (&key);

  if (self == NULL)
    {
      self = ans_text_shaper_new (sans_families);
      g_private_set (&key, self);
    }
  return self;
}

void
ans_text_shaper_set_sans_families (const char *families)
{
  sans_families = families;
}

/**
 * ans_text_shaper_get_family:
 *
 * Returns: (nullable): the family that was really found, so that a caller can warn of a stranger
 */
const char *
ans_text_shaper_get_family (AnsTextShaper *self)
{
  return self->family;
}

/**
 * ans_text_shaper_get_ascent:
 *
 * Returns: the regular face's ascent in ems
 */
double
ans_text_shaper_get_ascent (AnsTextShaper *self)
{
  return self->ascent;
}

/**
 * ans_text_shaper_get_descent:
 *
 * Returns: the regular face's descent in ems, positive
 */
double
ans_text_shaper_get_descent (AnsTextShaper *self)
{
  return self->descent;
}

/**
 * ans_text_shaper_get_font:
 * @font: the number that stands in a glyph
 *
 * Returns: (transfer none): the cairo font to draw it with
 */
cairo_font_face_t *
ans_text_shaper_get_font (AnsTextShaper *self, guint font)
{
  PangoFont *found = g_ptr_array_index (self->fonts, font);

  return cairo_scaled_font_get_font_face (
      pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (found)));
}

static guint16
font_number (AnsTextShaper *self, PangoFont *font)
{
  for (guint i = 0; i < self->fonts->len; i++)
    if (g_ptr_array_index (self->fonts, i) == font)
      return (guint16) i;
  g_ptr_array_add (self->fonts, g_object_ref (font));
  return (guint16) (self->fonts->len - 1);
}

/* One cluster for each change of log_clusters; a run from right to left is one cluster. */
static void
add_clusters (GArray *clusters, const PangoItem *item, const PangoGlyphString *string)
{
  cairo_text_cluster_t cluster = { 0 };

  if (item->analysis.level % 2 == 1)
    {
      cluster.num_bytes = item->length;
      cluster.num_glyphs = string->num_glyphs;
      g_array_append_val (clusters, cluster);
      return;
    }
  for (int i = 0; i < string->num_glyphs; i++)
    {
      int next = i + 1 < string->num_glyphs ? string->log_clusters[i + 1] : item->length;

      cluster.num_glyphs++;
      if (next == string->log_clusters[i])
        continue;
      cluster.num_bytes = next - string->log_clusters[i];
      g_array_append_val (clusters, cluster);
      cluster.num_glyphs = 0;
    }
}

static AnsShapedWord *
shape (AnsTextShaper *self, AnsFace face, const char *text, guint length)
{
  AnsShapedWord *word = g_new0 (AnsShapedWord, 1);
  g_autoptr (GArray) glyphs = g_array_new (FALSE, FALSE, sizeof (AnsShapedGlyph));
  g_autoptr (GArray) clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));
  PangoGlyphString *string = pango_glyph_string_new ();
  GList *items = pango_itemize_with_base_dir (self->context, PANGO_DIRECTION_LTR, text, 0,
                                              (int) length, self->attributes[face], NULL);
  int pen = 0;

  for (GList *l = items; l != NULL; l = l->next)
    {
      PangoItem *item = l->data;

      pango_shape_full (text + item->offset, item->length, text, (int) length, &item->analysis,
                        string);
      for (int i = 0; i < string->num_glyphs; i++)
        {
          const PangoGlyphInfo *info = &string->glyphs[i];
          AnsShapedGlyph glyph = {
            .x = (pen + info->geometry.x_offset) / UNITS,
            .y = -info->geometry.y_offset / UNITS,
            /* A character that no font has is drawn as the font's own empty box. */
            .glyph = (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0 ? 0 : info->glyph,
            .font = font_number (self, item->analysis.font),
          };

          g_array_append_val (glyphs, glyph);
          pen += info->geometry.width;
        }
      add_clusters (clusters, item, string);
    }
  g_list_free_full (items, (GDestroyNotify) pango_item_free);
  pango_glyph_string_free (string);

  word->text = g_strndup (text, length);
  word->length = length;
  word->face = face;
  word->width = pen / UNITS;
  word->n_glyphs = glyphs->len;
  word->n_clusters = clusters->len;
  word->glyphs = (AnsShapedGlyph *) g_array_free (g_steal_pointer (&glyphs), FALSE);
  word->clusters = (cairo_text_cluster_t *) g_array_free (g_steal_pointer (&clusters), FALSE);
  return word;
}

static const AnsShapedWord *
lookup (AnsTextShaper *self, AnsFace face, const char *text, guint length)
{
  AnsShapedWord key = { .text = text, .length = length, .face = face };
  AnsShapedWord *word;

  if (length == 1 && (guchar) *text < 128)
    {
      AnsShapedWord **slot = &self->ascii[face][(guchar) *text];

      if (*slot == NULL)
        *slot = shape (self, face, text, 1);
      return *slot;
    }
  word = g_hash_table_lookup (self->words, &key);
  if (word == NULL)
    {
      if (g_hash_table_size (self->words) >= MAX_WORDS)
        g_hash_table_remove_all (self->words);
      word = shape (self, face, text, length);
      g_hash_table_add (self->words, word);
    }
  return word;
}

/**
 * ans_text_shaper_next:
 * @text: (inout): where to read; moved behind what was taken
 * @end: the end of the text
 *
 * Takes the next piece: a word, one space, or one digit.
 *
 * Returns: (transfer none) (nullable): the piece, valid until the next call; %NULL at the end
 */
const AnsShapedWord *
ans_text_shaper_next (AnsTextShaper *self, AnsFace face, const char **text, const char *end)
{
  const char *start = *text;
  const char *p = start;

  if (start >= end)
    return NULL;
  if (*p == ' ' || g_ascii_isdigit (*p))
    p++;
  else
    while (p < end && *p != ' ' && !g_ascii_isdigit (*p))
      p++;
  *text = p;
  return lookup (self, face, start, (guint) (p - start));
}

/**
 * ans_text_shaper_width:
 * @length: bytes of @text
 *
 * Returns: the width in ems
 */
double
ans_text_shaper_width (AnsTextShaper *self, AnsFace face, const char *text, gsize length)
{
  const char *end = text + length;
  const AnsShapedWord *word;
  double width = 0;

  while ((word = ans_text_shaper_next (self, face, &text, end)) != NULL)
    width += word->width;
  return width;
}

/**
 * ans_text_shaper_longest_word:
 *
 * Returns: the width in ems of the widest piece that wrapping would not break
 */
double
ans_text_shaper_longest_word (AnsTextShaper *self, AnsFace face, const char *text)
{
  double longest = 0;

  while (*text != '\0')
    {
      gsize length = strcspn (text, " \n");
      double width = ans_text_shaper_width (self, face, text, length);

      longest = MAX (longest, width);
      text += length;
      if (*text != '\0')
        text++;
    }
  return longest;
}

char *
ans_text_shaper_ellipsize (AnsTextShaper *self, AnsFace face, const char *text, double max_width)
{
  gsize length = strlen (text);
  const char *end = text + length;
  double dots;
  g_autofree char *part = NULL;

  if (ans_text_shaper_width (self, face, text, length) <= max_width)
    return g_strdup (text);
  dots = lookup (self, face, "…", strlen ("…"))->width;
  while (end > text)
    {
      end = g_utf8_find_prev_char (text, end);
      if (end > text && end[-1] == ' ')
        continue;
      if (ans_text_shaper_width (self, face, text, (gsize) (end - text)) + dots <= max_width)
        break;
    }
  part = g_strndup (text, (gsize) (end - text));
  return g_strconcat (part, "…", NULL);
}

/* How much of an overlong word fits: up to the last sign that may end a line, or simply as many
 * letters. */
static gsize
break_word (AnsTextShaper *self,
            AnsFace face,
            const char *word,
            gsize length,
            double max_width,
            double *width)
{
  const char *p = word, *end = word + length;
  const char *good = NULL;
  double sum = 0, good_width = 0;

  while (p < end)
    {
      const char *next = g_utf8_next_char (p);
      double add = lookup (self, face, p, (guint) (next - p))->width;

      if (sum + add > max_width && p > word)
        break;
      sum += add;
      p = next;
      if (strchr ("-/,;.)", p[-1]) != NULL)
        {
          good = p;
          good_width = sum;
        }
    }
  if (p < end && good != NULL)
    {
      p = good;
      sum = good_width;
    }
  *width = sum;
  return (gsize) (p - word);
}

static void
add_line (GArray *lines, const char *text, const char *start, const char *end, double width)
{
  AnsTextLine line = { (guint) (start - text), (guint) (end - start), width };

  g_array_append_val (lines, line);
}

/**
 * ans_text_shaper_wrap:
 * @text: "\n" in it always breaks
 * @max_width: in ems
 * @lines: (element-type AnsTextLine): replaced by the lines, at least one
 *
 * Fills line after line; a word that is wider than a whole line is broken.
 */
void
ans_text_shaper_wrap (
    AnsTextShaper *self, AnsFace face, const char *text, double max_width, GArray *lines)
{
  const double space = lookup (self, face, " ", 1)->width;
  const char *p = text;
  const char *start = NULL, *end = NULL; /* of the line that is being filled */
  double width = 0;

  g_array_set_size (lines, 0);
  while (*p != '\0')
    {
      gsize length = strcspn (p, " \n");
      double add = ans_text_shaper_width (self, face, p, length);

      if (length > 0 && start != NULL && width + space * (double) (p - end) + add > max_width)
        {
          add_line (lines, text, start, end, width);
          start = NULL;
        }
      if (length > 0 && start == NULL && add > max_width)
        {
          gsize part = break_word (self, face, p, length, max_width, &add);

          if (part < length)
            {
              add_line (lines, text, p, p + part, add);
              p += part;
              continue;
            }
        }
      if (length > 0)
        {
          width = start == NULL ? add : width + space * (double) (p - end) + add;
          if (start == NULL)
            start = p;
          p += length;
          end = p;
        }
      if (*p == '\n')
        {
          if (start == NULL)
            add_line (lines, text, p, p, 0);
          else
            add_line (lines, text, start, end, width);
          start = NULL;
        }
      if (*p != '\0')
        p++;
    }
  if (start != NULL)
    add_line (lines, text, start, end, width);
  if (lines->len == 0)
    add_line (lines, text, text, text, 0);
}

/**
 * ans_text_shaper_wrap_evenly:
 * @max_width: in ems
 * @lines: (element-type AnsTextLine): replaced by the lines
 *
 * As ans_text_shaper_wrap() with as few lines, but of about equal length: for titles.
 */
void
ans_text_shaper_wrap_evenly (
    AnsTextShaper *self, AnsFace face, const char *text, double max_width, GArray *lines)
{
  double low, high = max_width;
  guint n;

  ans_text_shaper_wrap (self, face, text, max_width, lines);
  n = lines->len;
  if (n < 2 || strchr (text, '\n') != NULL)
    return;

  low = MIN (ans_text_shaper_longest_word (self, face, text), max_width);
  for (guint i = 0; i < 12; i++)
    {
      double middle = (low + high) / 2;

      ans_text_shaper_wrap (self, face, text, middle, lines);
      if (lines->len > n)
        low = middle;
      else
        high = middle;
    }
  ans_text_shaper_wrap (self, face, text, high, lines);
}
