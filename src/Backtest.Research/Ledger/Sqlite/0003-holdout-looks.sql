CREATE TABLE holdout_look (
  family TEXT NOT NULL,
  key TEXT NOT NULL,
  from_day TEXT NOT NULL,
  looked_at TEXT NOT NULL,
  PRIMARY KEY (family, key)
) WITHOUT ROWID;
