/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Giảm nghèo: domain.md §2.3. Registers, lists and figures; the law is in src/policy. */
#include <glib/gi18n.h>

#include "areas/ans-area.h"
#include "areas/ans-poverty.h"
#include "policy/ans-poverty-change.h"
#include "registry/ans-choices.h"

#define TODAY "date('now', 'localtime')"

/* On the day, of a row of periods. */
#define COVERS(row, day)                                                                          \
  row ".from_date <= " day " AND (" row ".to_date IS NULL OR " row ".to_date > " day ")"

/* The household of the row and its head: now, or on a day. Joins of one row by its key cost nothing
 * when no column of theirs is asked for. */
#define HOUSEHOLD_NOW(row)                                                                        \
  "LEFT JOIN household h ON h.id = " row ".household "                                            \
  "LEFT JOIN person c ON c.id = h.head "
#define HOUSEHOLD_ON(row, day)                                                                    \
  "LEFT JOIN household h ON h.id = " row ".household "                                            \
  "LEFT JOIN person c ON c.id = (SELECT m.person FROM person_home m WHERE m.household = " row    \
  ".household AND m.relation = '" ANS_RELATION_HEAD "' AND " COVERS ("m", day) " LIMIT 1) "

/* The form behind a status: the one it names, or the last one before it. */
#define FORM_BEHIND                                                                               \
  "LEFT JOIN poverty_assessment a ON a.id = coalesce(s.assessment, (SELECT x.id FROM "            \
  "poverty_assessment x WHERE x.household = s.household AND x.date <= s.from_date "               \
  "ORDER BY x.date DESC, x.id DESC LIMIT 1))"

#define MEMBERS_NOW(row)                                                                          \
  "(SELECT count(*) FROM person m WHERE m.household = " row ".household AND "                     \
  "m.residence IN " ANS_RESIDENCE_PRESENT ")"
#define MEMBERS_ON(row, day)                                                                      \
  "(SELECT count(*) FROM person_home m JOIN person n ON n.id = m.person JOIN person_residence "   \
  "st ON st.person = n.id WHERE m.household = " row ".household AND " COVERS ("m", day)           \
  " AND " COVERS ("st", day) " AND st.residence IN " ANS_RESIDENCE_PRESENT                        \
  " AND (n.birth IS NULL OR n.birth <= " day "))"

#define VILLAGE_ON(row, day)                                                                      \
  "(SELECT hp.village FROM household_place hp WHERE hp.household = " row ".household AND "        \
  COVERS ("hp", day) ")"
#define VILLAGE_ORDER(village)                                                                    \
  "(SELECT printf('%06d', coalesce(t.position, 999999)) || t.sort_key FROM village t WHERE "      \
  "t.id = " village ")"

/* Whether the household lives in the commune. */
#define LIVES_ON(row, day)                                                                        \
  "EXISTS (SELECT 1 FROM household_state hs WHERE hs.household = " row ".household AND "          \
  COVERS ("hs", day) " AND hs.status = '" ANS_HOUSEHOLD_LIVING "')"

#define SUPPORT_IN_YEAR(row, day)                                                                 \
  "(SELECT sum(y.amount) FROM household_support y WHERE y.household = " row ".household AND "     \
  "y.date >= substr(" day ", 1, 4) AND y.date <= " day ")"

/* What columns are in the terms of a register, so that filters and displays know them. */
static const AnsField village_field = { "village", "Thôn", N_ ("Village"), ANS_FIELD_REFERENCE, 0,
                                        .target = "villages" };
static const AnsField ethnicity_field = { "ethnicity", "Dân tộc", N_ ("Ethnicity"),
                                          ANS_FIELD_CHOICE, 0, .choices = ans_choices_ethnicity };
static const AnsField causes_field = { "causes", "Nguyên nhân", N_ ("Causes"), ANS_FIELD_CHOICES, 0,
                                       .choices = ans_poverty_causes };
static const AnsField sex_field = { "head_sex", "Giới tính chủ hộ", N_ ("Sex of the head"),
                                    ANS_FIELD_CHOICE, 0, .choices = ans_choices_sex };
