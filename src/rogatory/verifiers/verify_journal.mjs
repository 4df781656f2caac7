// Verify an exported journal, or one receipt, with nothing but Node 18 or newer.
//
//   node verify_journal.mjs [--policy FILE] [--known FILE]... FOLDER | FILE.tlog-proof
//
// It does what verify_journal.py beside it does, and was written apart from it, so that a mistake in one shows against
// the other. Violations are lines: VIOLATION, kind, place, what is wrong. Exit code 0: none; 1: some.

import { createHash, createHmac, createPublicKey, verify } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const WIDTH = 256;
const counts = new Map();
let folder = "";

const wrong = (text) => { throw new Error(text); };
const hash = (...parts) => createHash("sha256").update(Buffer.concat(parts)).digest();
const leafHash = (data) => hash(Buffer.from([0]), data);
const node = (left, right) => hash(Buffer.from([1]), left, right);
const text = (bytes) => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);

function say(kind, place, what) {
  counts.set(kind, (counts.get(kind) ?? 0) + 1);
  if (counts.get(kind) <= 100) console.log(`VIOLATION ${kind} ${place}: ${what}`);
}

function unbase64(coded) {
  const data = Buffer.from(coded, "base64");
  return data.toString("base64") === coded ? data : wrong("not the one Base 64 form of its bytes");
}

// --- keys and signatures

function readKey(vkey) {
  const [, name, id, coded] = /^([^+]*)\+([^+]*)\+(.*)$/s.exec(vkey) ?? wrong("no key");
  const data = unbase64(coded);
  if (data.length !== 33 || ![1, 4].includes(data[0])) wrong("no Ed25519 key of a log or a witness");
  if (hash(Buffer.from(name + "\n"), data).toString("hex").slice(0, 8) !== id) wrong("the key id is not that of the key");
  // An Ed25519 key in DER has a fixed head (RFC 8410).
  const der = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), data.subarray(1)]);
  return { vkey, name, id, witness: data[0] === 4, key: createPublicKey({ key: der, format: "der", type: "spki" }) };
}

function readCheckpoint(note, keys, strict) {
  const middle = note.lastIndexOf("\n\n");
  const found = /^([^\n]+)\n(0|[1-9][0-9]*)\n([^\n]{44})$/.exec(note.slice(0, Math.max(middle, 0)));
  if (!found || !note.endsWith("\n")) wrong("no checkpoint");
  const by = [];
  for (const line of note.slice(middle + 2, -1).split("\n")) {
    const words = line.split(" ");
    if (words.length !== 3 || words[0] !== "—") wrong("no signature line");
    const blob = unbase64(words[2]);
    const key = keys.find((k) => k.name === words[1] && k.id === blob.subarray(0, 4).toString("hex"));
    if (!key && strict) wrong(`a line of ${words[1]}, of which no key is known`);
    if (!key) continue;
    let message = found[0] + "\n";
    if (key.witness) {
      if (blob.length !== 76) wrong("no cosignature");
      message = `cosignature/v1\ntime ${blob.readBigUInt64BE(4)}\n${message}`;
    }
    const signature = blob.subarray(key.witness ? 12 : 4);
    if (!verify(null, Buffer.from(message), key.key, signature)) wrong(`the signature of ${key.name} does not verify`);
    by.push(key.vkey);
  }
  if (!keys.some((k) => !k.witness && k.name === found[1] && by.includes(k.vkey))) wrong("not signed by the log");
  return { size: Number(found[2]), root: unbase64(found[3]), by };
}

function readPolicy(source) {
  const keys = [];
  const rules = { none: () => true };
  let quorum;
  for (const line of source.split("\n")) {
    const [kind, ...words] = line.split(/[ \t]+/).filter(Boolean);
    if (kind === "log") keys.push(readKey(words[0]));
    if (kind === "witness") {
      keys.push(readKey(words[1]));
      rules[words[0]] = (by) => by.includes(words[1]);
    }
    if (kind === "group") {
      const members = words.slice(2).map((name) => rules[name] ?? wrong(`${name} is not defined above`));
      const least = words[1] === "any" ? 1 : words[1] === "all" ? members.length : Number(words[1]);
      rules[words[0]] = (by) => members.filter((member) => member(by)).length >= least;
    }
    if (kind === "quorum") quorum = rules[words[0]];
  }
  return { keys, quorum: quorum ?? wrong("the policy has no quorum") };
}

// --- receipts

function readProof(source) {
  const form = /^c2sp\.org\/tlog-proof@v1\nextra (\S+)\nindex (0|[1-9][0-9]*)((?:\n[^\n]{44})*)\n\n([^]*)$/;
  const found = form.exec(source) ?? wrong("no .tlog-proof that encloses its entry");
  const path = found[3].split("\n").slice(1).map(unbase64);
  return { leaf: unbase64(found[1]), index: Number(found[2]), path, note: found[4] };
}

