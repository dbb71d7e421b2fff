ALTER TABLE ucs.contact ADD CONSTRAINT contact_pkey PRIMARY KEY (id);
CREATE INDEX contact_modified_date_idx ON ucs.contact (modified_date, id);
CREATE INDEX contact_created_date_idx ON ucs.contact (created_date, id);

ALTER TABLE ucs.interaction ADD CONSTRAINT interaction_pkey PRIMARY KEY (id);
CREATE INDEX interaction_start_date_idx ON ucs.interaction (start_date, id);
CREATE INDEX interaction_modified_date_idx ON ucs.interaction (modified_date, id);
CREATE INDEX interaction_end_date_idx ON ucs.interaction (end_date, id);

ALTER TABLE ucs.attachment ADD CONSTRAINT attachment_pkey PRIMARY KEY (document_id);
CREATE INDEX attachment_interaction_idx ON ucs.attachment (interaction_id, document_id);
