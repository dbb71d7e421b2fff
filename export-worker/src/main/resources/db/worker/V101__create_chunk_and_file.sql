CREATE TABLE chunk (
    run_id       uuid    NOT NULL,
    number       integer NOT NULL,
    key_range    text    NOT NULL,
    keys         bigint  NOT NULL,
    epoch        bigint,
    object       text,
    rows         bigint,
    plain_bytes  bigint,
    stored_bytes bigint,
    checksum     bigint,
    CONSTRAINT chunk_pk PRIMARY KEY (run_id, number),
    CONSTRAINT chunk_run_fk FOREIGN KEY (run_id) REFERENCES run (run_id),
    CONSTRAINT chunk_result_check CHECK (num_nulls(epoch, object, rows, plain_bytes, stored_bytes, checksum) IN (0, 6))
);

CREATE TABLE file (
    run_id             uuid    NOT NULL,
    number             integer NOT NULL,
    name               text    NOT NULL,
    from_segment       integer NOT NULL,
    from_offset        bigint  NOT NULL,
    to_segment         integer NOT NULL,
    to_offset          bigint  NOT NULL,
    rows               bigint  NOT NULL,
    plain_bytes        bigint  NOT NULL,
    epoch              bigint,
    object             text,
    bytes              bigint,
    sha256             text,
    plain_sha256       text,
    first_key          text[],
    last_key           text[],
    CONSTRAINT file_pk PRIMARY KEY (run_id, number),
    CONSTRAINT file_run_fk FOREIGN KEY (run_id) REFERENCES run (run_id),
    CONSTRAINT file_result_check CHECK
        (num_nulls(epoch, object, bytes, sha256, plain_sha256, first_key, last_key) IN (0, 7))
);
