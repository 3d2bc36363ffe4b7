/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scenes: painting, pointing, files. */
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "scene/ans-output-file.h"
#include "scene/ans-scene-file.h"
#include "scene/ans-scene-paint.h"

#if defined(__SANITIZE_ADDRESS__)
const char *__lsan_default_suppressions (void);

/* fontconfig keeps what it read from its configuration until the process ends. */
const char *
__lsan_default_suppressions (void)
{
  return "leak:libfontconfig\n";
}
#endif

#define RED  ANS_RGB (0xff0000)
#define BLUE ANS_RGB (0x0000ff)

static guint32
pixel (cairo_surface_t *surface, int x, int y)
{
  const unsigned char *row =
      cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);
  guint32 value;

  memcpy (&value, row + x * 4, sizeof value);
  return value & 0xffffff;
}

/* Each kind of mark, looked at in the picture it makes. */
static AnsScene *
shapes (void)
{
  AnsScene *scene = ans_scene_new (200, 100);
  AnsPaint red = { .fill = RED };
  AnsPaint blue = { .fill = BLUE };
  AnsPaint line = { .stroke = BLUE, .line = 4 };
  const AnsPoint triangle[] = { { 100, 0 }, { 140, 0 }, { 100, 40 } };
  const AnsPoint path[] = { { 100, 60 }, { 140, 60 }, { 140, 90 } };

  scene->background = ANS_COLOUR_WHITE;
  ans_scene_add_rect (scene, &red, 0, 0, 40, 40, 20);
  ans_scene_add_circle (scene, &blue, 70, 20, 20);
  ans_scene_add_polygon (scene, &red, triangle, 3);
  ans_scene_add_polyline (scene, &line, path, 3);
  ans_scene_add_wedge (scene, &red, 30, 70, 25, 10, 0, G_PI); /* the right half of a ring */
  ans_scene_add_stroke (scene, &line, 150, 50, 40, 0);
  return scene;
}

static void
test_shapes (void)
{
  g_autoptr (AnsScene) scene = shapes ();
  cairo_surface_t *surface = ans_scene_to_surface (scene, 1);

  g_assert_cmphex (pixel (surface, 20, 20), ==, 0xff0000);
  g_assert_cmphex (pixel (surface, 1, 1), ==, 0xffffff); /* a round corner */
  g_assert_cmphex (pixel (surface, 70, 20), ==, 0x0000ff);
  g_assert_cmphex (pixel (surface, 105, 5), ==, 0xff0000);
  g_assert_cmphex (pixel (surface, 138, 30), ==, 0xffffff); /* beside the triangle */
  g_assert_cmphex (pixel (surface, 120, 60), ==, 0x0000ff);
  g_assert_cmphex (pixel (surface, 140, 75), ==, 0x0000ff);
  g_assert_cmphex (pixel (surface, 120, 75), ==, 0xffffff); /* a polyline is not filled */
  g_assert_cmphex (pixel (surface, 48, 70), ==, 0xff0000);
  g_assert_cmphex (pixel (surface, 30, 70), ==, 0xffffff); /* the ring's hole */
  g_assert_cmphex (pixel (surface, 12, 70), ==, 0xffffff); /* its other half */
  g_assert_cmphex (pixel (surface, 170, 50), ==, 0x0000ff);
  cairo_surface_destroy (surface);
}

/* Later shapes cover earlier ones, text covers all. */
static void
test_order (void)
{
  g_autoptr (AnsScene) scene = ans_scene_new (60, 60);
  AnsPaint red = { .fill = RED };
  AnsPaint blue = { .fill = BLUE };
  cairo_surface_t *surface;
  guint black = 0;

  ans_scene_add_label (scene, ANS_FACE_SANS_BOLD, 50, ANS_COLOUR_BLACK, ANS_ALIGN_TEXT_MIDDLE, 30,
                       48, "M");
  ans_scene_add_rect (scene, &red, 0, 0, 60, 60, 0);
  ans_scene_add_rect (scene, &blue, 0, 0, 60, 10, 0);
  surface = ans_scene_to_surface (scene, 1);
  g_assert_cmphex (pixel (surface, 1, 1), ==, 0x0000ff);
  g_assert_cmphex (pixel (surface, 1, 58), ==, 0xff0000);
  for (int i = 0; i < 60; i++)
    black += pixel (surface, i, 30) == 0;
  g_assert_cmpuint (black, >, 5);
  cairo_surface_destroy (surface);
}