// RFC 9162, section 2.1.3.2.
function climb(leaf, index, size, path) {
  let [root, at, last] = [leaf, index, size - 1];
  if (at > last) wrong("no such entry");
  for (const sibling of path) {
    if (last === 0) wrong("the proof is too long");
    if (at % 2 === 1 || at === last) {
      root = node(sibling, root);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else root = node(root, sibling);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 ? root : wrong("the proof is too short");
}

function receipt(source, policy) {
  const { leaf, index, path, note } = readProof(source);
  const { size, root, by } = readCheckpoint(note, policy.keys, false);
  if (!policy.quorum(by)) say("cosignature", size, "the quorum of witnesses is not reached");
  if (!climb(leafHash(leaf), index, size, path).equals(root)) say("receipt", index, "the proof does not lead to the root");
  console.log(`entry ${index} of ${size}, root ${root.toString("hex")}\n${leaf}`);
}

// --- exports

const read = (name) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name)) : Buffer.alloc(0));

function tilePath(index, width) {
  const digits = String(index);
  const groups = digits.padStart(Math.max(3, Math.ceil(digits.length / 3) * 3), "0").match(/.../g);
  const path = groups.map((group, i) => (i < groups.length - 1 ? "x" + group : group)).join("/");
  return width < WIDTH ? `${path}.p/${width}` : path;
}

function readSigned(policy, known) {
  const manifest = text(read("manifest.json"));
  const form = /^\{"disclosure":"(all|selected)","log":"([^"]+)","v":1,"witnesses":\[(.*)\]\}\n$/;
  const found = form.exec(manifest) ?? wrong("manifest.json does not read");
  const own = [found[2], ...JSON.parse(`[${found[3]}]`)].map(readKey);
  if (policy.keys.length && !policy.keys.some((k) => k.vkey === found[2])) wrong("not of the log of the policy");
  console.log(`log ${found[2]}${policy.keys.length ? "" : ", named by the export itself: compare it with the published"}`);
  const newest = readCheckpoint(text(read("checkpoint")), own, true);
  if (!policy.quorum(newest.by)) say("cosignature", newest.size, "the quorum of witnesses is not reached");
  const points = [newest];
  const older = join(folder, "checkpoints");
  const notes = (existsSync(older) ? readdirSync(older).sort() : []).map((name) => [name, read(join("checkpoints", name))]);
  for (const [name, data] of [...notes, ...known.map((source) => ["", source])]) {
    try {
      const source = name ? text(data) : data;
      const note = source.startsWith("c2sp.org/") ? readProof(source).note : source;
      const one = readCheckpoint(note, own, name !== "");
      points.push(one);
      if (name !== "" && name !== String(one.size)) wrong(`it is of size ${one.size}`);
    } catch (error) {
      say("checkpoint", name || "known", error.message);
    }
  }
  return { selected: found[1] === "selected", size: newest.size, points };
}

function readBundle(state, start, place) {
  const data = read(`tile/entries/${place}`);
  const wanted = Math.min(WIDTH, state.size - start);
  const leaves = [];
  let at = 0;
  while (at < data.length) {
    const length = at + 1 < data.length ? data.readUInt16BE(at) : data[at];
    leaves.push(data.subarray(at + 2, at + 2 + length));
    at += 2 + length;
  }
  if (at !== data.length || leaves.length !== wanted) {
    const short = start + wanted === state.size ? "truncated" : "dropped";
    const kind = at !== data.length ? "altered" : leaves.length > wanted ? "duplicated" : short;
    say(kind, start, `the bundle has ${leaves.length} entries instead of ${wanted}`);
    if (leaves.length < wanted) state.whole = false;
  }
  return leaves.slice(0, wanted);
}

function readLeaf(state, seq, data) {
  try {
    const said = JSON.parse(text(data));
    if (typeof said.act !== "string" || typeof said.fields !== "object") wrong("no leaf");
    if (said.seq !== seq) state.misplaced.set(seq, said.seq);
    for (const field of Object.keys(said.fields)) state.unshown.set(`${seq} ${field}`, seq);
    return said;
  } catch {
    say("altered", seq, "the entry does not read");
    return { act: "", fields: {} };
  }
}

