-- A person who can sign in; a member of one workspace or several. Tables of the sign-in library, with
-- columns of ours that have defaults.
CREATE TABLE core."user" (
  id text PRIMARY KEY,
  name text NOT NULL,
  email text NOT NULL UNIQUE CHECK (email = lower(email)),
  email_verified boolean NOT NULL DEFAULT false,
  image text,
  two_factor_enabled boolean NOT NULL DEFAULT false,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now()
);

CREATE TABLE core.account (
  id text PRIMARY KEY,
  user_id text NOT NULL REFERENCES core."user" ON DELETE CASCADE,
  -- 'credential' for a password; an identity provider's name later, with the person's id there.
  provider_id text NOT NULL,
  account_id text NOT NULL,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz(3),
  refresh_token_expires_at timestamptz(3),
  scope text,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  UNIQUE (provider_id, account_id)
);
CREATE INDEX account_user ON core.account (user_id);

CREATE TABLE core.session (
  id text PRIMARY KEY,
  user_id text NOT NULL REFERENCES core."user" ON DELETE CASCADE,
  -- SHA-256 of the token in the cookie.
  token text NOT NULL UNIQUE,
  ip_address text,
  user_agent text,
  expires_at timestamptz(3) NOT NULL,
  last_used_at timestamptz(3) NOT NULL DEFAULT now(),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX session_of_user ON core.session (user_id);
CREATE INDEX session_expiry ON core.session (expires_at);

-- Reset links and pending second factors. The identifier is a hash of the secret.
CREATE TABLE core.verification (
  id text PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX verification_identifier ON core.verification (identifier);
CREATE INDEX verification_value ON core.verification (value);
CREATE INDEX verification_expiry ON core.verification (expires_at);

CREATE TABLE core.two_factor (
  id text PRIMARY KEY,
  user_id text NOT NULL UNIQUE REFERENCES core."user" ON DELETE CASCADE,
  -- Both encrypted with the key of the installation.
  secret text NOT NULL,
  backup_codes text NOT NULL,
  verified boolean NOT NULL DEFAULT true,
  failed_verification_count int NOT NULL DEFAULT 0,
  locked_until timestamptz(3)
);

-- A one-time code is accepted once.
CREATE TABLE core.used_code (
  user_id text NOT NULL REFERENCES core."user" ON DELETE CASCADE,
  code_hash text NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  PRIMARY KEY (user_id, code_hash)
);

-- Where a person works. member_id is in the schema of the workspace.
CREATE TABLE core.membership (
  user_id text NOT NULL REFERENCES core."user" ON DELETE CASCADE,
  workspace_id uuid NOT NULL REFERENCES core.workspace ON DELETE CASCADE,
  member_id uuid NOT NULL,
  active boolean NOT NULL DEFAULT true,
  last_used_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (user_id, workspace_id),
  UNIQUE (workspace_id, member_id)
);

CREATE TABLE core.invitation (
  id uuid PRIMARY KEY,
  workspace_id uuid NOT NULL REFERENCES core.workspace ON DELETE CASCADE,
  member_id uuid NOT NULL,
  email text NOT NULL,
  token_hash text NOT NULL UNIQUE,
  expires_at timestamptz(3) NOT NULL,
  accepted_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX invitation_member ON core.invitation (workspace_id, member_id);

CREATE TABLE core.api_key (
  id uuid PRIMARY KEY,
  workspace_id uuid NOT NULL REFERENCES core.workspace ON DELETE CASCADE,
  member_id uuid NOT NULL,
  name text NOT NULL,
  -- SHA-256 of the key.
  hash text NOT NULL UNIQUE,
  -- The beginning, by which people know it again.
  prefix text NOT NULL,
  scopes text[] NOT NULL,
  expires_at timestamptz(3),
  last_used_at timestamptz(3),
  revoked_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX api_key_member ON core.api_key (workspace_id, member_id);

-- Tries per address and account; the key is a hash, so nothing in it is personal.
CREATE TABLE core.attempt (
  key text PRIMARY KEY,
  tries int NOT NULL,
  resets_at timestamptz(3) NOT NULL
);
CREATE INDEX attempt_reset ON core.attempt (resets_at);

-- Who signed in, who was refused. Only ever added to.
CREATE TABLE core.audit (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz(3) NOT NULL DEFAULT now(),
  action text NOT NULL,
  result text NOT NULL,
  user_id text,
  workspace_id uuid,
  member_id uuid,
  -- What it was done to: a session, an API key, an account as a hash of its address.
  subject text,
  address text
);
CREATE INDEX audit_at ON core.audit (at);
DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'duyen_app') THEN
    REVOKE UPDATE, DELETE, TRUNCATE ON core.audit FROM duyen_app;
  END IF;
END $$;
