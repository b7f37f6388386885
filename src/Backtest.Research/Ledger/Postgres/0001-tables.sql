CREATE TABLE experiment (
  id text NOT NULL PRIMARY KEY,
  name text NOT NULL,
  family text NOT NULL,
  folder text NOT NULL,
  document json NOT NULL,
  status text NOT NULL CHECK (status IN ('running', 'complete')),
  created_at timestamptz NOT NULL,
  finished_at timestamptz
);

CREATE TABLE trial_key (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key text NOT NULL UNIQUE
);

CREATE TABLE result (
  key_id bigint NOT NULL,
  share double precision NOT NULL CHECK (share BETWEEN 0 AND 1),
  spec_hash text NOT NULL,
  status text NOT NULL CHECK (status IN ('complete', 'pruned', 'faulted')),
  metrics json,
  event_hash text,
  seconds double precision NOT NULL,
  message text,
  PRIMARY KEY (key_id, share)
);

CREATE TABLE trial (
  experiment text NOT NULL,
  number integer NOT NULL,
  key_id bigint NOT NULL,
  share double precision NOT NULL,
  status text NOT NULL CHECK (status IN ('complete', 'pruned', 'faulted')),
  parameters json NOT NULL,
  objectives json,
  worker text NOT NULL,
  PRIMARY KEY (experiment, number)
);

CREATE TABLE family_key (
  family text NOT NULL,
  key_id bigint NOT NULL,
  PRIMARY KEY (family, key_id)
);

CREATE TABLE claim (
  experiment text NOT NULL,
  key text NOT NULL,
  number integer NOT NULL,
  worker text NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (experiment, key)
);

CREATE INDEX claim_worker ON claim (worker);
