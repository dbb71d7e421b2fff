-- Where the blocks of a segment are, in order, as "object offset length"; empty when they are in the segment's own object.
ALTER TABLE chunk ADD COLUMN extents text[] NOT NULL DEFAULT '{}';

-- Objects that one worker wrote from the first byte of a file to its last: the layout makes them the file as they are.
CREATE TABLE streamed_file (
    run_id       uuid   NOT NULL,
    object       text   NOT NULL,
    bytes        bigint NOT NULL,
    sha256       text   NOT NULL,
    rows         bigint NOT NULL,
    plain_bytes  bigint NOT NULL,
    plain_sha256 text   NOT NULL,
    first_key    text[] NOT NULL,
    last_key     text[] NOT NULL,
    CONSTRAINT streamed_file_pk PRIMARY KEY (run_id, object),
    CONSTRAINT streamed_file_run_fk FOREIGN KEY (run_id) REFERENCES run (run_id)
);
