/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/plan/ans-plan-view.h"

#include <glib/gi18n.h>

#include "app/plan/ans-figure-view.h"
#include "app/plan/ans-plan-page.h"
#include "app/record/ans-record-form.h"
#include "plan/ans-plan-check.h"

typedef struct
{
  AnsWindow *window; /* not owned: the view lives in it */
  AnsPlanSource *source;
  AnsPlanLayout layout;
  guint checking; /* idle source */
} AnsPlanViewPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AnsPlanView, ans_plan_view, ADW_TYPE_BIN)

#define PRIVATE(self) ((AnsPlanViewPrivate *) ans_plan_view_get_instance_private (self))

void
ans_plan_view_set_source (AnsPlanView *self, AnsWindow *window, AnsPlanSource *source)
{
  g_return_if_fail (ANS_IS_PLAN_VIEW (self));

  PRIVATE (self)->window = window;
  g_set_object (&PRIVATE (self)->source, source);
}

AnsWindow *
ans_plan_view_get_window (AnsPlanView *self)
{
  g_return_val_if_fail (ANS_IS_PLAN_VIEW (self), NULL);
  return PRIVATE (self)->window;
}

AnsPlanSource *
ans_plan_view_get_source (AnsPlanView *self)
{
  g_return_val_if_fail (ANS_IS_PLAN_VIEW (self), NULL);
  return PRIVATE (self)->source;
}

AnsBook *
ans_plan_view_get_book (AnsPlanView *self)
{
  g_return_val_if_fail (ANS_IS_PLAN_VIEW (self), NULL);
  return PRIVATE (self)->source != NULL ? ans_plan_source_get_book (PRIVATE (self)->source) : NULL;
}

AnsFigures *
ans_plan_view_get_figures (AnsPlanView *self)
{
  g_return_val_if_fail (ANS_IS_PLAN_VIEW (self), NULL);
  return PRIVATE (self)->source != NULL ? ans_plan_source_peek (PRIVATE (self)->source) : NULL;
}

gboolean
ans_plan_view_can_write (AnsPlanView *self)
{
  AnsBook *book = ans_plan_view_get_book (self);

  return book != NULL && !ans_book_is_read_only (book);
}

AnsPlanLayout
ans_plan_view_get_layout (AnsPlanView *self)
{
  g_return_val_if_fail (ANS_IS_PLAN_VIEW (self), ANS_PLAN_WIDE);
  return PRIVATE (self)->layout;
}

void
ans_plan_view_set_layout (AnsPlanView *self, AnsPlanLayout layout)
{
  g_return_if_fail (ANS_IS_PLAN_VIEW (self));

  if (PRIVATE (self)->layout == layout)
    return;
  PRIVATE (self)->layout = layout;
  if (ANS_PLAN_VIEW_GET_CLASS (self)->relayout != NULL)
    ANS_PLAN_VIEW_GET_CLASS (self)->relayout (self);
}

static gboolean
check (gpointer user_data)
{
  AnsPlanView *self = user_data;
  AnsFigures *figures = ans_plan_view_get_figures (self);
  g_autoptr (GPtrArray) found = figures != NULL ? ans_figures_check (figures, NULL) : NULL;

  PRIVATE (self)->checking = 0;
  if (found != NULL)
    ANS_PLAN_VIEW_GET_CLASS (self)->show_clashes (self, found);
  return G_SOURCE_REMOVE;
}

void
ans_plan_view_refresh (AnsPlanView *self)
{
  AnsPlanViewPrivate *priv;

  g_return_if_fail (ANS_IS_PLAN_VIEW (self));

  priv = PRIVATE (self);
  ANS_PLAN_VIEW_GET_CLASS (self)->refresh (self);
  if (ANS_PLAN_VIEW_GET_CLASS (self)->show_clashes != NULL && priv->checking == 0 &&
      ans_plan_view_get_figures (self) != NULL)
    priv->checking = g_idle_add_full (G_PRIORITY_LOW, check, self, NULL);
}

void
ans_plan_view_open_figure (AnsPlanView *self, AnsFigure *figure)
{
  AnsPlanViewPrivate *priv = PRIVATE (self);

  g_return_if_fail (ANS_IS_FIGURE (figure));

  ans_window_push_page (priv->window,
                        ans_plan_page_new_figure (priv->window, priv->source, figure));
}

gboolean
ans_plan_view_save (AnsPlanView *self, AnsRecord *record)
{
  AnsPlanViewPrivate *priv = PRIVATE (self);
  AnsBook *book = ans_record_get_book (record);
  g_autofree char *title = ans_record_get_title (record);
  /* Translators: a register's entry and its name, as the history says it */
  g_autofree char *label =
      g_strdup_printf (ans_record_get_id (record) == 0 ? _ ("Added %s: %s") : _ ("Edited %s: %s"),
                       _ (ans_record_get_register (record)->singular), title);
  g_autoptr (GError) error = NULL;
  gint64 action = -1;

  if (!ans_book_begin (book, label, &error))
    {
      ans_window_show_error (priv->window, _ ("Nothing was saved"), error);
      return FALSE;
    }
  if (ans_record_save (record, &error))
    action = ans_book_commit (book, &error);
  if (action < 0)
    {
      if (ans_book_in_action (book))
        ans_book_rollback (book);
      /* A value that can't be is told and taken back: no need to stop who is typing. */
      if (g_error_matches (error, ANS_RECORD_ERROR, ANS_RECORD_ERROR_INVALID))
        ans_window_toast (priv->window, error->message, 0);
      else
        ans_window_show_error (priv->window, _ ("Nothing was saved"), error);
      return FALSE;
    }
  if (action > 0)
    ans_window_toast (priv->window, label, action);
  return TRUE;
}

GtkWidget *
ans_plan_view_new_empty (const char *title, const char *add)
{
  GtkWidget *empty = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (empty), "ans-plan-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (empty), title);
  if (add != NULL)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (add);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.add");
      gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "pill");
      adw_status_page_set_child (ADW_STATUS_PAGE (empty), button);
    }
  gtk_widget_set_visible (empty, FALSE);
  return empty;
}

void
ans_plan_view_edit (AnsPlanView *self, const AnsRegister *reg, gint64 id)
{
  AnsPlanViewPrivate *priv = PRIVATE (self);
  g_autoptr (AnsRecord) record = NULL;

  if (id != 0)
    {
      ans_window_open_record (priv->window, reg, id, NULL);
      return;
    }
  record = ans_record_new (ans_plan_view_get_book (self), reg);
  if (ans_register_get_field (reg, "plan") != NULL)
    ans_record_set_int (record, "plan", ans_plan_source_get_plan (priv->source));
  ans_record_form_present (GTK_WIDGET (self), record, NULL, NULL);
}

static void
ans_plan_view_dispose (GObject *object)
{
  g_clear_handle_id (&PRIVATE (ANS_PLAN_VIEW (object))->checking, g_source_remove);
  g_clear_object (&PRIVATE (ANS_PLAN_VIEW (object))->source);
  G_OBJECT_CLASS (ans_plan_view_parent_class)->dispose (object);
}

static void
ans_plan_view_class_init (AnsPlanViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ans_plan_view_dispose;
}

static void
ans_plan_view_init (AnsPlanView *self)
{
}
