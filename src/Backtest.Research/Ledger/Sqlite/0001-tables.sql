CREATE TABLE experiment (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  family TEXT NOT NULL,
  folder TEXT NOT NULL,
  document TEXT NOT NULL CHECK (json_valid(document)),
  status TEXT NOT NULL CHECK (status IN ('running', 'complete')),
  created_at TEXT NOT NULL,
  finished_at TEXT
);

CREATE TABLE trial_key (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE
);

CREATE TABLE result (
  key_id INTEGER NOT NULL,
  share REAL NOT NULL CHECK (share BETWEEN 0 AND 1),
  spec_hash TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('complete', 'pruned', 'faulted')),
  metrics TEXT CHECK (json_valid(metrics)),
  event_hash TEXT,
  seconds REAL NOT NULL,
  message TEXT,
  PRIMARY KEY (key_id, share)
) WITHOUT ROWID;

CREATE TABLE trial (
  experiment TEXT NOT NULL,
  number INTEGER NOT NULL,
  key_id INTEGER NOT NULL,
  share REAL NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('complete', 'pruned', 'faulted')),
  parameters TEXT NOT NULL CHECK (json_valid(parameters)),
  objectives TEXT CHECK (json_valid(objectives)),
  worker TEXT NOT NULL,
  PRIMARY KEY (experiment, number)
) WITHOUT ROWID;

CREATE TABLE family_key (
  family TEXT NOT NULL,
  key_id INTEGER NOT NULL,
  PRIMARY KEY (family, key_id)
) WITHOUT ROWID;

CREATE TABLE claim (
  experiment TEXT NOT NULL,
  key TEXT NOT NULL,
  number INTEGER NOT NULL,
  worker TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  PRIMARY KEY (experiment, key)
) WITHOUT ROWID;

CREATE INDEX claim_worker ON claim (worker);
