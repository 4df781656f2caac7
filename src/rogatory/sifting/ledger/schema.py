"""The tables of the ledger, for both databases; how words are found is each one's own affair.

What can be computed from others stands here only where it is always asked for.
"""

SCHEMA = """
CREATE TABLE IF NOT EXISTS contents (
    id {number},
    sha256 {text} NOT NULL UNIQUE,
    blake3 {text} NOT NULL,
    size BIGINT NOT NULL,
    media {text} NOT NULL DEFAULT '',
    state {text} NOT NULL DEFAULT '',
    root {text} NOT NULL,
    depth INTEGER NOT NULL,
    due {text} NOT NULL,
    holder {text} NOT NULL DEFAULT '',
    until DOUBLE PRECISION NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS waiting ON contents (size DESC) WHERE due <> '';
CREATE INDEX IF NOT EXISTS held ON contents (holder) WHERE holder <> '';
CREATE TABLE IF NOT EXISTS items (
    ident {text} PRIMARY KEY,
    parent {text} NOT NULL,
    path {bytes} NOT NULL,
    ordinal INTEGER NOT NULL,
    kind {text} NOT NULL,
    content {text},
    says {text} NOT NULL DEFAULT ''
);
CREATE INDEX IF NOT EXISTS lay_in ON items (parent);
CREATE INDEX IF NOT EXISTS holds ON items (content);
CREATE TABLE IF NOT EXISTS results (
    content {text} NOT NULL,
    stage {text} NOT NULL,
    version INTEGER NOT NULL,
    config {text} NOT NULL,
    state {text} NOT NULL,
    says {text} NOT NULL,
    facts {text} NOT NULL,
    seconds DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (content, stage, version, config)
);
CREATE TABLE IF NOT EXISTS texts (
    content {text} PRIMARY KEY,
    length INTEGER NOT NULL,
    packed {bytes} NOT NULL
);
CREATE TABLE IF NOT EXISTS messages ({rowid}
    content {text} PRIMARY KEY,
    ident {text} NOT NULL,
    answers {text} NOT NULL,
    subject {text} NOT NULL,
    thread {text} NOT NULL DEFAULT ''
);
CREATE INDEX IF NOT EXISTS by_ident ON messages (ident);
CREATE INDEX IF NOT EXISTS by_thread ON messages (thread);
CREATE TABLE IF NOT EXISTS edges (
    kind {text} NOT NULL,
    one {text} NOT NULL,
    other {text} NOT NULL,
    PRIMARY KEY (kind, one, other)
);
CREATE INDEX IF NOT EXISTS tied_to ON edges (kind, other);
CREATE TABLE IF NOT EXISTS raised (
    content {text} NOT NULL,
    screen {text} NOT NULL,
    at DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (content, screen)
);
CREATE TABLE IF NOT EXISTS drawn (
    asked {text} NOT NULL,
    how {text} NOT NULL,
    content {text} NOT NULL,
    place BIGINT NOT NULL,
    PRIMARY KEY (asked, how, content)
);
CREATE TABLE IF NOT EXISTS configured (
    stage {text} PRIMARY KEY,
    told {text} NOT NULL
);
CREATE TABLE IF NOT EXISTS roots (
    root {text} PRIMARY KEY,
    members BIGINT NOT NULL DEFAULT 0,
    volume BIGINT NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS volumes (
    content {text} PRIMARY KEY,
    told {text} NOT NULL
);
CREATE TABLE IF NOT EXISTS taken (
    seizure {text} PRIMARY KEY,
    manifest {text} NOT NULL,
    lines BIGINT NOT NULL DEFAULT 0
);
"""
"""What an item contains stands in `items`; `edges` hold the other bonds between contents (`replies`, `duplicate`)."""
