"""The tree against known answers, and its proofs under every change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rogatory.journal import tree

# The tree of the Certificate Transparency test suites: its leaves, and the root at each size.
LEAVES = [
    bytes.fromhex(leaf)
    for leaf in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


class Grown:
    """A tree kept in a dictionary."""

    def __init__(self, leaves):
        self.nodes: dict[tree.Node, bytes] = {}
        self.peaks: list[bytes] = []
        self.order: list[tree.Node] = []
        self.roots = [tree.EMPTY_ROOT]
        for size, data in enumerate(leaves):
            hashed = tree.leaf_hash(data)
            for level, value in enumerate([hashed, *tree.grow(size, self.peaks, hashed)]):
                self.nodes[level, size >> level] = value
                self.order.append((level, size >> level))
            self.roots.append(tree.fold(self.peaks))

    def lookup(self, nodes):
        return [self.nodes[node] for node in nodes]


MANY = Grown(str(i).encode() for i in range(300))


def plain_root(leaves):
    """RFC 6962, section 2.1, word by word."""
    if not leaves:
        return tree.EMPTY_ROOT
    if len(leaves) == 1:
        return tree.leaf_hash(leaves[0])
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    return tree.node_hash(plain_root(leaves[:k]), plain_root(leaves[k:]))


def test_the_roots_are_those_of_certificate_transparency():
    assert [root.hex() for root in Grown(LEAVES).roots] == ROOTS


def test_a_proof_of_certificate_transparency_is_ours():
    proof = tree.inclusion(0, 8, Grown(LEAVES).lookup)
    assert [h.hex() for h in proof] == [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]


@given(st.integers(0, 300))
def test_the_root_is_what_the_definition_says(size):
    assert MANY.roots[size] == plain_root([str(i).encode() for i in range(size)])


def test_nodes_are_numbered_in_the_order_in_which_they_come_to_be():
    assert [tree.position(node) for node in MANY.order] == list(range(len(MANY.order)))


SIZES = st.integers(1, 300).flatmap(lambda size: st.tuples(st.integers(0, size - 1), st.just(size)))


@given(SIZES)
def test_every_inclusion_proof_verifies(place):
    index, size = place
    proof = tree.inclusion(index, size, MANY.lookup)
    assert tree.includes(MANY.roots[size], MANY.nodes[0, index], index, size, proof)


@given(st.integers(0, 300).flatmap(lambda new: st.tuples(st.integers(0, new), st.just(new))))
def test_every_consistency_proof_verifies(sizes):
    old, new = sizes
    proof = tree.consistency(old, new, MANY.lookup)
    assert tree.continues(old, MANY.roots[old], new, MANY.roots[new], proof)


def changed(hashes, data):
    """The hashes with one byte changed."""
    which = data.draw(st.integers(0, len(hashes) - 1))
    byte, bits = data.draw(st.integers(0, 31)), data.draw(st.integers(1, 255))
    hashed = bytearray(hashes[which])
    hashed[byte] ^= bits
    return [*hashes[:which], bytes(hashed), *hashes[which + 1 :]]


@given(SIZES, st.data())
def test_an_inclusion_proof_with_any_byte_changed_fails(place, data):
    index, size = place
    root, leaf, *proof = changed(
        [MANY.roots[size], MANY.nodes[0, index], *tree.inclusion(index, size, MANY.lookup)], data
    )
    assert not tree.includes(root, leaf, index, size, proof)


@given(SIZES, SIZES, st.integers(-1, 1))
def test_an_inclusion_proof_is_good_for_its_own_place_only(place, other, longer):
    index, size = place
    proof = tree.inclusion(index, size, MANY.lookup)
    if other != place:
        assert not tree.includes(MANY.roots[other[1]], MANY.nodes[0, index], other[0], other[1], proof)
    wrong = proof[:-1] if longer < 0 else [*proof, *[bytes(32)] * longer]
    assert tree.includes(MANY.roots[size], MANY.nodes[0, index], index, size, wrong) == (wrong == proof)


@given(SIZES.filter(lambda sizes: sizes[0] > 0), st.data())
def test_a_consistency_proof_with_any_byte_changed_fails(sizes, data):
    old, new = sizes
    before, after, *proof = changed([MANY.roots[old], MANY.roots[new], *tree.consistency(old, new, MANY.lookup)], data)
    assert not tree.continues(old, before, new, after, proof)


@given(SIZES, st.integers(1, 3))
def test_a_consistency_proof_of_another_length_fails(sizes, more):
    old, new = sizes
    proof = tree.consistency(old, new, MANY.lookup)
    assert not tree.continues(old, MANY.roots[old], new, MANY.roots[new], [*proof, *[bytes(32)] * more])
    if proof:
        assert not tree.continues(old, MANY.roots[old], new, MANY.roots[new], proof[:-1])


def test_nothing_is_before_the_empty_tree_and_no_tree_shrinks():
    assert tree.fold([]) == tree.EMPTY_ROOT
    assert tree.continues(0, tree.EMPTY_ROOT, 5, MANY.roots[5], [])
    assert not tree.continues(0, MANY.roots[1], 5, MANY.roots[5], [])
    assert not tree.continues(5, MANY.roots[5], 4, MANY.roots[4], [])
    with pytest.raises(IndexError, match="does not come before"):
        tree.consistency(5, 4, MANY.lookup)
    with pytest.raises(IndexError, match="is not in a tree of 5 leaves"):
        tree.inclusion(5, 5, MANY.lookup)