static const AnsField no_labour_field = { "no_labour", "Không có khả năng lao động",
                                          N_ ("No capacity to work"), ANS_FIELD_BOOLEAN, 0 };
static const AnsField ncc_field = { "ncc", "Có thành viên là NCC",
                                    N_ ("Member is a meritorious person"), ANS_FIELD_BOOLEAN, 0 };

#define HEAD_COLUMNS                                                                              \
  { .id = "head_name", .title = "Họ và tên chủ hộ", .label = N_ ("Head"),                         \
    .kind = ANS_FIELD_TEXT, .flags = ANS_FIELD_DEFAULT_COLUMN, .width = 24, .print_width = 38,    \
    .sql_now = "c.full_name", .sort_now = "c.sort_key" },                                         \
  { .id = "head_birth_male", .title = "Nam", .group_title = "Năm sinh",                           \
    .label = N_ ("Head born (men)"), .kind = ANS_FIELD_IDENTIFIER, .flags = ANS_FIELD_HIDDEN,     \
    .width = 6, .print_width = 11,                                                                \
    .sql_now = "CASE WHEN c.sex = '" ANS_SEX_MALE "' THEN substr(c.birth, 1, 4) END" },           \
  { .id = "head_birth_female", .title = "Nữ", .group_title = "Năm sinh",                          \
    .label = N_ ("Head born (women)"), .kind = ANS_FIELD_IDENTIFIER, .flags = ANS_FIELD_HIDDEN,   \
    .width = 6, .print_width = 11,                                                                \
    .sql_now = "CASE WHEN c.sex = '" ANS_SEX_FEMALE "' THEN substr(c.birth, 1, 4) END" },         \
  { .id = "head_birth", .title = "Năm sinh chủ hộ", .label = N_ ("Head born in"),                 \
    .kind = ANS_FIELD_IDENTIFIER, .flags = ANS_FIELD_DEFAULT_COLUMN, .width = 6,                  \
    .print_width = 14, .sql_now = "substr(c.birth, 1, 4)" },                                      \
  { .id = "head_sex", .title = "Giới tính chủ hộ", .label = N_ ("Sex of the head"),               \
    .kind = ANS_FIELD_CHOICE, .flags = ANS_FIELD_FILTER, .field = &sex_field, .width = 6,         \
    .print_width = 13, .sql_now = "c.sex" },                                                      \
  { .id = "ethnicity", .title = "Dân tộc", .label = N_ ("Ethnicity"), .kind = ANS_FIELD_CHOICE,   \
    .flags = ANS_FIELD_FILTER, .field = &ethnicity_field, .width = 10, .print_width = 14,         \
    .sql_now = "c.ethnicity" }

#define VILLAGE_COLUMN(now, as_of)                                                                \
  { .id = "village", .title = "Thôn", .label = N_ ("Village"), .kind = ANS_FIELD_REFERENCE,       \
    .flags = ANS_FIELD_FILTER | ANS_FIELD_DEFAULT_COLUMN, .field = &village_field, .width = 12,   \
    .print_width = 22, .sql_now = now, .sql_as_of = as_of, .sort_now = VILLAGE_ORDER (now),       \
    .sort_as_of = VILLAGE_ORDER (as_of) }

#define MEMBERS_COLUMN(now, as_of)                                                                \
  { .id = "members", .title = "Số khẩu", .label = N_ ("Members"), .kind = ANS_FIELD_INTEGER,      \
    .flags = ANS_FIELD_DEFAULT_COLUMN | ANS_FIELD_SUM, .width = 6, .print_width = 11,             \
    .sql_now = now,                                                                               \
    .sql_as_of = as_of }

