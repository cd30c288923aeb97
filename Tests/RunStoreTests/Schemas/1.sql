CREATE TABLE content (
    digest TEXT PRIMARY KEY NOT NULL CHECK (length(digest) = 64),
    size INTEGER NOT NULL CHECK (size >= 0),
    destroyedAt TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE coverage (
    deliveryId INTEGER NOT NULL,
    place INTEGER NOT NULL,
    npp TEXT NOT NULL,
    blth TEXT NOT NULL,
    rowCount INTEGER NOT NULL,
    total INTEGER NOT NULL,
    PRIMARY KEY (deliveryId, place, npp, blth),
    FOREIGN KEY (deliveryId, place) REFERENCES deliveredFile (deliveryId, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision (
    id INTEGER PRIMARY KEY NOT NULL,
    decidedAt TEXT NOT NULL,
    who TEXT NOT NULL CHECK (who <> ''),
    action TEXT NOT NULL CHECK (action IN ('terima', 'batal', 'musnah')),
    deliveryId INTEGER NOT NULL REFERENCES delivery (id),
    place INTEGER NOT NULL,
    why TEXT NOT NULL CHECK (why <> '')
) STRICT;

CREATE TABLE deliveredFile (
    deliveryId INTEGER NOT NULL REFERENCES delivery (id),
    place INTEGER NOT NULL CHECK (place >= 1),
    name TEXT NOT NULL,
    sender TEXT NOT NULL,
    digest TEXT NOT NULL REFERENCES content (digest),
    kind TEXT,
    profile TEXT,
    state TEXT NOT NULL
        CHECK (state IN ('diterima', 'ditolak', 'menunggu', 'dikonfirmasi', 'dibatalkan')),
    effectiveFrom TEXT,
    reason TEXT NOT NULL DEFAULT '',
    accepted INTEGER NOT NULL DEFAULT 0,
    rejected INTEGER NOT NULL DEFAULT 0,
    -- What identifies the file in the inbox until it is removed from there.
    inboxMark TEXT,
    PRIMARY KEY (deliveryId, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE delivery (
    id INTEGER PRIMARY KEY NOT NULL,
    night TEXT NOT NULL,
    receivedAt TEXT NOT NULL
) STRICT;

CREATE TABLE run (
    id INTEGER PRIMARY KEY NOT NULL,
    asOf TEXT NOT NULL,
    startedAt TEXT NOT NULL,
    finishedAt TEXT NOT NULL,
    version TEXT NOT NULL,
    inputs TEXT NOT NULL,
    manifest TEXT NOT NULL,
    workers INTEGER NOT NULL,
    arrears INTEGER NOT NULL
) STRICT;

CREATE INDEX coverageByEmployer ON coverage (npp, blth);

CREATE INDEX deliveredFileByDigest ON deliveredFile (digest);

CREATE INDEX deliveredFileInInbox ON deliveredFile (inboxMark) WHERE inboxMark IS NOT NULL;

CREATE INDEX deliveryByNight ON delivery (night);

CREATE INDEX runByNight ON run (asOf, id);
