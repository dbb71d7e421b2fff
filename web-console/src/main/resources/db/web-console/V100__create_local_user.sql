-- People who sign in with a password kept here. Names are compared in lower case.
CREATE TABLE local_user (
    name          text        NOT NULL,
    password_hash text        NOT NULL,
    roles         text[]      NOT NULL,
    created_at    timestamptz NOT NULL,
    CONSTRAINT local_user_pk PRIMARY KEY (name),
    CONSTRAINT local_user_name_check CHECK (name = lower(name) AND length(name) BETWEEN 1 AND 100),
    CONSTRAINT local_user_roles_check CHECK (cardinality(roles) > 0 AND roles <@ ARRAY ['VIEWER', 'EXPORTER', 'ADMIN'])
);
