CREATE TABLE holdout_look (
  family text NOT NULL,
  key text NOT NULL,
  from_day date NOT NULL,
  looked_at timestamptz NOT NULL,
  PRIMARY KEY (family, key)
);
