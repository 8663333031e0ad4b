-- The job workers of a process: when it dies, their jobs are freed.
ALTER TABLE core.process ADD COLUMN workers text[] NOT NULL DEFAULT '{}';
