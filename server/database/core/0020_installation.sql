-- Which key the secrets in this database are encrypted with: a start with another one would only find out
-- piece by piece that it cannot read them.
CREATE TABLE core.installation (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  key_fingerprint text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now()
);

-- Backups made from this database, newest last.
CREATE TABLE core.backup (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- When its picture was taken; together with the name, how a verification finds its row.
  created_at timestamptz(3) NOT NULL,
  name text NOT NULL,
  bytes bigint NOT NULL,
  row_count bigint NOT NULL,
  verified_at timestamptz(3)
);