/* The narrow columns 1–12 of printed lists. */
#define LACK(n)                                                                                   \
  { .id = "lack_" #n, .title = #n, .group_title = "Các chỉ số thiếu hụt", .label = #n,            \
    .kind = ANS_FIELD_BOOLEAN, .flags = ANS_FIELD_HIDDEN, .width = 3, .print_width = 6,           \
    .sql_now = "a.d" #n }
#define LACKS                                                                                     \
  LACK (1), LACK (2), LACK (3), LACK (4), LACK (5), LACK (6), LACK (7), LACK (8), LACK (9),       \
      LACK (10), LACK (11), LACK (12),                                                            \
  { .id = "lacks", .title = "Chỉ số thiếu hụt", .label = N_ ("Deprived of"),                      \
    .kind = ANS_FIELD_TEXT, .flags = ANS_FIELD_DEFAULT_COLUMN, .width = 16, .print_width = 26,    \
    .sql_now = "iif(a.id IS NULL, NULL, rtrim(iif(a.d1, '1, ', '') || iif(a.d2, '2, ', '') || "                    \
               "iif(a.d3, '3, ', '') || iif(a.d4, '4, ', '') || iif(a.d5, '5, ', '') || "         \
               "iif(a.d6, '6, ', '') || iif(a.d7, '7, ', '') || iif(a.d8, '8, ', '') || "         \
               "iif(a.d9, '9, ', '') || iif(a.d10, '10, ', '') || iif(a.d11, '11, ', '') || "     \
               "iif(a.d12, '12, ', ''), ', '))" }

/* What the form behind a status says. */
#define FORM_COLUMNS                                                                              \
  { .id = "b1", .title = "Điểm B1", .label = N_ ("B1"), .kind = ANS_FIELD_INTEGER,         \
    .flags = ANS_FIELD_DEFAULT_COLUMN, .width = 6, .print_width = 11,  \
    .sql_now = "a.b1" },                                                                          \
  { .id = "b2", .title = "Điểm B2", .label = N_ ("B2"), .kind = ANS_FIELD_INTEGER,         \
    .flags = ANS_FIELD_DEFAULT_COLUMN, .width = 6, .print_width = 11,  \
    .sql_now = "a.b2" },                                                                          \
  LACKS,                                                                                          \
  { .id = "causes", .title = "Nguyên nhân", .label = N_ ("Causes"), .kind = ANS_FIELD_CHOICES,    \
    .flags = ANS_FIELD_FILTER | ANS_FIELD_DEFAULT_COLUMN, .field = &causes_field, .width = 22,    \
    .print_width = 46, .sql_now = "a.causes" },                                                   \
  { .id = "no_labour", .title = "Không có khả năng lao động", .label = N_ ("No capacity to work"),\
    .kind = ANS_FIELD_BOOLEAN, .flags = ANS_FIELD_FILTER, .field = &no_labour_field, .width = 8,  \
    .print_width = 18, .sql_now = "a.no_labour" },                                                \
  { .id = "ncc", .title = "Có thành viên là NCC", .label = N_ ("Member is a meritorious person"), \
    .kind = ANS_FIELD_BOOLEAN, .flags = ANS_FIELD_FILTER, .field = &ncc_field, .width = 8,        \
    .print_width = 18, .sql_now = "a.ncc" }

#define SINCE_COLUMN                                                                              \
  { .id = "since", .title = "Từ năm", .label = N_ ("Since year"), .kind = ANS_FIELD_IDENTIFIER,        \
    .flags = ANS_FIELD_DEFAULT_COLUMN, .width = 6, .print_width = 13,                             \
    .sql_now = "(SELECT substr(min(x.from_date), 1, 4) FROM poverty_status x WHERE x.household "  \
               "= s.household AND x.status = s.status AND x.from_date <= s.from_date AND "        \
               "NOT EXISTS (SELECT 1 FROM poverty_status y WHERE y.household = s.household AND "  \
               "y.from_date > x.from_date AND y.from_date < s.from_date AND "                     \
               "y.status <> s.status))" }

/* Households as they are on the day. */
static const AnsListingColumn stock_columns[] = {
  HEAD_COLUMNS,
  VILLAGE_COLUMN ("h.village", VILLAGE_ON ("s", "?1")),
  MEMBERS_COLUMN (MEMBERS_NOW ("s"), MEMBERS_ON ("s", "?1")),
  SINCE_COLUMN,
  FORM_COLUMNS,
  { .id = "support_amount", .title = "Hỗ trợ trong năm (đồng)", .label = N_ ("Supports of the year"),
    .kind = ANS_FIELD_MONEY, .flags = ANS_FIELD_DEFAULT_COLUMN, .width = 14, .print_width = 26,
    .sql_now = SUPPORT_IN_YEAR ("s", TODAY), .sql_as_of = SUPPORT_IN_YEAR ("s", "?1") },
  { NULL },
};

/* Households as they were when their status changed. */
static const AnsListingColumn flow_columns[] = {
  HEAD_COLUMNS,
  VILLAGE_COLUMN (VILLAGE_ON ("s", "s.from_date"), VILLAGE_ON ("s", "s.from_date")),
  MEMBERS_COLUMN (MEMBERS_ON ("s", "s.from_date"), NULL),
  FORM_COLUMNS,
  { NULL },
};

static const AnsListingColumn assessment_columns[] = {
  HEAD_COLUMNS,
  VILLAGE_COLUMN (VILLAGE_ON ("a", "a.date"), VILLAGE_ON ("a", "a.date")),
  MEMBERS_COLUMN (MEMBERS_ON ("a", "a.date"), NULL),
  LACKS,
  { NULL },
};

static const AnsListingColumn support_columns[] = {
  HEAD_COLUMNS,
  VILLAGE_COLUMN (VILLAGE_ON ("u", "u.date"), VILLAGE_ON ("u", "u.date")),
  { NULL },
};

static const AnsListingColumn certificate_columns[] = {
  HEAD_COLUMNS,
  VILLAGE_COLUMN (VILLAGE_ON ("g", "g.issued"), VILLAGE_ON ("g", "g.issued")),
  MEMBERS_COLUMN (MEMBERS_ON ("g", "g.issued"), NULL),
  { NULL },
};

static const AnsListingColumn round_columns[] = {
  { .id = "assessed", .title = "Số hộ rà soát", .label = N_ ("Households reviewed"),
    .kind = ANS_FIELD_INTEGER, .flags = ANS_FIELD_DEFAULT_COLUMN, .width = 10, .print_width = 20,
    .sql_now = "(SELECT count(*) FROM poverty_assessment x WHERE x.round = r.id)",
    .sql_as_of =
        "(SELECT count(*) FROM poverty_assessment x WHERE x.round = r.id AND x.date <= ?1)" },
  { NULL },
};

/* What changes a row of these lists beside the row itself. A status changes those around it. */
static const char *const household_tables[] = {
  "poverty_status", "poverty_assessment", "household_support", "household",
  "household_place", "household_state", "person", "person_home", "person_residence", NULL
};
static const char *const round_tables[] = { "poverty_assessment", NULL };

/* The columns of domain.md §6.4. */
static const char *const stock_print[] = {
  "head_name", "head_birth_male", "head_birth_female", "ethnicity", "members", "village",
  "b1",        "b2",              "lack_1",            "lack_2",    "lack_3",  "lack_4",
  "lack_5",    "lack_6",          "lack_7",            "lack_8",    "lack_9",  "lack_10",
  "lack_11",   "lack_12",         "causes",            "note",      NULL
};
static const char *const flow_print[] = {
  "head_name", "head_birth_male", "head_birth_female", "ethnicity",     "members", "village",
  "change",    "from_date",       "decision_no",       "decision_date", "note",    NULL
};
static const char *const status_print[] = {
  "household", "head_name", "head_birth_male", "head_birth_female", "village",     "from_date",
  "status",    "change",    "standard",        "decision_no",       "decision_date", NULL
};
static const char *const assessment_print[] = {
  "head_name", "head_birth_male", "head_birth_female", "members", "village", "b1",
  "b2",        "lack_1",          "lack_2",            "lack_3",  "lack_4",  "lack_5",
  "lack_6",    "lack_7",          "lack_8",            "lack_9",  "lack_10", "lack_11",
  "lack_12",   "result",          "official",          "note",    NULL
};
static const char *const support_print[] = { "head_name", "head_birth_male", "head_birth_female",
                                             "village",   "kind",            "date",
                                             "amount",    "source",          "decision_no",
                                             "note",      NULL };
static const char *const certificate_print[] = {
  "head_name", "head_birth_male", "head_birth_female", "members", "village", "status",
  "number",    "issued",          "year",              "note",    NULL
};
static const char *const round_print[] = { "name", "starts",      "ends", "assessed",
                                           "step", "decision_no", "decision_date", NULL };

/* As one looks at them: who, since when, what the form says, what was given. */
static const char *const stock_screen[] = {
  "household", "head_name", "head_birth", "since",  "members",        "b1",      "b2",
  "lacks",     "change",    "causes",     "support_amount", "village", NULL
};

#define STOCK_NOW(status_)                                                                        \
  "s.status = '" status_ "' AND " COVERS ("s", TODAY) " AND h.status = '" ANS_HOUSEHOLD_LIVING "'"
#define STOCK_AS_OF(status_)                                                                      \
  "s.status = '" status_ "' AND " COVERS ("s", "?1") " AND " LIVES_ON ("s", "?1")

static const AnsListingInfo poor_households = {
  .id = "poor-households",
  .title = "Danh sách hộ nghèo",
  .label = N_ ("Poor households"),
  .short_label = NC_ ("tab", "Poor"),
  .reg = &ans_register_poverty_statuses,
  .extra = stock_columns,
  .default_sort = "head_name",
  .print_columns = stock_print,
  .join_now = HOUSEHOLD_NOW ("s") FORM_BEHIND,
  .join_as_of = HOUSEHOLD_ON ("s", "?1") FORM_BEHIND,
  .where_now = STOCK_NOW (ANS_POVERTY_POOR),
  .where_as_of = STOCK_AS_OF (ANS_POVERTY_POOR),
  .depends = household_tables,
  .unit = "hộ",
  .screen_columns = stock_screen,
  .opens = "household",
};

static const AnsListingInfo near_poor_households = {
  .id = "near-poor-households",
  .title = "Danh sách hộ cận nghèo",
  .label = N_ ("Near-poor households"),
  .short_label = NC_ ("tab", "Near-poor"),
  .reg = &ans_register_poverty_statuses,
  .extra = stock_columns,
  .default_sort = "head_name",
  .print_columns = stock_print,
  .join_now = HOUSEHOLD_NOW ("s") FORM_BEHIND,
  .join_as_of = HOUSEHOLD_ON ("s", "?1") FORM_BEHIND,
  .where_now = STOCK_NOW (ANS_POVERTY_NEAR_POOR),
  .where_as_of = STOCK_AS_OF (ANS_POVERTY_NEAR_POOR),
  .depends = household_tables,
  .unit = "hộ",
  .screen_columns = stock_screen,
  .opens = "household",
};

/* Movements, each on the day of its status, of households that lived here that day. */
#define FLOW_NOW(changes)                                                                         \
  "s.change IN " changes " AND s.from_date <= " TODAY " AND " LIVES_ON ("s", "s.from_date")
#define FLOW_AS_OF(changes)                                                                       \
  "s.change IN " changes " AND s.from_date <= ?1 AND " LIVES_ON ("s", "s.from_date")

static const AnsListingInfo poverty_exits = {
  .id = "poverty-exits",
  .title = "Danh sách hộ thoát nghèo",
  .label = N_ ("Left poverty"),
  .reg = &ans_register_poverty_statuses,
  .extra = flow_columns,
  .default_sort = "head_name",
  .print_columns = flow_print,
  .join_now = HOUSEHOLD_ON ("s", "s.from_date") FORM_BEHIND,
  .join_as_of = HOUSEHOLD_ON ("s", "s.from_date") FORM_BEHIND,
  .where_now = FLOW_NOW (ANS_POVERTY_SQL_EXITS),
  .where_as_of = FLOW_AS_OF (ANS_POVERTY_SQL_EXITS),
  .depends = household_tables,
  .unit = "hộ",
  .opens = "household",
};

static const AnsListingInfo poverty_entries = {
  .id = "poverty-entries",
  .title = "Danh sách hộ tái nghèo, phát sinh hộ nghèo",
  .label = N_ ("Poor again, newly poor"),
  .short_label = NC_ ("tab", "Again, newly"),
  .reg = &ans_register_poverty_statuses,
  .extra = flow_columns,
  .default_sort = "head_name",
  .print_columns = flow_print,
  .join_now = HOUSEHOLD_ON ("s", "s.from_date") FORM_BEHIND,
  .join_as_of = HOUSEHOLD_ON ("s", "s.from_date") FORM_BEHIND,
  .where_now = FLOW_NOW (ANS_POVERTY_SQL_ENTRIES),
  .where_as_of = FLOW_AS_OF (ANS_POVERTY_SQL_ENTRIES),
  .depends = household_tables,
  .unit = "hộ",
  .opens = "household",
};

static const AnsListingInfo poverty_statuses = {
  .id = "poverty-statuses",
  .title = "Diễn biến hộ nghèo, hộ cận nghèo",
  .label = N_ ("All statuses"),
  .short_label = NC_ ("tab", "History"),
  .reg = &ans_register_poverty_statuses,
  .extra = flow_columns,
  .default_sort = "from_date",
  .print_columns = status_print,
  .join_now = HOUSEHOLD_ON ("s", "s.from_date") FORM_BEHIND,
  .join_as_of = HOUSEHOLD_ON ("s", "s.from_date") FORM_BEHIND,
  .where_as_of = "s.from_date <= ?1",
  .depends = household_tables,
  .unit = "lượt",
};

static const AnsListingInfo poverty_assessments = {
  .id = "poverty-assessments",
  .title = "Danh sách hộ được rà soát",
  .label = N_ ("Review forms"),
  .short_label = NC_ ("tab", "Forms"),
  .reg = &ans_register_poverty_assessments,
  .extra = assessment_columns,
  .default_sort = "date",
  .print_columns = assessment_print,
  .join_now = HOUSEHOLD_ON ("a", "a.date"),
  .join_as_of = HOUSEHOLD_ON ("a", "a.date"),
  .where_as_of = "a.date <= ?1",
  .depends = household_tables,
  .unit = "hộ",
};

static const AnsListingInfo poverty_rounds = {
  .id = "poverty-rounds",
  .title = "Các đợt rà soát hộ nghèo, hộ cận nghèo",
  .label = N_ ("Review rounds"),
  .short_label = NC_ ("tab", "Rounds"),
  .reg = &ans_register_poverty_rounds,
  .extra = round_columns,
  .default_sort = "starts",
  .print_columns = round_print,
  .where_as_of = "r.starts <= ?1",
  .depends = round_tables,
  .unit = "đợt",
};

static const AnsListingInfo household_supports = {
  .id = "household-supports",
  .title = "Danh sách hỗ trợ hộ nghèo, hộ cận nghèo",
  .label = N_ ("Supports"),
  .reg = &ans_register_household_supports,
  .extra = support_columns,
  .default_sort = "date",
  .print_columns = support_print,
  .join_now = HOUSEHOLD_ON ("u", "u.date"),
  .join_as_of = HOUSEHOLD_ON ("u", "u.date"),
  .where_as_of = "u.date <= ?1",
  .depends = household_tables,
  .unit = "lượt",
};

static const AnsListingInfo poverty_certificates = {
  .id = "poverty-certificates",
  .title = "Danh sách cấp giấy chứng nhận hộ nghèo, hộ cận nghèo",
  .label = N_ ("Certificates"),
  .short_label = NC_ ("tab", "Certificates"),
  .reg = &ans_register_poverty_certificates,
  .extra = certificate_columns,
  .default_sort = "number",
  .print_columns = certificate_print,
  .join_now = HOUSEHOLD_ON ("g", "g.issued"),
  .join_as_of = HOUSEHOLD_ON ("g", "g.issued"),
  .where_as_of = "g.issued <= ?1",
  .depends = household_tables,
  .unit = "giấy",
};

static const AnsRegister *const registers[] = {
  &ans_register_poverty_rounds,    &ans_register_poverty_assessments,
  &ans_register_poverty_statuses,  &ans_register_household_supports,
  &ans_register_poverty_certificates, NULL,
};

static const AnsListingInfo *const listings[] = {
  &poor_households,     &near_poor_households, &poverty_exits,
  &poverty_entries,     &poverty_rounds,       &poverty_assessments,
  &household_supports,  &poverty_certificates, &poverty_statuses, NULL,
};

static const AnsFigureInfo figures[] = {
  { "poor-households", "Số hộ nghèo", ANS_FIGURE_COUNT, { "poor-households" },
    .kept = "poor-households" },
  { "near-poor-households", "Số hộ cận nghèo", ANS_FIGURE_COUNT, { "near-poor-households" },
    .kept = "near-poor-households" },
  { "poverty-rate", "Tỷ lệ hộ nghèo", ANS_FIGURE_RATIO, { "poor-households" }, { "households" },
    .kept = "poor-households" },
  { "near-poverty-rate", "Tỷ lệ hộ cận nghèo", ANS_FIGURE_RATIO, { "near-poor-households" },
    { "households" },
    .kept = "near-poor-households" },
  { "poverty-rate-fall", "Mức giảm tỷ lệ hộ nghèo", ANS_FIGURE_RATIO_FALL, { "poor-households" },
    { "households" }, "standard",
    .kept = "poor-households" },
  { "poverty-count-fall", "Số hộ nghèo giảm", ANS_FIGURE_COUNT_FALL, { "poor-households" },
    .comparable = "standard",
    .kept = "poor-households" },
  { "poverty-exits", "Số hộ thoát nghèo", ANS_FIGURE_COUNT, { "poverty-exits", NULL, "from_date" },
    .kept = "poor-households" },
  { "poverty-relapses", "Số hộ tái nghèo", ANS_FIGURE_COUNT,
    { "poverty-entries", "change=" ANS_POVERTY_FILTER_AGAIN, "from_date" },
    .kept = "poor-households" },
  { "poverty-new", "Số hộ nghèo phát sinh", ANS_FIGURE_COUNT,
    { "poverty-entries", "change=" ANS_POVERTY_FILTER_NEW, "from_date" },
    .kept = "poor-households" },
  { "poor-no-labour", "Số hộ nghèo không có khả năng lao động", ANS_FIGURE_COUNT,
    { "poor-households", "no_labour=1" },
    .kept = "poor-households" },
  { "poor-ncc", "Số hộ nghèo có thành viên là người có công", ANS_FIGURE_COUNT,
    { "poor-households", "ncc=1" },
    .kept = "poor-households" },
  { "poverty-supports", "Số lượt hỗ trợ hộ nghèo, hộ cận nghèo", ANS_FIGURE_COUNT,
    { "household-supports", NULL, "date" } },
  { NULL },
};

static const AnsAreaTable *const tables[] = { &ans_poverty_table_by_village,
                                              &ans_poverty_table_deprivations, NULL };

/* What one looks at, then what one enters; where there is no room the last ones are behind a menu. */
static const char *const tabs[] = {
  "poor-households",      "near-poor-households", "poverty-exits",     "poverty-entries",
  "poverty-by-village",   "poverty-deprivations", "poverty-rounds",    "poverty-assessments",
  "household-supports",   "poverty-certificates", "poverty-statuses",  NULL,
};

const AnsArea ans_area_poverty = {
  .id = "poverty",
  .title = "Giảm nghèo",
  .label = N_ ("Poverty reduction"),
  .icon = "ans-poverty-symbolic",
  .registers = registers,
  .listings = listings,
  .figures = figures,
  .tables = tables,
  .charts = ans_poverty_charts,
  .tabs = tabs,
};
