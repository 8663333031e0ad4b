-- A workspace is a company; its tables are in the schema schema_name.
CREATE TABLE core.workspace (
  id uuid PRIMARY KEY,
  key text NOT NULL UNIQUE CHECK (key ~ '^[a-z][a-z0-9_]{0,40}$'),
  name text NOT NULL,
  schema_name text NOT NULL UNIQUE,
  model_version bigint NOT NULL DEFAULT 1,
  -- language, currency, timeZone
  settings jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz(3) NOT NULL DEFAULT now()
);

-- Heart-beats of the processes that share this database.
CREATE TABLE core.process (
  id uuid PRIMARY KEY,
  started_at timestamptz(3) NOT NULL DEFAULT now(),
  seen_at timestamptz(3) NOT NULL DEFAULT now(),
  host text NOT NULL,
  role text NOT NULL
);