/* Hatched fills differ from each other and from none, and stay inside their shape. */
static void
test_hatches (void)
{
  guint inked[ANS_N_HATCHES];

  for (guint h = 0; h < ANS_N_HATCHES; h++)
    {
      g_autoptr (AnsScene) scene = ans_scene_new (100, 100);
      AnsPaint paint = { .fill = ANS_COLOUR_WHITE, .hatch = (AnsHatch) h, .ink = ANS_COLOUR_BLACK };
      cairo_surface_t *surface;

      scene->background = ANS_COLOUR_WHITE;
      ans_scene_add_rect (scene, &paint, 20, 20, 60, 60, 0);
      surface = ans_scene_to_surface (scene, 1);
      inked[h] = 0;
      for (int y = 0; y < 100; y++)
        for (int x = 0; x < 100; x++)
          if (pixel (surface, x, y) != 0xffffff)
            {
              g_assert_true (x >= 20 && x < 80 && y >= 20 && y < 80);
              inked[h]++;
            }
      cairo_surface_destroy (surface);
    }
  g_assert_cmpuint (inked[ANS_HATCH_NONE], ==, 0);
  for (guint h = 1; h < ANS_N_HATCHES; h++)
    g_assert_cmpuint (inked[h], >, 300);
  g_assert_cmpuint (inked[ANS_HATCH_CROSSED], >, inked[ANS_HATCH_RISING]);
}

static void
test_regions (void)
{
  g_autoptr (AnsScene) scene = ans_scene_new (100, 100);
  g_autoptr (AnsScene) outer = ans_scene_new (300, 300);
  AnsPaint paint = { .fill = RED };

  ans_scene_begin_region (scene, 0, 4, "Bắc Sơn: 8 hộ", 0, 0, 40, 40);
  ans_scene_add_rect (scene, &paint, 0, 0, 40, 40, 0);
  ans_scene_end_region (scene);
  ans_scene_begin_region (scene, 1, 5, "nửa vành", 50, 50, 50, 50);
  ans_scene_add_wedge (scene, &paint, 75, 75, 25, 10, 0, G_PI);
  ans_scene_end_region (scene);

  g_assert_cmpint (ans_scene_region_at (scene, 20, 20), ==, 0);
  g_assert_cmpint (ans_scene_region_at (scene, 45, 20), ==, -1);
  g_assert_cmpint (ans_scene_region_at (scene, 92, 75), ==, 1);
  g_assert_cmpint (ans_scene_region_at (scene, 58, 75), ==, -1); /* the half that is not there */
  g_assert_cmpint (ans_scene_region_at (scene, 75, 75), ==, -1); /* the hole */
  g_assert_cmpuint (ans_scene_get_region (scene, 0)->category, ==, 4);

  /* inside of another scene, moved and twice as large */
  ans_scene_begin_region (outer, 9, 9, "khác", 0, 0, 5, 5);
  ans_scene_end_region (outer);
  ans_scene_append (outer, scene, 100, 100, 2);
  g_assert_cmpint (ans_scene_region_at (outer, 140, 140), ==, 1);
  g_assert_cmpint (ans_scene_region_at (outer, 284, 250), ==, 2);
  g_assert_cmpint (ans_scene_region_at (outer, 216, 250), ==, -1);
  g_assert_cmpstr (ans_scene_get_region (outer, 1)->label, ==, "Bắc Sơn: 8 hộ");
}

static void
test_ellipsis (void)
{
  AnsTextShaper *shaper = ans_text_shaper_get_default ();
  const char *text = "Người khuyết tật đặc biệt nặng";

  for (double room = 0.5; room < 20; room += 0.25)
    {
      g_autofree char *cut = ans_text_shaper_ellipsize (shaper, ANS_FACE_SANS, text, room);
      double width = ans_text_shaper_width (shaper, ANS_FACE_SANS, cut, strlen (cut));

      g_assert_true (g_utf8_validate (cut, -1, NULL));
      g_assert_true (width <= room + 1e-9 || strcmp (cut, "…") == 0);
      g_assert_true (strcmp (cut, text) == 0 || g_str_has_suffix (cut, "…"));
      g_assert_false (g_str_has_suffix (cut, " …"));
    }
}

/* ---- files ---- */

typedef struct
{
  char *folder, *path;
} Place;

static void
place_set_up (Place *place, gconstpointer data)
{
  place->folder = g_dir_make_tmp ("ans-scene-XXXXXX", NULL);
  place->path = g_build_filename (place->folder, "biểu đồ", NULL);
}

static guint
count_files (const char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  g_dir_close (dir);
  return n;
}

static void
place_tear_down (Place *place, gconstpointer data)
{
  g_unlink (place->path);
  g_assert_cmpint (g_rmdir (place->folder), ==, 0);
  g_free (place->folder);
  g_free (place->path);
}

static void
test_files (Place *place, gconstpointer data)
{
  static const char *const magics[] = { "\x89PNG", "<?xml", "%PDF-1.5" };
  g_autoptr (AnsScene) scene = shapes ();

  ans_scene_add_label (scene, ANS_FACE_SANS, 12, ANS_COLOUR_BLACK, ANS_ALIGN_TEXT_END, 190, 90,
                       "Nghèo");
  for (guint i = 0; i < G_N_ELEMENTS (magics); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *bytes = NULL;
      gsize length;

      g_assert_true (
          ans_scene_write (scene, place->path, (AnsSceneFormat) i, 2, "Biểu đồ", &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (place->path, &bytes, &length, NULL));
      g_assert_true (g_str_has_prefix (bytes, magics[i]));
      g_assert_cmpuint (count_files (place->folder), ==, 1);
      if (i == ANS_SCENE_PNG)
        {
          cairo_surface_t *surface = cairo_image_surface_create_from_png (place->path);

          g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 400);
          g_assert_cmphex (pixel (surface, 40, 40), ==, 0xff0000);
          cairo_surface_destroy (surface);
        }
    }
}

