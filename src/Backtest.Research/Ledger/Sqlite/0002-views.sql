CREATE VIEW trials AS
SELECT e.name AS experiment_name, e.family, t.experiment, t.number, k.key, r.spec_hash, t.parameters, t.share, t.status, t.objectives,
  r.metrics, r.event_hash, r.seconds, r.message, t.worker
FROM trial t
JOIN experiment e ON e.id = t.experiment
JOIN trial_key k ON k.id = t.key_id
JOIN result r ON r.key_id = t.key_id AND r.share = t.share;

CREATE VIEW families AS
SELECT f.family, f.experiments, (SELECT COUNT(*) FROM family_key k WHERE k.family = f.family) AS trials
FROM (SELECT family, COUNT(*) AS experiments FROM experiment GROUP BY family) f;
