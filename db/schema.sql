-- What a ceremony's file holds once every script of db/migrations has run. Generated from them,
-- for reading; the remarks are in the scripts.

CREATE TABLE approval (
  text     TEXT NOT NULL PRIMARY KEY,
  approved INTEGER NOT NULL,
  sha256   TEXT NOT NULL,
  writer   TEXT NOT NULL,
  seq      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE badge (
  id     TEXT NOT NULL,
  writer TEXT NOT NULL,
  seq    INTEGER NOT NULL,
  person TEXT NOT NULL,
  token  TEXT NOT NULL
) STRICT;

CREATE TABLE badge_state (
  badge   TEXT NOT NULL PRIMARY KEY,
  revoked INTEGER NOT NULL,
  writer  TEXT NOT NULL,
  seq     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE content (
  sha256 TEXT NOT NULL,
  data   BLOB NOT NULL
) STRICT;

CREATE TABLE event (
  writer  TEXT NOT NULL,
  seq     INTEGER NOT NULL CHECK (seq > 0),
  tick    INTEGER NOT NULL,
  utc     TEXT NOT NULL,
  local   TEXT NOT NULL,
  mono    INTEGER NOT NULL,
  kind    TEXT NOT NULL,
  session TEXT NOT NULL,
  person  TEXT NOT NULL,
  door    TEXT NOT NULL,
  body    TEXT NOT NULL,
  prev    BLOB NOT NULL CHECK (length(prev) = 32),
  hash    BLOB NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (writer, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE head (
  writer TEXT NOT NULL PRIMARY KEY,
  seq    INTEGER NOT NULL,
  tick   INTEGER NOT NULL,
  hash   BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE item (
  id      TEXT NOT NULL,
  writer  TEXT NOT NULL,
  seq     INTEGER NOT NULL,
  current INTEGER NOT NULL CHECK (current IN (0, 1)),
  kind    TEXT NOT NULL,
  salt    BLOB,
  data    TEXT,
  hash    BLOB NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (id, writer, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE joined (
  person   TEXT NOT NULL PRIMARY KEY,
  survivor TEXT NOT NULL,
  writer   TEXT NOT NULL,
  seq      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE marked (
  session TEXT NOT NULL,
  person  TEXT NOT NULL,
  status  TEXT NOT NULL,
  writer  TEXT NOT NULL,
  seq     INTEGER NOT NULL,
  PRIMARY KEY (session, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
  id          TEXT NOT NULL,
  writer      TEXT NOT NULL,
  seq         INTEGER NOT NULL,
  current     INTEGER NOT NULL CHECK (current IN (0, 1)),
  salt        BLOB,
  name        TEXT,
  id_number   TEXT,
  id_kind     TEXT,
  rank        TEXT,
  post        TEXT,
  division    TEXT,
  staff_kind  TEXT,
  institution TEXT,
  kind        TEXT,
  active      INTEGER,
  hash        BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TABLE pledged (
  session TEXT NOT NULL,
  text    TEXT NOT NULL,
  person  TEXT NOT NULL,
  source  TEXT NOT NULL,
  PRIMARY KEY (session, text, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE present (
  session TEXT NOT NULL,
  person  TEXT NOT NULL,
  tick    INTEGER NOT NULL,
  writer  TEXT NOT NULL,
  seq     INTEGER NOT NULL,
  local   TEXT NOT NULL,
  door    TEXT NOT NULL,
  PRIMARY KEY (session, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE session_state (
  session TEXT NOT NULL PRIMARY KEY,
  open    INTEGER NOT NULL,
  writer  TEXT NOT NULL,
  seq     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE signed (
  pact   TEXT NOT NULL,
  person TEXT NOT NULL,
  source TEXT NOT NULL,
  writer TEXT NOT NULL,
  seq    INTEGER NOT NULL,
  PRIMARY KEY (pact, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE undone (
  writer    TEXT NOT NULL,
  seq       INTEGER NOT NULL,
  by_writer TEXT NOT NULL,
  by_seq    INTEGER NOT NULL,
  PRIMARY KEY (writer, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE witnessed (
  person TEXT NOT NULL PRIMARY KEY,
  writer TEXT NOT NULL,
  seq    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE VIEW approval_defined AS
SELECT text, approved, sha256, writer, seq FROM (
  SELECT json_extract(body, '$.text') AS text, kind = 'text_approved' AS approved,
    coalesce(json_extract(body, '$.sha256'), '') AS sha256, writer, seq,
    row_number() OVER (
      PARTITION BY json_extract(body, '$.text')
      ORDER BY tick DESC, writer DESC, seq DESC) AS place
  FROM event
  WHERE kind IN ('text_approved', 'text_reopened', 'text_changed') AND kind <> 'scan')
WHERE place = 1;

CREATE VIEW arrival AS
SELECT e.session, coalesce(j.survivor, e.person) AS person, e.tick, e.writer, e.seq, e.local, e.door
FROM event e
LEFT JOIN joined j ON j.person = e.person
WHERE e.person <> ''
  AND (e.kind = 'scan' AND json_extract(e.body, '$.verdict') = 'recorded'
    OR e.kind = 'mark' AND json_extract(e.body, '$.status') IN ('hadir', 'terlambat'))
  AND NOT EXISTS (SELECT 1 FROM undone u WHERE u.writer = e.writer AND u.seq = e.seq);

CREATE VIEW badge_state_defined AS
SELECT badge, revoked, writer, seq FROM (
  SELECT json_extract(body, '$.badge') AS badge, 1 AS revoked, writer, seq,
    row_number() OVER (
      PARTITION BY json_extract(body, '$.badge') ORDER BY tick, writer, seq) AS place
  FROM event WHERE kind = 'badge_revoked' AND kind <> 'scan')
WHERE place = 1;

CREATE VIEW item_defined AS
SELECT id, writer, seq FROM (
  SELECT i.id, i.writer, i.seq, row_number() OVER (
    PARTITION BY i.id ORDER BY e.tick DESC, e.writer DESC, e.seq DESC) AS place
  FROM item i JOIN event e ON e.writer = i.writer AND e.seq = i.seq)
WHERE place = 1;

CREATE VIEW joined_defined AS
WITH RECURSIVE
  told AS (
    SELECT person, survivor, writer, seq FROM (
      SELECT person, json_extract(body, '$.survivor') AS survivor, writer, seq,
        row_number() OVER (
          PARTITION BY person ORDER BY tick DESC, writer DESC, seq DESC) AS place
      FROM event WHERE kind = 'person_joined' AND kind <> 'scan')
    WHERE place = 1),
  walk AS (
    SELECT person, survivor, writer, seq, 0 AS depth FROM told
    UNION ALL
    SELECT walk.person, told.survivor, walk.writer, walk.seq, walk.depth + 1
    FROM walk JOIN told ON told.person = walk.survivor WHERE walk.depth < 16)
SELECT person, survivor, writer, seq FROM (
  SELECT person, writer, seq,
    CASE WHEN max(depth) OVER (PARTITION BY person) < 16 THEN survivor
      ELSE min(CASE WHEN depth > 8 THEN survivor END) OVER (PARTITION BY person) END AS survivor,
    row_number() OVER (PARTITION BY person ORDER BY depth DESC) AS place
  FROM walk)
WHERE place = 1 AND person <> survivor;

CREATE VIEW marked_defined AS
SELECT session, person, status, writer, seq FROM (
  SELECT e.session, coalesce(j.survivor, e.person) AS person,
    json_extract(e.body, '$.status') AS status, e.writer, e.seq,
    row_number() OVER (
      PARTITION BY e.session, coalesce(j.survivor, e.person)
      ORDER BY e.tick DESC, e.writer DESC, e.seq DESC) AS place
  FROM event e
  LEFT JOIN joined j ON j.person = e.person
  WHERE e.kind = 'mark' AND e.kind <> 'scan'
    AND NOT EXISTS (SELECT 1 FROM undone u WHERE u.writer = e.writer AND u.seq = e.seq))
WHERE place = 1;

CREATE VIEW person_defined AS
SELECT id, writer, seq FROM (
  SELECT p.id, p.writer, p.seq, row_number() OVER (
    PARTITION BY p.id ORDER BY e.tick DESC, e.writer DESC, e.seq DESC) AS place
  FROM person p JOIN event e ON e.writer = p.writer AND e.seq = p.seq)
WHERE place = 1;

CREATE VIEW pledged_defined AS
WITH
  by_hand AS (
    SELECT session, text, person, pledged FROM (
      SELECT e.session, json_extract(e.body, '$.text') AS text,
        coalesce(j.survivor, e.person) AS person,
        json_extract(e.body, '$.pledged') AS pledged,
        row_number() OVER (
          PARTITION BY e.session, json_extract(e.body, '$.text'), coalesce(j.survivor, e.person)
          ORDER BY e.tick DESC, e.writer DESC, e.seq DESC) AS place
      FROM event e
      LEFT JOIN joined j ON j.person = e.person
      WHERE e.kind = 'pledge_set' AND e.kind <> 'scan'
        AND NOT EXISTS (SELECT 1 FROM undone u WHERE u.writer = e.writer AND u.seq = e.seq))
    WHERE place = 1),
  there AS (
    SELECT DISTINCT c.session, json_extract(c.body, '$.text') AS text, p.person
    FROM event c
    JOIN event f ON f.writer = json_extract(c.body, '$.frozen[0]')
      AND f.seq = json_extract(c.body, '$.frozen[1]')
    JOIN present p ON p.session = c.session AND p.tick <= f.tick
    WHERE c.kind = 'text_completed' AND c.kind <> 'scan'
      AND NOT EXISTS (SELECT 1 FROM undone u WHERE u.writer = c.writer AND u.seq = c.seq))
SELECT session, text, person, 'present' AS source FROM there t
WHERE NOT EXISTS (
  SELECT 1 FROM by_hand h WHERE h.session = t.session AND h.text = t.text AND h.person = t.person)
UNION ALL
SELECT session, text, person, 'hand' AS source FROM by_hand WHERE pledged;

CREATE VIEW present_defined AS
SELECT session, person, tick, writer, seq, local, door FROM (
  SELECT *, row_number() OVER (
    PARTITION BY session, person ORDER BY tick, writer, seq) AS place
  FROM arrival)
WHERE place = 1;

CREATE VIEW session_state_defined AS
SELECT session, open, writer, seq FROM (
  SELECT session, kind = 'session_opened' AS open, writer, seq,
    row_number() OVER (
      PARTITION BY session ORDER BY tick DESC, writer DESC, seq DESC) AS place
  FROM event WHERE kind IN ('session_opened', 'session_closed') AND kind <> 'scan')
WHERE place = 1;

CREATE VIEW signed_defined AS
SELECT pact, person, source, writer, seq FROM (
  SELECT json_extract(e.body, '$.pact') AS pact, coalesce(j.survivor, e.person) AS person,
    json_extract(e.body, '$.source') AS source, e.writer, e.seq,
    row_number() OVER (
      PARTITION BY json_extract(e.body, '$.pact'), coalesce(j.survivor, e.person)
      ORDER BY e.tick, e.writer, e.seq) AS place
  FROM event e
  LEFT JOIN joined j ON j.person = e.person
  WHERE e.kind = 'signed' AND e.kind <> 'scan'
    AND NOT EXISTS (SELECT 1 FROM undone u WHERE u.writer = e.writer AND u.seq = e.seq))
WHERE place = 1;

CREATE VIEW undone_defined AS
SELECT writer, seq, by_writer, by_seq FROM (
  SELECT json_extract(body, '$.of[0]') AS writer, json_extract(body, '$.of[1]') AS seq,
    writer AS by_writer, seq AS by_seq,
    row_number() OVER (
      PARTITION BY json_extract(body, '$.of[0]'), json_extract(body, '$.of[1]')
      ORDER BY tick, writer, seq) AS place
  FROM event WHERE kind = 'undo' AND kind <> 'scan')
WHERE place = 1;

CREATE VIEW witnessed_defined AS
SELECT person, writer, seq FROM (
  SELECT coalesce(j.survivor, e.person) AS person, e.writer, e.seq,
    row_number() OVER (
      PARTITION BY coalesce(j.survivor, e.person) ORDER BY e.tick, e.writer, e.seq) AS place
  FROM event e
  LEFT JOIN joined j ON j.person = e.person
  WHERE e.kind = 'witness_present' AND e.kind <> 'scan'
    AND NOT EXISTS (SELECT 1 FROM undone u WHERE u.writer = e.writer AND u.seq = e.seq))
WHERE place = 1;

CREATE UNIQUE INDEX badge_by_token ON badge (token);

CREATE UNIQUE INDEX content_by_sha256 ON content (sha256);

CREATE INDEX event_of_kind ON event (kind, session) WHERE kind <> 'scan';

CREATE INDEX item_by_kind ON item (kind) WHERE current = 1;

CREATE INDEX person_by_id ON person (id) WHERE current = 1;

CREATE TRIGGER badge_is_never_changed BEFORE UPDATE ON badge
BEGIN SELECT raise(ABORT, 'badge is append-only'); END;

CREATE TRIGGER badge_is_never_deleted BEFORE DELETE ON badge
BEGIN SELECT raise(ABORT, 'badge is append-only'); END;

CREATE TRIGGER content_is_never_changed BEFORE UPDATE ON content
BEGIN SELECT raise(ABORT, 'content is never changed'); END;

CREATE TRIGGER content_is_only_erased BEFORE DELETE ON content
WHEN EXISTS (
  SELECT 1 FROM item WHERE kind = 'attachment' AND json_extract(data, '$.sha256') = old.sha256)
BEGIN SELECT raise(ABORT, 'content is still named'); END;

CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN SELECT raise(ABORT, 'event is append-only'); END;

CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN SELECT raise(ABORT, 'event is append-only'); END;

CREATE TRIGGER event_is_never_replaced BEFORE INSERT ON event
WHEN EXISTS (SELECT 1 FROM event WHERE writer = new.writer AND seq = new.seq)
BEGIN SELECT raise(ABORT, 'event is append-only'); END;

CREATE TRIGGER item_is_never_deleted BEFORE DELETE ON item
BEGIN SELECT raise(ABORT, 'item is never deleted'); END;

CREATE TRIGGER item_is_only_erased BEFORE UPDATE ON item
WHEN new.id <> old.id OR new.writer <> old.writer OR new.seq <> old.seq OR new.hash <> old.hash
  OR new.kind <> old.kind
  OR (new.salt IS NOT NULL AND (new.salt IS NOT old.salt OR new.data IS NOT old.data))
BEGIN SELECT raise(ABORT, 'item is never changed'); END;

CREATE TRIGGER person_is_never_deleted BEFORE DELETE ON person
BEGIN SELECT raise(ABORT, 'person is never deleted'); END;

CREATE TRIGGER person_is_only_erased BEFORE UPDATE ON person
WHEN new.id <> old.id OR new.writer <> old.writer OR new.seq <> old.seq OR new.hash <> old.hash
  OR (new.salt IS NOT NULL AND (new.salt IS NOT old.salt OR new.name IS NOT old.name
    OR new.id_number IS NOT old.id_number OR new.id_kind IS NOT old.id_kind
    OR new.rank IS NOT old.rank OR new.post IS NOT old.post OR new.division IS NOT old.division
    OR new.staff_kind IS NOT old.staff_kind OR new.institution IS NOT old.institution
    OR new.kind IS NOT old.kind OR new.active IS NOT old.active))
BEGIN SELECT raise(ABORT, 'person is never changed'); END;
