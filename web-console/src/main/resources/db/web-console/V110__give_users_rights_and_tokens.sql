-- One role for each user, for all sources (null) or for named ones.
ALTER TABLE local_user
    ADD COLUMN role              text,
    ADD COLUMN sources           text[],
    ADD COLUMN enabled           boolean NOT NULL DEFAULT true,
    ADD COLUMN password_state    text    NOT NULL DEFAULT 'GENERATED',
    ADD COLUMN version           bigint  NOT NULL DEFAULT 1,
    ADD COLUMN created_by        text,
    ADD COLUMN last_signed_in_at timestamptz;

UPDATE local_user
SET role = CASE
               WHEN 'ADMIN' = ANY (roles) THEN 'ADMIN'
               WHEN 'EXPORTER' = ANY (roles) THEN 'EXPORTER'
               ELSE 'VIEWER' END;

ALTER TABLE local_user
    ALTER COLUMN role SET NOT NULL,
    ALTER COLUMN password_state DROP DEFAULT,
    DROP COLUMN roles, -- its constraint goes with it
    ADD CONSTRAINT local_user_role_check CHECK (role IN ('VIEWER', 'EXPORTER', 'ADMIN')),
    ADD CONSTRAINT local_user_sources_check CHECK (cardinality(sources) BETWEEN 1 AND 50),
    ADD CONSTRAINT local_user_password_state_check CHECK (password_state IN ('OWN', 'GENERATED', 'ONE_TIME'));

-- Personal access tokens: of the secret only its SHA-256 is kept.
CREATE TABLE access_token (
    id           uuid        NOT NULL,
    user_name    text        NOT NULL,
    name         text        NOT NULL,
    secret_hash  bytea       NOT NULL,
    role         text        NOT NULL,
    sources      text[],
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    last_used_at timestamptz,
    CONSTRAINT access_token_pk PRIMARY KEY (id),
    CONSTRAINT access_token_user_fk FOREIGN KEY (user_name) REFERENCES local_user (name),
    CONSTRAINT access_token_secret_uk UNIQUE (secret_hash),
    CONSTRAINT access_token_name_check CHECK (length(name) BETWEEN 1 AND 100),
    CONSTRAINT access_token_hash_check CHECK (length(secret_hash) = 32),
    CONSTRAINT access_token_role_check CHECK (role IN ('VIEWER', 'EXPORTER', 'ADMIN')),
    CONSTRAINT access_token_sources_check CHECK (cardinality(sources) BETWEEN 1 AND 50),
    CONSTRAINT access_token_life_check CHECK (expires_at > created_at)
);
CREATE INDEX access_token_user_index ON access_token (user_name, created_at);

-- Failed sign-ins, by user and by address; the subject is a digest, since people type passwords into the wrong field.
CREATE TABLE sign_in_throttle (
    subject       bytea       NOT NULL,
    failures      integer     NOT NULL,
    last_at       timestamptz NOT NULL,
    blocked_until timestamptz NOT NULL,
    CONSTRAINT sign_in_throttle_pk PRIMARY KEY (subject),
    CONSTRAINT sign_in_throttle_failures_check CHECK (failures >= 0)
);
CREATE INDEX sign_in_throttle_age_index ON sign_in_throttle (last_at);

-- How a person likes the pages; also of users that a provider knows and this database does not.
CREATE TABLE preferences (
    user_name     text NOT NULL,
    time_zone     text,
    colour_scheme text,
    language      text,
    CONSTRAINT preferences_pk PRIMARY KEY (user_name)
);
