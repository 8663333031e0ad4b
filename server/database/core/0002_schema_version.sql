-- The last file of server/database/workspace that the workspace's schema has had.
ALTER TABLE core.workspace ADD COLUMN schema_version int NOT NULL DEFAULT 0;
