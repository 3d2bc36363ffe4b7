/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ans-book.h"

G_BEGIN_DECLS

typedef struct _AnsRecord AnsRecord;
typedef struct _AnsProblems AnsProblems;
typedef struct _AnsRegister AnsRegister;

typedef enum
{
  ANS_FIELD_TEXT,
  ANS_FIELD_LONG_TEXT,    /* several lines */
  ANS_FIELD_NAME,         /* a person's name */
  ANS_FIELD_IDENTIFIER,   /* digits that are not a number: CCCD, phone, code */
  ANS_FIELD_INTEGER,
  ANS_FIELD_MONEY,        /* đồng */
  ANS_FIELD_DECIMAL,      /* with a decimal point and no zeros at its end: 23.9 */
  ANS_FIELD_DATE,         /* a full day, ISO */
  ANS_FIELD_PARTIAL_DATE, /* 1940, 1940-03 or 1940-03-10 */
  ANS_FIELD_BOOLEAN,      /* 0 or 1 */
  ANS_FIELD_CHOICE,       /* a code of .choices */
  ANS_FIELD_CHOICES,      /* codes of .choices, in their order, with "|" between them */
  ANS_FIELD_REFERENCE,    /* id of a row of register .target */
} AnsFieldKind;

/* Decimals that a field of that kind keeps. */
#define ANS_FIELD_DECIMALS 4

typedef enum
{
  ANS_FIELD_REQUIRED = 1 << 0,
  ANS_FIELD_SENSITIVE = 1 << 1, /* level 2 of domain.md §8: masked until clicked, not on postings */
  ANS_FIELD_HIDDEN = 1 << 2,    /* kept, but not offered unless asked for */
  ANS_FIELD_COMPUTED = 1 << 3,  /* filled by the register's prepare(), never by a person; shown
                                   only if it has a title */
  ANS_FIELD_FILTER = 1 << 4,    /* offered as a filter chip */
  ANS_FIELD_DEFAULT_COLUMN = 1 << 5, /* shown in lists until the officer chooses otherwise */
  ANS_FIELD_UNIQUE = 1 << 6,    /* two records with the same value: a warning */
  ANS_FIELD_DERIVED = 1 << 7,   /* kept right by a trigger, never written by a save */
  ANS_FIELD_YEAR = 1 << 8,      /* a whole number that is a year: written without a point */
  ANS_FIELD_SUM = 1 << 9,       /* adds up: its sum stands in totals of printed lists, as that of
                                   money always does */
} AnsFieldFlags;

/** AnsChoice: a legal term with its stable code. Labels are Vietnamese in any UI language. */
typedef struct
{
  const char *code;
  const char *label;
  const char *const *synonyms; /* (nullable): other ways to write it, %NULL-terminated */
} AnsChoice;

/**
 * AnsField:
 * @name: column, and FIELD on the command line
 * @title: official Vietnamese name: printed heading, import and export header
 * @label: English source of the label in the program (N_())
 * @kind: what it holds
 * @flags: how it behaves
 * @group: English source of the heading under which forms show it (N_())
 * @choices: ends with a code of %NULL
 * @target: id of the register that a reference names
 * @period: name of the period (see #AnsPeriod) that keeps its history, or %NULL for a plain column
 * @default_value: for new records
 * @synonyms: other headings by which workbooks call it, %NULL-terminated
 * @width: of the column in lists, in characters
 * @print_width: in printed lists, in millimetres
 * @derive, @as_of, @expression: see below; the first two for the rare field whose value follows another register's history
 *
 * A field is described once; adding one is adding one line to its register.
 */
typedef struct
{
  const char *name;
  const char *title;
  const char *label;
  AnsFieldKind kind;
  AnsFieldFlags flags;
  const char *group;
  const AnsChoice *choices;
  const char *target;
  const char *period;
  const char *default_value;
  const char *const *synonyms;
  int width;
  int print_width;
  const char *derive; /* (nullable) SQL over period row x: the current value, if not x's own */
  const char *as_of;  /* (nullable) the same over the period's alias with day ?1 */
  const char *expression; /* (nullable) SQL over fields of the record: what a computed field is */
} AnsField;

/**
 * AnsPeriod:
 * @name: table of the periods
 * @owner: its column that names the record
 * @alias: of the table in queries as of a day
 *
 * History of some fields of a register: rows [from_date, to_date) that do not overlap. An empty
 * from_date is “since always”, a NULL to_date “until now”. The fields named by it have a derived
 * column of the same name in the register's table: the value of the open period.
 */
