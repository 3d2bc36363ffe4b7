-- SPDX-License-Identifier: GPL-3.0-or-later
-- The book before any register: settings and the journal.

CREATE TABLE setting (
  id    INTEGER PRIMARY KEY,
  name  TEXT NOT NULL UNIQUE,
  value TEXT
);

-- One row for each named action. `kind` is do, undo or redo; an undo or redo names its `target`;
-- `undone_by` is set while an action is taken back.
CREATE TABLE action (
  id        INTEGER PRIMARY KEY,
  at        TEXT NOT NULL,
  who       TEXT NOT NULL,
  kind      TEXT NOT NULL DEFAULT 'do' CHECK (kind IN ('do', 'undo', 'redo')),
  label     TEXT NOT NULL,
  target    INTEGER REFERENCES action (id),
  undone_by INTEGER REFERENCES action (id)
);

-- Each changed row of an action: `old` and `new` hold the changed columns as JSON; an insert has
-- no old, a delete no new.
CREATE TABLE change (
  id     INTEGER PRIMARY KEY,
  action INTEGER NOT NULL REFERENCES action (id),
  tbl    TEXT NOT NULL,
  row    INTEGER NOT NULL,
  old    TEXT,
  new    TEXT
);
CREATE INDEX change_by_action ON change (action);
CREATE INDEX change_by_row ON change (tbl, row);
-- A period that was deleted is named by the journal only, and the history of its owner tells of it.
CREATE INDEX change_of_deleted ON change (tbl) WHERE new IS NULL;

-- The action under way. The journal triggers read it; without one, `change.action` is NULL and
-- the write fails: no code path can forget the journal.
CREATE TABLE journal_state (
  one    INTEGER PRIMARY KEY CHECK (one = 1),
  action INTEGER REFERENCES action (id)
);
INSERT INTO journal_state (one, action) VALUES (1, NULL);

-- While many rows are written in one action, their entries in the search index wait until its end:
-- rows of `tbl` from `from_id` on are left to ans_book_commit() (see ans_book_defer_search()).
CREATE TABLE search_state (
  tbl     TEXT PRIMARY KEY,
  from_id INTEGER NOT NULL
) WITHOUT ROWID;

-- A fingerprint of the register tables as last applied (see ans-table-spec.c).
CREATE TABLE schema_state (
  one         INTEGER PRIMARY KEY CHECK (one = 1),
  fingerprint TEXT
);
INSERT INTO schema_state (one, fingerprint) VALUES (1, NULL);