function readValues(state, start, leaves, source) {
  let before = [-1, ""];
  const lines = source.split("\n");
  if (lines.at(-1) === "") lines.pop();
  for (const line of lines) {
    try {
      const words = line.split("\t");
      const [number, field, salt, value] = words;
      const seq = Number(number);
      const leaf = leaves[seq - start];
      const ordered = seq > before[0] || (seq === before[0] && field > before[1]);
      if (words.length !== 4 || number !== String(seq) || !ordered || !leaf) wrong("no such entry, or not in order");
      // HMAC takes a salt and the same with zeros behind for one key, so the salt has its 32 bytes exactly.
      if (salt.slice(43) !== "=") wrong("no salt");
      const made = createHmac("sha256", unbase64(salt)).update(`rogatory/journal/v1\n${field}\n${value}`).digest("base64");
      if (!Object.hasOwn(leaf.fields, field) || leaf.fields[field] !== made) wrong("not what the entry committed to");
      before = [seq, field];
      state.unshown.delete(`${seq} ${field}`);
      if (leaf.act === "journal.erase" && field === "originals")
        for (const digest of Object.keys(JSON.parse(value))) console.log(`ERASED original ${digest}: lawful tombstone ${seq}`);
      if (leaf.act !== "journal.erase" || field !== "erased") continue;
      for (const [erased, names] of Object.entries(JSON.parse(value)))
        for (const name of names) state.tombstones.set(`${erased} ${name}`, seq);
    } catch {
      say("secret", line.split("\t")[0], "a value does not fit its entry");
    }
  }
}

function checkTree(state, hashes) {
  const levels = [hashes];
  for (let row = hashes; row.length > 1; levels.push(row))
    row = Array.from({ length: row.length >> 1 }, (_, i) => node(row[2 * i], row[2 * i + 1]));
  const rootOf = (size) => {
    let root;
    levels.forEach((row, level) => {
      const peaks = Math.floor(size / 2 ** level);
      if (peaks % 2) root = root ? node(row[peaks - 1], root) : row[peaks - 1];
    });
    return root ?? hash();
  };
  const bad = new Set();
  for (const { size, root } of state.points) {
    if (size > state.size) say("rolled-back", size, `a checkpoint of ${size} entries was signed; here are ${state.size}`);
    else if (state.whole && !rootOf(size).equals(root)) bad.add(size);
  }
  for (const size of bad) say("forked", size, `another history of ${size} entries was signed`);
  if (!state.whole) return;
  for (let level = 0; level < levels.length; level += 8) {
    for (let start = 0; start < levels[level].length; start += WIDTH) {
      const row = levels[level].slice(start, start + WIDTH);
      const name = `tile/${level / 8}/${tilePath(start / WIDTH, row.length)}`;
      const tile = read(name);
      if (tile.equals(Buffer.concat(row))) continue;
      say("tile", name, "not the hashes of the tree");
      if (level > 0 || tile.length !== 32 * row.length) continue;
      row.forEach((one, i) => {
        if (!tile.subarray(32 * i, 32 * i + 32).equals(one)) say("altered", start + i, "not the hash in its tile");
      });
    }
  }
}

function verifyExport(policy, known) {
  const state = { whole: true, unshown: new Map(), tombstones: new Map(), misplaced: new Map() };
  Object.assign(state, readSigned(policy, known));
  const hashes = [];
  for (let start = 0; start < state.size; start += WIDTH) {
    const place = tilePath(start / WIDTH, Math.min(WIDTH, state.size - start));
    const bundle = readBundle(state, start, place);
    for (const leaf of bundle) hashes.push(leafHash(leaf));
    const leaves = bundle.map((leaf, i) => readLeaf(state, start + i, leaf));
    readValues(state, start, leaves, read(`secrets/${place}`).toString());
  }
  checkTree(state, hashes);
  for (const [seq, said] of state.misplaced) {
    const again = !state.misplaced.has(said) && said < state.size ? "duplicated" : "dropped";
    say(state.misplaced.get(said) === seq ? "swapped" : again, seq, `here stands entry ${said}`);
  }
  let withheld = 0;
  for (const [key, seq] of state.unshown) {
    if (state.tombstones.has(key)) console.log(`ERASED ${key}: lawful tombstone ${state.tombstones.get(key)}`);
    else if (state.selected) withheld += 1;
    else say("missing", seq, `field ${key.split(" ")[1]} is gone without a tombstone`);
  }
  for (const [key, stone] of state.tombstones)
    if (!state.unshown.has(key)) say("erasure", key.split(" ")[0], `still there although entry ${stone} erased it`);
  console.log(`${state.size} entries; ${withheld} values withheld`);
}

function main(args) {
  let policy = { keys: [], quorum: () => true };
  const known = [];
  try {
    const target = args.pop() ?? wrong("name a folder or a receipt");
    for (let i = 0; i < args.length; i += 2) {
      const source = text(readFileSync(args[i + 1]));
      if (args[i] === "--policy") policy = readPolicy(source);
      else if (args[i] === "--known") known.push(source);
      else wrong(`${args[i]} is no option`);
    }
    folder = target;
    if (statSync(target).isDirectory()) verifyExport(policy, known);
    else receipt(text(readFileSync(target)), policy);
  } catch (error) {
    console.log(`VIOLATION unreadable -: ${error.message}`);
    return 1;
  }
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  console.log(all ? `${all} violations` : "verified");
  return all ? 1 : 0;
}

process.exitCode = main(process.argv.slice(2));
