-- What a board asks for before one of its tickets is closed is part of the board: it changes, is read and is told with it.
ALTER TABLE boards
    ADD COLUMN close_needs_resolution      boolean NOT NULL DEFAULT false,
    ADD COLUMN close_needs_time_entry      boolean NOT NULL DEFAULT false,
    ADD COLUMN close_needs_closed_children boolean NOT NULL DEFAULT false,
    ADD COLUMN close_needs_fields          text[]  NOT NULL DEFAULT '{}' CHECK (
        close_needs_fields <@ ARRAY ['category_id', 'subcategory_id', 'priority_id', 'assigned_to']);

UPDATE boards b
SET close_needs_resolution      = r.require_resolution_comment,
    close_needs_time_entry      = r.require_time_entry,
    close_needs_closed_children = r.require_no_open_children,
    close_needs_fields          = r.required_fields
FROM board_close_rules r
WHERE r.tenant_id = b.tenant_id AND r.board_id = b.id;

DROP TABLE board_close_rules;
