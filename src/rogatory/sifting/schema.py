"""The tables of the ledger. What can be computed from others stands here only where it is always asked for."""

SCHEMA = """
CREATE TABLE IF NOT EXISTS contents (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    blake3 TEXT NOT NULL,
    size BIGINT NOT NULL,
    media TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT '',
    root TEXT NOT NULL,
    depth INTEGER NOT NULL,
    due TEXT NOT NULL,
    holder TEXT NOT NULL DEFAULT '',
    until DOUBLE PRECISION NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS waiting ON contents (size DESC) WHERE due <> '';
CREATE INDEX IF NOT EXISTS held ON contents (holder) WHERE holder <> '';
CREATE TABLE IF NOT EXISTS items (
    ident TEXT PRIMARY KEY,
    parent TEXT NOT NULL,
    path BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    content TEXT,
    says TEXT NOT NULL DEFAULT ''
);
CREATE INDEX IF NOT EXISTS lay_in ON items (parent);
CREATE INDEX IF NOT EXISTS holds ON items (content);
CREATE TABLE IF NOT EXISTS results (
    content TEXT NOT NULL,
    stage TEXT NOT NULL,
    version INTEGER NOT NULL,
    config TEXT NOT NULL,
    state TEXT NOT NULL,
    says TEXT NOT NULL,
    facts TEXT NOT NULL,
    seconds DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (content, stage, version, config)
);
CREATE TABLE IF NOT EXISTS texts (
    content TEXT PRIMARY KEY,
    length INTEGER NOT NULL,
    packed BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS messages (
    content TEXT PRIMARY KEY,
    ident TEXT NOT NULL,
    answers TEXT NOT NULL,
    subject TEXT NOT NULL,
    thread TEXT NOT NULL DEFAULT ''
);
CREATE INDEX IF NOT EXISTS by_ident ON messages (ident);
CREATE INDEX IF NOT EXISTS by_thread ON messages (thread);
CREATE TABLE IF NOT EXISTS edges (
    kind TEXT NOT NULL,
    one TEXT NOT NULL,
    other TEXT NOT NULL,
    PRIMARY KEY (kind, one, other)
);
CREATE INDEX IF NOT EXISTS tied_to ON edges (kind, other);
CREATE TABLE IF NOT EXISTS raised (
    content TEXT NOT NULL,
    screen TEXT NOT NULL,
    at DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (content, screen)
);
CREATE TABLE IF NOT EXISTS drawn (
    asked TEXT NOT NULL,
    how TEXT NOT NULL,
    content TEXT NOT NULL,
    place BIGINT NOT NULL,
    PRIMARY KEY (asked, how, content)
);
CREATE TABLE IF NOT EXISTS configured (
    stage TEXT PRIMARY KEY,
    told TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS roots (
    root TEXT PRIMARY KEY,
    members BIGINT NOT NULL DEFAULT 0,
    volume BIGINT NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS taken (
    seizure TEXT PRIMARY KEY,
    manifest TEXT NOT NULL,
    lines BIGINT NOT NULL DEFAULT 0
);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(text, content='', tokenize='unicode61 remove_diacritics 2');
"""
"""What an item contains stands in `items`; `edges` hold the other bonds between contents (`replies`, `duplicate`)."""
