-- Codes that allow the first company to be made over a network, printed at a start; gone once it is made.
CREATE TABLE core.setup_token (
  -- SHA-256 of the code.
  hash text PRIMARY KEY,
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