static void
test_unwritable (Place *place, gconstpointer data)
{
  g_autoptr (AnsScene) scene = shapes ();
  g_autofree char *nowhere = g_build_filename (place->folder, "không có", "x.png", NULL);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (ans_scene_write (scene, nowhere, (AnsSceneFormat) i, 1, NULL, &error));
      g_assert_error (error, ANS_OUTPUT_ERROR, ANS_OUTPUT_ERROR_WRITE);
      g_assert_nonnull (strstr (error->message, "không có"));
      g_clear_error (&error);
      g_assert_false (ans_scene_write (scene, place->folder, (AnsSceneFormat) i, 1, NULL, &error));
      g_assert_error (error, ANS_OUTPUT_ERROR, ANS_OUTPUT_ERROR_WRITE);
    }
}

/* A limit on the size of files stands for a full disk. */
static void
test_full_disk (Place *place, gconstpointer data)
{
  g_autoptr (AnsScene) scene = ans_scene_new (800, 800);
  struct rlimit before, little;

  for (guint i = 0; i < 4000; i++)
    {
      AnsPaint paint = { .fill = ANS_RGB (i * 4099 & 0xffffff) };

      ans_scene_add_circle (scene, &paint, i * 37 % 800 + i / 4000.0, i * 91 % 800, 4);
    }
  g_file_set_contents (place->path, "older", -1, NULL);
  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &before);
  little = before;
  little.rlim_cur = 3000;
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *kept = NULL;
      gboolean written;

      setrlimit (RLIMIT_FSIZE, &little);
      written = ans_scene_write (scene, place->path, (AnsSceneFormat) i, 1, NULL, &error);
      setrlimit (RLIMIT_FSIZE, &before);
      g_assert_false (written);
      g_assert_error (error, ANS_OUTPUT_ERROR, ANS_OUTPUT_ERROR_NO_SPACE);
      g_file_get_contents (place->path, &kept, NULL, NULL);
      g_assert_cmpstr (kept, ==, "older");
      g_assert_cmpuint (count_files (place->folder), ==, 1);
    }
}

static gpointer
paint_elsewhere (gpointer data)
{
  cairo_surface_t *surface = ans_scene_to_surface (data, 1);
  guint32 value = pixel (surface, 20, 20);

  cairo_surface_destroy (surface);
  return GUINT_TO_POINTER (value);
}

/* Made in one thread, painted in another, while the first goes on. */
static void
test_threads (void)
{
  g_autoptr (AnsScene) scene = shapes ();
  GThread *threads[4];

  ans_scene_add_label (scene, ANS_FACE_SANS, 12, ANS_COLOUR_BLACK, ANS_ALIGN_TEXT_START, 100, 95,
                       "Hộ nghèo 4,60%");
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("paint", paint_elsewhere, scene);
  g_assert_cmphex (GPOINTER_TO_UINT (paint_elsewhere (scene)), ==, 0xff0000);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmphex (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, 0xff0000);
}

static void
test_format_names (void)
{
  AnsSceneFormat format;

  g_assert_true (ans_scene_format_from_path ("/x/a.PNG", &format));
  g_assert_cmpint (format, ==, ANS_SCENE_PNG);
  g_assert_true (ans_scene_format_from_path ("a.b.svg", &format));
  g_assert_cmpint (format, ==, ANS_SCENE_SVG);
  g_assert_true (ans_scene_format_from_path ("a.pdf", &format));
  g_assert_cmpint (format, ==, ANS_SCENE_PDF);
  g_assert_false (ans_scene_format_from_path ("png", &format));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ans_text_shaper_set_sans_families ("Liberation Sans");
  g_test_add_func ("/scene/shapes", test_shapes);
  g_test_add_func ("/scene/order", test_order);
  g_test_add_func ("/scene/hatches", test_hatches);
  g_test_add_func ("/scene/regions", test_regions);
  g_test_add_func ("/scene/ellipsis", test_ellipsis);
  g_test_add_func ("/scene/threads", test_threads);
  g_test_add_func ("/scene/format-names", test_format_names);
  g_test_add ("/scene/files", Place, NULL, place_set_up, test_files, place_tear_down);
  g_test_add ("/scene/unwritable", Place, NULL, place_set_up, test_unwritable, place_tear_down);
  g_test_add ("/scene/full-disk", Place, NULL, place_set_up, test_full_disk, place_tear_down);
  return g_test_run ();
}
