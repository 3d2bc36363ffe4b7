/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/plan/ans-plan-source.h"

#include "plan/ans-plan-registers.h"
#include "plan/ans-plan.h"

struct _AnsPlanSource
{
  GObject parent_instance;

  AnsWindow *window; /* not owned: the pages that own us live in it */
  AnsBook *book;
  gint64 chosen; /* plan that was picked by hand, 0: that of the day */
  gint64 plan;
  int year;
  AnsFigures *figures; /* (nullable) */
  char *day;           /* of the figures, NULL for today */
  gboolean is_ready;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AnsPlanSource, ans_plan_source, G_TYPE_OBJECT)

#define KEY "ans-plan-source"

static void
tell (AnsPlanSource *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
figures_changed (AnsPlanSource *self)
{
  if (self->is_ready)
    tell (self);
}

static void
drop_figures (AnsPlanSource *self)
{
  if (self->figures != NULL)
    g_signal_handlers_disconnect_by_data (self->figures, self);
  g_clear_object (&self->figures);
  self->is_ready = FALSE;
}

static int
year_of (AnsPlanSource *self, gint64 plan)
{
  g_autoptr (AnsStatement) row = ans_connection_prepare (
      ans_book_get_connection (self->book), "SELECT year FROM plan WHERE id = ?1", NULL);

  if (row == NULL)
    return 0;
  ans_statement_bind_int (row, 1, plan);
  return ans_statement_step (row, NULL) ? (int) ans_statement_int (row, 0) : 0;
}

/* Returns whether it is another one than before. */
static gboolean
find_plan (AnsPlanSource *self)
{
  gint64 plan = self->chosen;
  int year = plan != 0 ? year_of (self, plan) : 0;
  gboolean other;

  if (year == 0)
    {
      self->chosen = 0;
      plan = ans_plan_find_current (self->book, ans_window_get_as_of (self->window));
      year = plan != 0 ? year_of (self, plan) : 0;
    }
  other = plan != self->plan;
  if (other)
    drop_figures (self);
  self->plan = plan;
  self->year = year;
  return other;
}

/* Words of the plan may change without a number; the figures have followed before us. */
static void
book_changed (AnsBook *book, AnsChanges *changes, AnsPlanSource *self)
{
  static const AnsRegister *const registers[] = {
    &ans_register_plans,       &ans_register_indicators,       &ans_register_tasks,
    &ans_register_allocations, &ans_register_indicator_values, &ans_register_deadlines,
  };
  gboolean touched = changes->many;

  for (guint i = 0; !touched && i < G_N_ELEMENTS (registers); i++)
    touched = ans_changes_get_rows (changes, registers[i]->table) != NULL;
  if (!touched)
    return;
  find_plan (self);
  tell (self);
}

static void
day_changed (AnsPlanSource *self)
{
  /* The window turns to another book, and ours is closed already. */
  if (ans_window_get_book (self->window) != self->book)
    return;
  self->is_ready = FALSE;
  find_plan (self);
  tell (self);
}

static void
ans_plan_source_dispose (GObject *object)
{
  AnsPlanSource *self = ANS_PLAN_SOURCE (object);

  drop_figures (self);
  if (self->book != NULL)
    {
      g_object_set_data (G_OBJECT (self->book), KEY, NULL);
      g_signal_handlers_disconnect_by_data (self->book, self);
    }
  g_clear_object (&self->book);
  g_clear_pointer (&self->day, g_free);
  G_OBJECT_CLASS (ans_plan_source_parent_class)->dispose (object);
}

static void
ans_plan_source_class_init (AnsPlanSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ans_plan_source_dispose;
  signals[CHANGED] = g_signal_new ("changed", ANS_TYPE_PLAN_SOURCE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ans_plan_source_init (AnsPlanSource *self)
{
}

AnsPlanSource *
ans_plan_source_get (AnsWindow *window, AnsBook *book)
{
  AnsPlanSource *self;

  g_return_val_if_fail (ANS_IS_WINDOW (window), NULL);
  g_return_val_if_fail (ANS_IS_BOOK (book), NULL);

  /* The pages own it; the book only knows where it is. */
  self = g_object_get_data (G_OBJECT (book), KEY);
  if (self != NULL)
    return g_object_ref (self);
  self = g_object_new (ANS_TYPE_PLAN_SOURCE, NULL);
  self->window = window;
  self->book = g_object_ref (book);
  g_object_set_data (G_OBJECT (book), KEY, self);
  find_plan (self);
  g_signal_connect_after (book, "changed", G_CALLBACK (book_changed), self);
  g_signal_connect_object (window, "notify::as-of", G_CALLBACK (day_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

AnsBook *
ans_plan_source_get_book (AnsPlanSource *self)
{
  g_return_val_if_fail (ANS_IS_PLAN_SOURCE (self), NULL);
  return self->book;
}

gint64
ans_plan_source_get_plan (AnsPlanSource *self)
{
  g_return_val_if_fail (ANS_IS_PLAN_SOURCE (self), 0);
  return self->plan;
}

void
ans_plan_source_set_plan (AnsPlanSource *self, gint64 plan)
{
  g_return_if_fail (ANS_IS_PLAN_SOURCE (self));

  self->chosen = plan;
  if (find_plan (self))
    tell (self);
}

int
ans_plan_source_get_year (AnsPlanSource *self)
{
  g_return_val_if_fail (ANS_IS_PLAN_SOURCE (self), 0);
  return self->year;
}

AnsFigures *
ans_plan_source_peek (AnsPlanSource *self)
{
  g_return_val_if_fail (ANS_IS_PLAN_SOURCE (self), NULL);
  return self->is_ready ? self->figures : NULL;
}

AnsFigures *
ans_plan_source_evaluate (AnsPlanSource *self)
{
  const char *day;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (ANS_IS_PLAN_SOURCE (self), NULL);

  if (self->is_ready || self->plan == 0)
    return ans_plan_source_peek (self);
  day = ans_window_get_as_of (self->window);
  if (self->figures == NULL)
    {
      self->figures = ans_figures_new (self->book, self->plan);
      g_signal_connect_object (self->figures, "changed", G_CALLBACK (figures_changed), self,
                               G_CONNECT_SWAPPED);
      g_clear_pointer (&self->day, g_free);
    }
  if (g_set_str (&self->day, day))
    ans_figures_set_day (self->figures, day);
  if (!ans_figures_evaluate (self->figures, &error))
    {
      g_warning ("%s", error->message);
      return NULL;
    }
  self->is_ready = TRUE;
  tell (self);
  return self->figures;
}

/* The page is on the screen only after the frame in which this is called first. */
static gboolean
after_frame (GtkWidget *page, GdkFrameClock *clock, gpointer user_data)
{
  AnsPlanSource *self = user_data;
  guint *frames = g_object_get_data (G_OBJECT (page), "ans-frames");

  if ((*frames)++ == 0)
    return G_SOURCE_CONTINUE;
  g_object_set_data (G_OBJECT (page), "ans-frames", NULL);
  ans_plan_source_evaluate (self);
  return G_SOURCE_REMOVE;
}

void
ans_plan_source_request (AnsPlanSource *self, GtkWidget *page)
{
  g_return_if_fail (ANS_IS_PLAN_SOURCE (self));
  g_return_if_fail (GTK_IS_WIDGET (page));

  if (self->is_ready || self->plan == 0 ||
      g_object_get_data (G_OBJECT (page), "ans-frames") != NULL)
    return;
  g_object_set_data_full (G_OBJECT (page), "ans-frames", g_new0 (guint, 1), g_free);
  gtk_widget_add_tick_callback (page, after_frame, g_object_ref (self), g_object_unref);
}
