/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/chart/ans-chart-maker.h"

#include "plan/ans-plan.h"
#include "registry/ans-register.h"

/* What the thread needs to know. */
typedef struct
{
  AnsBook *book;
  char *id;
  char *code; /* (nullable) of its indicator */
  gint64 plan;
  gint64 village;
  AnsDate first, day;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_object_unref (order->book);
  g_free (order->id);
  g_free (order->code);
  g_free (order);
}

/* Figures of the one indicator only: the others are not drawn. */
static gboolean
open_source (const Order *order, AnsChartSource *source, GError **error)
{
  g_autoptr (AnsFigures) figures = NULL;
  g_autofree char *day = ans_date_to_iso (order->day);

  if (order->code == NULL)
    {
      ans_chart_source_init_days (source, order->book, order->first, order->day);
      source->village = order->village;
      return TRUE;
    }
  figures = ans_figures_new (order->book, order->plan);
  ans_figures_set_only (figures, order->code);
  ans_figures_set_day (figures, day);
  if (!ans_chart_source_init_figures (source, figures, error))
    return FALSE;
  source->village = order->village;
  return TRUE;
}

static AnsChart *
make (const Order *order, GError **error)
{
  g_auto (AnsChartSource) source = { 0 };
  g_autoptr (AnsPlanChart) chart = NULL;

  if (!open_source (order, &source, error))
    return NULL;
  chart = ans_plan_chart_find (&source, order->id);
  if (chart == NULL)
    {
      /* the plan has changed meanwhile, and who asked will ask again */
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, order->id);
      return NULL;
    }
  return ans_plan_chart_make (chart, &source, error);
}

static void
work (gpointer data, gpointer user_data)
{
  g_autoptr (GTask) task = data;
  const Order *order = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  AnsBookReading *reading;
  AnsChart *chart = NULL;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  reading = ans_book_read_aside (order->book, cancellable, &error);
  if (reading != NULL)
    {
      chart = make (order, &error);
      ans_book_reading_end (reading);
    }
  /* what was stopped half-way has gaps that are none */
  if (g_cancellable_is_cancelled (cancellable))
    g_clear_pointer (&chart, ans_chart_free);
  if (chart != NULL)
    g_task_return_pointer (task, chart, (GDestroyNotify) ans_chart_free);
  else if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", order->id);
}

void
ans_chart_maker_make_async (const AnsPlanChart *chart,
                            const AnsChartSource *source,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  static GThreadPool *pool; /* one thread, as long as the program runs */
  Order *order;
  GTask *task;

  g_return_if_fail (chart != NULL);
  g_return_if_fail (source != NULL && ANS_IS_BOOK (source->book));

  if (pool == NULL)
    pool = g_thread_pool_new (work, NULL, 1, FALSE, NULL);
  order = g_new0 (Order, 1);
  order->book = g_object_ref (source->book);
  order->id = g_strdup (chart->id);
  order->code = g_strdup (chart->code);
  order->plan = source->figures != NULL && ans_figures_get_plan (source->figures) != NULL
                    ? ans_figures_get_plan (source->figures)->id
                    : 0;
  order->village = source->village;
  order->first = source->first;
  order->day = source->day;
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, ans_chart_maker_make_async);
  g_task_set_task_data (task, order, order_free);
  g_thread_pool_push (pool, task, NULL);
}

AnsChart *
ans_chart_maker_make_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