typedef struct
{
  const char *name;
  const char *owner;
  const char *alias;
  const char *title; /* official Vietnamese name, for history and forms */
  const char *const *triggers; /* (nullable): further triggers on the period table */
} AnsPeriod;

/**
 * AnsRegister:
 *
 * A register, described once: its table, form, filters, columns, import, export, history and
 * validation all come from here.
 */
struct _AnsRegister
{
  const char *id;       /* people */
  const char *table;    /* person */
  const char *alias;    /* p, in queries */
  const char *title;    /* official Vietnamese name: Người */
  const char *label;    /* English source, plural (N_()) */
  const char *singular; /* English source, one of them (N_()) */
  const char *icon;     /* icon name */
  const AnsField *fields;         /* ends with a name of NULL */
  const AnsPeriod *periods;       /* ends with a name of NULL; may be NULL */
  const char *const *indexes;     /* SQL, NULL-terminated */
  const char *const *triggers;    /* SQL, NULL-terminated */
  const char *const *search_columns; /* may be NULL; then search_also finds all that is found */
  const AnsCheckSpec *checks;     /* (nullable) what must hold of its rows, beyond their periods */
  const char *name_field;         /* what a person calls a record by; a reference: by its name */
  const char *key_field;          /* (nullable) a second way to name it: a code */
  const char *meant;              /* (nullable) SQL condition of those that are meant where several
                                     have one key or name: of the plan of this year */
  const char *const *same_fields; /* (nullable) fields in which no two entries agree: a row of a
                                     workbook that does is that entry */
  const char *order_by;           /* SQL over alias t: how references to its records sort */
  const char *exists_field;       /* (nullable) a filter on this field replaces exists_… below */
  const char *exists_as_of;       /* (nullable) SQL condition that the record is of the commune on
                                     day ?1, over the aliases; the default filter of its lists */
  const char *exists_now;         /* the same today, over derived columns */
  /* (nullable) SQL condition over the alias and the full-text query ?3: found through others */
  const char *search_also;
  /* Fills computed fields before a save. */
  void (*prepare) (AnsRecord *record);
  /* Looks at fields together; adds warnings and errors. */
  void (*check) (AnsRecord *record, AnsProblems *problems);
  /* (nullable) Writes what follows from a save, in the same action. */
  gboolean (*after_save) (AnsRecord *record, GError **error);
};

/** ans_registers: Returns: (transfer none): all registers, in order; @n is their number */
const AnsRegister *const *ans_registers (guint *n);

/**
 * ans_registers_add:
 * @reg: static; registers that it names are there already
 *
 * Makes the program know a register of an upper room. Before the first book is opened or made, and
 * before there are other threads.
 */
void ans_registers_add (const AnsRegister *reg);

/** ans_register_find: Returns: (nullable): the register called @id (or its table's name) */
const AnsRegister *ans_register_find (const char *id);
const AnsRegister *ans_register_find_by_table (const char *table);

/** ans_register_is: whether both are the same register, whichever book widened them. */
gboolean ans_register_is (const AnsRegister *self, const AnsRegister *other);

/** ans_register_get_field: Returns: (nullable): its field called @name */
const AnsField *ans_register_get_field (const AnsRegister *self, const char *name);
const AnsPeriod *ans_register_get_period (const AnsRegister *self, const char *name);

/** ans_register_find_period: finds the register that owns the period table @table. */
const AnsRegister *ans_register_find_period (const char *table, const AnsPeriod **period);

/** ans_field_kind_is_number: whether values of @kind are counted and added: integer, money, decimal */
gboolean ans_field_kind_is_number (AnsFieldKind kind);

/** ans_field_is_shown: whether people see @self: not a key for searching or sorting. */
gboolean ans_field_is_shown (const AnsField *self);

/** ans_field_get_choice: Returns: (nullable): the choice with @code */
const AnsChoice *ans_field_get_choice (const AnsField *self, const char *code);

/**
 * ans_field_match_choice:
 * @text: code, label or synonym, in any case, with or without marks
 *
 * Returns: (nullable): the choice that @text means
 */
const AnsChoice *ans_field_match_choice (const AnsField *self, const char *text);

/**
 * ans_registry_create_book / ans_registry_open_book:
 *
 * ans_book_create() and ans_book_open() with the tables of all registers.
 */
AnsBook *ans_registry_create_book (const char *path, const char *passphrase, GError **error);
AnsBook *ans_registry_open_book (const char *path, const char *passphrase, gboolean read_only,
                                 GError **error);

/* The registers; one file each. */
extern const AnsRegister ans_register_people;
extern const AnsRegister ans_register_households;
extern const AnsRegister ans_register_villages;
extern const AnsRegister ans_register_units;

G_END_DECLS
