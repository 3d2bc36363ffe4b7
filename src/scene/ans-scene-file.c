/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/ans-scene-file.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <errno.h>
#include <math.h>
#include <string.h>

#include "scene/ans-output-file.h"
#include "scene/ans-scene-paint.h"
#include "scene/ans-scene-private.h"

#define PROGRAM_NAME "Sổ An Sinh"

gboolean
ans_scene_format_from_path (const char *path, AnsSceneFormat *format)
{
  static const char *const endings[] = {
    [ANS_SCENE_PNG] = ".png", [ANS_SCENE_SVG] = ".svg", [ANS_SCENE_PDF] = ".pdf"
  };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      {
        *format = (AnsSceneFormat) i;
        return TRUE;
      }
  return FALSE;
}

static cairo_status_t
write_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  return ans_output_file_write (closure, data, length) ? CAIRO_STATUS_SUCCESS
                                                       : CAIRO_STATUS_WRITE_ERROR;
}

static void
paint_all (const AnsScene *self, cairo_surface_t *surface, double scale)
{
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  if (self->background != ANS_COLOUR_NONE)
    {
      ans_scene_set_colour (cr, self->background);
      cairo_rectangle (cr, 0, 0, self->width, self->height);
      cairo_fill (cr);
    }
  ans_scene_paint (self, cr);
  cairo_show_page (cr);
  cairo_destroy (cr);
}

cairo_surface_t *
ans_scene_to_surface (const AnsScene *self, double scale)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX (1, (int) ceil (self->width * scale)),
                                  MAX (1, (int) ceil (self->height * scale)));

  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    paint_all (self, surface, scale);
  return surface;
}

/* What cairo could not do becomes the file's failure; a failed write is known to the file. */
static gboolean
finish (AnsOutputFile *file, cairo_surface_t *surface, GError **error)
{
  cairo_status_t status;

  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    ans_output_file_fail (file, status == CAIRO_STATUS_NO_MEMORY ? ENOMEM : EIO);
  cairo_surface_destroy (surface);
  return ans_output_file_commit (file, error);
}

static gboolean
write_png (const AnsScene *self, AnsOutputFile *file, double scale, GError **error)
{
  cairo_surface_t *surface = ans_scene_to_surface (self, scale);
  cairo_status_t status = cairo_surface_status (surface);

  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, write_bytes, file);
  if (status != CAIRO_STATUS_SUCCESS)
    ans_output_file_fail (file, status == CAIRO_STATUS_NO_MEMORY ? ENOMEM : EIO);
  return finish (file, surface, error);
}

static gboolean
write_svg (const AnsScene *self, AnsOutputFile *file, double scale, GError **error)
{
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (
      write_bytes, file, self->width * scale, self->height * scale);

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  paint_all (self, surface, scale);
  return finish (file, surface, error);
}

gboolean
ans_scene_write (const AnsScene *self,
                 const char *path,
                 AnsSceneFormat format,
                 double scale,
                 const char *title,
                 GError **error)
{
  g_autoptr (AnsOutputFile) file = NULL;
  AnsScene *scenes[] = { (AnsScene *) self };

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (scale > 0, FALSE);

  if (format == ANS_SCENE_PDF)
    return ans_scenes_write_pdf (scenes, NULL, 1, path, scale, title, error);
  file = ans_output_file_new (path, error);
  if (file == NULL)
    return FALSE;
  return format == ANS_SCENE_PNG ? write_png (self, file, scale, error)
                                 : write_svg (self, file, scale, error);
}

gboolean
ans_scenes_write_pdf (AnsScene *const *scenes,
                      const char *const *titles,
                      guint n_scenes,
                      const char *path,
                      double scale,
                      const char *title,
                      GError **error)
{
  g_autoptr (AnsOutputFile) file = NULL;
  cairo_surface_t *surface;

  g_return_val_if_fail (n_scenes > 0, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (scale > 0, FALSE);

  file = ans_output_file_new (path, error);
  if (file == NULL)
    return FALSE;
  surface = cairo_pdf_surface_create_for_stream (write_bytes, file, scenes[0]->width * scale,
                                                 scenes[0]->height * scale);
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_5);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, PROGRAM_NAME);
  if (title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  for (guint i = 0; i < n_scenes && cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS; i++)
    {
      cairo_pdf_surface_set_size (surface, scenes[i]->width * scale, scenes[i]->height * scale);
      if (titles != NULL && titles[i] != NULL)
        {
          g_autofree char *place = g_strdup_printf ("page=%u", i + 1);

          cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, titles[i], place, 0);
        }
      paint_all (scenes[i], surface, scale);
    }
  return finish (file, surface, error);
}
