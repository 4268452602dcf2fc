package org.campaignledger.seal.verify.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.campaignledger.seal.verify.TestTree;
import org.campaignledger.seal.verify.outcome.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees of random leaves: every proof holds, and none with any one bit changed. */
class RandomTreesTest {

    private static final int SMALL = 40;
    private static final int LARGE = 3000;

    private final Random random = new Random(2019);
    private final Merkle merkle = new Merkle();
    private final Proofs proofs = new Proofs();

    private List<byte[]> leaves(int count) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] entry = new byte[random.nextInt(100)];
            random.nextBytes(entry);
            leaves.add(merkle.leaf(entry));
        }
        return leaves;
    }

    private byte[] flipped(byte[] hash) {
        byte[] other = hash.clone();
        other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
        return other;
    }

    private List<byte[]> flippedAt(List<byte[]> proof, int place) {
        List<byte[]> other = new ArrayList<>(proof);
        other.set(place, flipped(proof.get(place)));
        return other;
    }

    @Test
    void everyProofOfInclusionInEverySmallTree() {
        List<byte[]> leaves = leaves(SMALL);
        TestTree tree = new TestTree(leaves);
        for (int size = 1; size <= SMALL; size++) {
            for (int index = 0; index < size; index++) {
                included(tree, leaves.get(index), index, size);
            }
        }
    }

    @Test
    void everyProofOfConsistencyOfEverySmallTree() {
        TestTree tree = new TestTree(leaves(SMALL));
        for (int to = 0; to <= SMALL; to++) {
            for (int from = 0; from <= to; from++) {
                consistent(tree, from, to);
            }
        }
    }

    /** Sizes beside and between the powers of two, at which trees differ most. */
    @ParameterizedTest
    @ValueSource(ints = {255, 256, 257, 1_000, 1_023, 1_024, 1_025, 2_019, 3_000, 4_097})
    void everyProofOfATreeOfThousands(int size) {
        List<byte[]> leaves = leaves(size);
        TestTree tree = new TestTree(leaves);
        for (int index = 0; index < size; index++) {
            included(tree, leaves.get(index), index, size);
            consistent(tree, index, size);
        }
        consistent(tree, size, size);
    }

    @Test
    void aProofOfEverySizeUpToThousands() {
        List<byte[]> leaves = leaves(LARGE);
        TestTree tree = new TestTree(leaves);
        for (int size = 1; size <= LARGE; size++) {
            int index = random.nextInt(size);
            included(tree, leaves.get(index), index, size);
            consistent(tree, index, size);
        }
    }

    private void included(TestTree tree, byte[] leaf, int index, int size) {
        byte[] root = tree.root(0, size);
        List<byte[]> proof = tree.inclusion(index, size);
        assertThat(proofs.includes(index, size, leaf, root, proof)).isTrue();
        assertThat(proofs.includes(index, size, flipped(leaf), root, proof)).isFalse();
        assertThat(proofs.includes(index, size, leaf, flipped(root), proof)).isFalse();
        assertThat(proofs.includes(index + 1, size, leaf, root, proof)).isFalse();
        for (int place = 0; place < proof.size(); place++) {
            assertThat(proofs.includes(index, size, leaf, root, flippedAt(proof, place))).isFalse();
        }
        List<byte[]> longer = new ArrayList<>(proof);
        longer.add(root);
        assertThat(proofs.includes(index, size, leaf, root, longer)).isFalse();
        if (!proof.isEmpty()) {
            assertThat(proofs.includes(index, size, leaf, root, proof.subList(0, proof.size() - 1))).isFalse();
        }
    }

    private void consistent(TestTree tree, int from, int to) {
        byte[] first = tree.root(0, from);
        byte[] second = tree.root(0, to);
        List<byte[]> proof = tree.consistency(from, to);
        assertThat(proofs.consistent(from, to, first, second, proof)).isTrue();
        assertThat(proofs.consistent(from, to, flipped(first), second, proof)).isFalse();
        if (from > 0) {
            assertThat(proofs.consistent(from, to, first, flipped(second), proof)).isFalse();
        }
        for (int place = 0; place < proof.size(); place++) {
            assertThat(proofs.consistent(from, to, first, second, flippedAt(proof, place))).isFalse();
        }
        List<byte[]> longer = new ArrayList<>(proof);
        longer.add(second);
        assertThat(proofs.consistent(from, to, first, second, longer)).isFalse();
    }

    @Test
    void aTreeOfTilesHasTheRootsOfAllItsBeginnings() throws IOException, Verdict {
        List<byte[]> leaves = leaves(LARGE);
        byte[] all = new byte[LARGE * Merkle.HASH];
        for (int i = 0; i < LARGE; i++) {
            System.arraycopy(leaves.get(i), 0, all, i * Merkle.HASH, Merkle.HASH);
        }
        TileTree tiles = new TileTree(index -> Arrays.copyOfRange(all, (int) index * 8192, (int) (index + 1) * 8192));
        for (int tile = 0; tile < LARGE / Tile.FULL; tile++) {
            tiles.add(merkle.root(all, tile * Tile.FULL, Tile.FULL));
        }
        tiles.end(Arrays.copyOfRange(all, LARGE / Tile.FULL * 8192, all.length));
        TestTree tree = new TestTree(leaves);
        for (int size = 0; size <= LARGE; size += size < 600 ? 1 : 37) {
            assertThat(tiles.root(size)).as("size " + size).isEqualTo(tree.root(0, size));
        }
    }

    @Test
    void tilesAreNamedAsTheSpecificationHasIt() {
        assertThat(new Tile(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
        assertThat(new Tile(1, 0, 17).path()).isEqualTo("tile/1/000.p/17");
        assertThat(new Tile(0, 273, 112).entriesPath()).isEqualTo("tile/entries/273.p/112");
        assertThat(Tile.of(0, 273, 70_000).width()).isEqualTo(112);
        assertThat(Tile.of(1, 1, 70_000).width()).isEqualTo(17);
        assertThat(Tile.of(2, 0, 70_000).width()).isEqualTo(1);
        assertThat(Tile.count(70_000)).isEqualTo(273 + 1 + 1 + 1 + 1);
        assertThat(Tile.count(256)).isEqualTo(2);
        assertThat(Tile.count(0)).isZero();
    }
}
