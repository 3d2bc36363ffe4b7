/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "areas/ans-area.h"
#include "plan/ans-rational.h"
#include "text/ans-date.h"

G_BEGIN_DECLS

typedef enum
{
  ANS_INDICATOR_FLOW,        /* counts up from the first day of the period */
  ANS_INDICATOR_STOCK,       /* state on a day */
  ANS_INDICATOR_CHANGE,      /* difference between two days */
  ANS_INDICATOR_RATIO,       /* share, in percent */
  ANS_INDICATOR_BOOLEAN,     /* met or not */
  ANS_INDICATOR_QUALITATIVE, /* in words */
} AnsIndicatorKind;

typedef enum
{
  ANS_DIRECTION_AT_LEAST, /* >= */
  ANS_DIRECTION_AT_MOST,  /* <= */
  ANS_DIRECTION_EQUAL,    /* = */
  ANS_DIRECTION_MET,      /* bool */
  ANS_DIRECTION_NONE,     /* only watched */
} AnsDirection;

typedef enum
{
  ANS_SOURCE_COMPUTED,
  ANS_SOURCE_MANUAL,
  ANS_SOURCE_HYBRID,
} AnsSource;

/** AnsManualValue: a row of “indicator-values”. */
typedef struct
{
  gint64 id;
  gint64 village; /* 0: the commune */
  AnsDate day;
  gboolean has_value;
  AnsRational value;
  char *result;                  /* (nullable) code */
  gint64 numerator, denominator; /* -1: not written */
  char *source;                  /* (nullable) */
  char *note;                    /* (nullable) */
} AnsManualValue;

/**
 * AnsIndicator:
 * @figure: (nullable): id of an #AnsFigureInfo, or a formula over figures of plans
 * @allocations: village → #AnsRational
 * @values: (element-type AnsManualValue): in the order of their days
 *
 * An indicator of a plan with all that the book says of it. Texts are as in the register.
 */
typedef struct
{
  gint64 id;
  char *code;
  char *name;
  char *area;
  char *unit;
  AnsIndicatorKind kind;
  AnsDirection direction;
  gboolean has_target;
  AnsRational target;
  gboolean has_high;
  AnsRational target_high;
  int decimals;
  char *target_text;
  char *equivalent;
  AnsSource source;
  char *figure;
  gboolean additive;
  gint64 subset_of;
  char *flag;
  char *issued_text;
  GHashTable *allocations;
  GPtrArray *values;
} AnsIndicator;

/** AnsPlan: a plan and its indicators, read at once. */
typedef struct
{
  gatomicrefcount ref_count;
  gint64 id;
  int year;
  char *title;
  AnsDate starts;
  AnsDate ends;
  gboolean gross;        /* the fall of poor households counts exits */
  GPtrArray *indicators; /* (element-type AnsIndicator): in their order */
} AnsPlan;

/** ans_plan_read: Returns: (transfer full) (nullable): the plan with @id as the book has it now */
AnsPlan *ans_plan_read (AnsBook *book, gint64 id, GError **error);

/** ans_plan_new_empty: Returns: (transfer full): @other without its indicators */
AnsPlan *ans_plan_new_empty (const AnsPlan *other);
AnsPlan *ans_plan_ref (AnsPlan *self);
void ans_plan_unref (AnsPlan *self);

/** ans_plan_find_indicator: Returns: (nullable): the indicator called @code */
AnsIndicator *ans_plan_find_indicator (AnsPlan *self, const char *code);
AnsIndicator *ans_plan_find_indicator_id (AnsPlan *self, gint64 id);

/** ans_indicator_find_value: Returns: (nullable): the last of @village on or before @day */
const AnsManualValue *
ans_indicator_find_value (const AnsIndicator *self, gint64 village, AnsDate day);

/** ans_indicator_kind_code and its like: the codes that the registers and machines use. */
const char *ans_indicator_kind_code (AnsIndicatorKind kind);
const char *ans_direction_code (AnsDirection direction);
const char *ans_source_code (AnsSource source);

/** ans_indicator_target_display: Returns: (transfer full): what is asked for: “≥ 120”, “≤ 23,9”,
 * “1–2”, “Đạt”, "" for nothing */
char *ans_indicator_target_display (const AnsIndicator *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnsPlan, ans_plan_unref)

G_END_DECLS
