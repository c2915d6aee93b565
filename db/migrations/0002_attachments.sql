-- The bytes of attachments: pictures, sounds, scans of signed sheets. They are named by what they
-- are, so that the same file brought twice is kept once; the item of kind 'attachment' that names
-- them is bound to the chain, and with it the bytes. Decision 0016.

CREATE TABLE content (
  sha256 TEXT NOT NULL,
  data   BLOB NOT NULL
) STRICT;

CREATE UNIQUE INDEX content_by_sha256 ON content (sha256);

CREATE TRIGGER content_is_never_changed BEFORE UPDATE ON content
BEGIN SELECT raise(ABORT, 'content is never changed'); END;

-- Only the bytes that nothing names any more, since the item that did was erased.
CREATE TRIGGER content_is_only_erased BEFORE DELETE ON content
WHEN EXISTS (
  SELECT 1 FROM item WHERE kind = 'attachment' AND json_extract(data, '$.sha256') = old.sha256)
BEGIN SELECT raise(ABORT, 'content is still named'); END;
